package org.threesigns.publication;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threesigns.instrument.Instrument;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.PublishedCell;
import org.threesigns.statistics.PublishedResults;
import org.threesigns.statistics.ResponseCounts;

/** Reads what is published. The cost depends on how many months and languages there are, not on how many results. */
@Repository
public class PublishedCounts {

    private final JdbcClient jdbc;

    PublishedCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that is published of this version of the instrument. */
    public PublishedResults of(Instrument instrument) {
        List<PublishedCell> cells = jdbc.sql("""
                        select language, wording, careless, counted_month, counts, exported_rows from response_cell
                        where instrument = ? and instrument_version = ?""")
                .params(instrument.id(), instrument.version())
                .query((row, number) -> new PublishedCell(
                        row.getString("language"),
                        CountedWording.ofKey(row.getString("wording")),
                        row.getBoolean("careless"),
                        YearMonth.from(row.getObject("counted_month", LocalDate.class)),
                        ResponseCounts.read(instrument, row.getBytes("counts")),
                        row.getInt("exported_rows")))
                .list();
        return new PublishedResults(instrument, cells);
    }
}

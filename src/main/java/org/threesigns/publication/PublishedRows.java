package org.threesigns.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.threesigns.instrument.Instrument;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.CountFilter;
import org.threesigns.statistics.CountedWording;

/**
 * Reads the rows that exports may show, however many there are: some batches at a time, by their keys. Batches with survivors of
 * others are left out, see {@link BatchAssignment}.
 */
@Repository
public class PublishedRows {

    private static final int BATCHES_AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final PublishedCounts counts;

    PublishedRows(JdbcClient jdbc, PublishedCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    /**
     * Passes on every row that the filter matches, all as they were at one moment; none if the group is too small to be shown.
     * They come batch by batch, an order that nobody may see. Holds a connection until it returns.
     */
    @Transactional(
            isolation = Isolation.SERIALIZABLE,
            readOnly = true) // H2 has one snapshot of all tables at this level alone
    public void forEach(Instrument instrument, CountFilter filter, Consumer<PublishedRow> reader) {
        if (counts.of(instrument).respondents(filter).isPresent()) {
            readAll(instrument, filter, reader);
        }
    }

    private void readAll(Instrument instrument, CountFilter filter, Consumer<PublishedRow> reader) {
        List<UUID> batches = batchesAfter(FIRST);
        while (!batches.isEmpty()) {
            readRowsOf(batches, instrument, filter, reader);
            batches = batchesAfter(batches.get(batches.size() - 1));
        }
    }

    private List<UUID> batchesAfter(UUID last) {
        return jdbc.sql("""
                        select id from batch
                        where id > ? and counted_month is not null and exported = true order by id limit ?""").params(last, BATCHES_AT_ONCE).query(UUID.class).list();
    }

    /** A filter selects whole batches, so it looks at the wording of the batch, as the counts do. */
    private void readRowsOf(
            List<UUID> batches, Instrument instrument, CountFilter filter, Consumer<PublishedRow> reader) {
        jdbc.sql("""
                        select a.language, a.wording, a.careless, b.wording as counted_wording, b.counted_month, a.responses
                        from assessment a join batch b on b.id = a.batch
                        where a.batch in (:batches) and a.instrument = :instrument and a.instrument_version = :version""")
                .param("batches", batches)
                .param("instrument", instrument.id())
                .param("version", instrument.version())
                .query((RowCallbackHandler) row -> {
                    PublishedRow each = row(row);
                    CountedWording wording = CountedWording.ofKey(row.getString("counted_wording"));
                    if (filter.matches(each.language(), wording, each.careless(), each.month())) {
                        reader.accept(each);
                    }
                });
    }

    private static PublishedRow row(ResultSet row) throws SQLException {
        return new PublishedRow(
                row.getString("language"),
                row.getString("wording"),
                row.getBoolean("careless"),
                YearMonth.from(row.getObject("counted_month", LocalDate.class)),
                new Responses(row.getString("responses")));
    }
}

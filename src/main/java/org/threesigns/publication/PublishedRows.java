package org.threesigns.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.threesigns.instrument.Instrument;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.CountFilter;

/** Reads published results, however many there are, in the order of their keys, which is random. */
@Repository
public class PublishedRows {

    private static final int AT_ONCE = 2000;
    private static final UUID FIRST = new UUID(0, 0);

    private record Keyed(UUID id, PublishedRow row) {}

    private final JdbcClient jdbc;
    private final PublishedCounts counts;

    PublishedRows(JdbcClient jdbc, PublishedCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    /**
     * Passes on every published result that the filter matches, all as they were at one moment; none if the group is too small
     * to be shown.
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public void forEach(Instrument instrument, CountFilter filter, Consumer<PublishedRow> reader) {
        if (counts.of(instrument).respondents(filter).isPresent()) {
            readAll(instrument, filter, reader);
        }
    }

    private void readAll(Instrument instrument, CountFilter filter, Consumer<PublishedRow> reader) {
        List<Keyed> some = after(FIRST, instrument);
        while (!some.isEmpty()) {
            some.stream()
                    .map(Keyed::row)
                    .filter(row -> filter.matches(row.language(), row.careless(), row.month()))
                    .forEach(reader);
            some = after(some.get(some.size() - 1).id(), instrument);
        }
    }

    private List<Keyed> after(UUID last, Instrument instrument) {
        return jdbc.sql("""
                        select a.id, a.language, a.wording, a.careless, b.counted_month, a.responses
                        from assessment a join batch b on b.id = a.batch
                        where a.id > ? and b.counted_month is not null and a.instrument = ? and a.instrument_version = ?
                        order by a.id limit ?""")
                .params(last, instrument.id(), instrument.version(), AT_ONCE)
                .query(PublishedRows::keyed)
                .list();
    }

    private static Keyed keyed(ResultSet row, int number) throws SQLException {
        return new Keyed(
                row.getObject("id", UUID.class),
                new PublishedRow(
                        row.getString("language"),
                        row.getString("wording"),
                        row.getBoolean("careless"),
                        YearMonth.from(row.getObject("counted_month", LocalDate.class)),
                        new Responses(row.getString("responses"))));
    }
}

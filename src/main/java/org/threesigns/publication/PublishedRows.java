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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.instrument.Instrument;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.CountFilter;

/** Reads published results one by one, in the order of their keys, which is random, however many there are. */
@Repository
public class PublishedRows {

    private static final int AT_ONCE = 2000;
    private static final UUID FIRST = new UUID(0, 0);

    private record Keyed(UUID id, PublishedRow row) {}

    private final JdbcClient jdbc;
    private final PublishedCounts counts;
    private final TransactionTemplate snapshot;

    PublishedRows(JdbcClient jdbc, PublishedCounts counts, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.counts = counts;
        snapshot = new TransactionTemplate(transactionManager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * Hands over every result that the filter lets through, all as they were at one moment; none where the group is too
     * small to be seen.
     */
    public void forEach(Instrument instrument, CountFilter filter, Consumer<PublishedRow> reader) {
        snapshot.executeWithoutResult(status -> {
            if (counts.of(instrument).respondents(filter).isPresent()) {
                readAll(instrument, filter, reader);
            }
        });
    }

    private void readAll(Instrument instrument, CountFilter filter, Consumer<PublishedRow> reader) {
        UUID last = FIRST;
        List<Keyed> some;
        do {
            some = after(last, instrument);
            for (Keyed each : some) {
                if (filter.matches(
                        each.row().language(), each.row().careless(), each.row().month())) {
                    reader.accept(each.row());
                }
                last = each.id();
            }
        } while (some.size() == AT_ONCE);
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

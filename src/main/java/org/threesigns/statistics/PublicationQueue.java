package org.threesigns.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threesigns.scoring.Responses;

/**
 * Which results are published, in which batch, and which wait: a result that is in no batch, or in one that was withdrawn.
 * Of the rows of results it reads all, and writes the batch alone.
 *
 * <p>Whoever moves a result to a batch holds its row, as does everybody who replaces or deletes it. Whoever withdraws a batch
 * holds the row of the batch, and of no other result than their own: so two whose results are in one batch can go at once.
 */
@Repository
class PublicationQueue {

    private static final String COLUMNS = "id, instrument, instrument_version, language, careless, responses";

    private final JdbcClient jdbc;

    PublicationQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether at least this many that were never published wait for the same group. */
    boolean anyGroupHas(int fewest) {
        return !jdbc.sql("""
                        select instrument from assessment
                        where batch is null and uncounted = false
                        group by instrument, instrument_version, language, careless
                        having count(*) >= ?""").param(fewest).query(String.class).list().isEmpty();
    }

    /** Some that were never published and that nobody else holds; held until the transaction ends. */
    List<WaitingResult> holdFresh(int most) {
        return hold("batch is null and uncounted = false", most);
    }

    /** Some that were published once and that nobody else holds; held until the transaction ends. */
    List<WaitingResult> holdWithdrawn(int most) {
        return hold("batch in (select id from batch where counted_month is null)", most);
    }

    private List<WaitingResult> hold(String which, int most) {
        return jdbc.sql("select " + COLUMNS + " from assessment where " + which + " limit ? for update skip locked")
                .param(most)
                .query(PublicationQueue::result)
                .list();
    }

    void publish(List<WaitingResult> results, UUID batch, YearMonth month) {
        jdbc.sql("insert into batch (id, counted_month) values (?, ?)")
                .params(batch, month.atDay(1))
                .update();
        jdbc.sql("update assessment set batch = :batch where id in (:ids)")
                .param("batch", batch)
                .param("ids", results.stream().map(WaitingResult::id).toList())
                .update();
    }

    /** The batch that this result was put into; none while it waits for its first. */
    Optional<UUID> batchOf(UUID assessment) {
        return jdbc.sql("select batch from assessment where id = ? and batch is not null")
                .param(assessment)
                .query(UUID.class)
                .optional();
    }

    /**
     * Holds a batch until the transaction ends.
     *
     * @return the month it is counted in; none if it was withdrawn
     */
    Optional<YearMonth> hold(UUID batch) {
        return jdbc.sql("select counted_month from batch where id = ? and counted_month is not null for update")
                .param(batch)
                .query(LocalDate.class)
                .optional()
                .map(YearMonth::from);
    }

    List<WaitingResult> resultsOf(UUID batch) {
        return jdbc.sql("select " + COLUMNS + " from assessment where batch = ?")
                .param(batch)
                .query(PublicationQueue::result)
                .list();
    }

    void withdraw(UUID batch) {
        jdbc.sql("update batch set counted_month = null where id = ?")
                .param(batch)
                .update();
    }

    /** Forgets the withdrawn batches that all results have left. */
    void removeEmptied() {
        jdbc.sql("""
                        delete from batch where counted_month is null
                          and not exists (select 1 from assessment a where a.batch = batch.id)""").update();
    }

    static WaitingResult result(ResultSet row, int number) throws SQLException {
        var group = new ResultGroup(
                row.getString("instrument"),
                row.getInt("instrument_version"),
                row.getString("language"),
                row.getBoolean("careless"));
        return new WaitingResult(row.getObject("id", UUID.class), group, new Responses(row.getString("responses")));
    }
}

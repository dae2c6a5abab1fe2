package org.threesigns.publication;

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

    private static final String GROUP = "instrument, instrument_version, language, careless";
    private static final String COLUMNS = "id, responses, " + GROUP;
    private static final String FRESH = "batch is null and uncounted = false";
    private static final String WITHDRAWN = "batch in (select id from batch where counted_month is null)";

    /** An expression, as the index of versions and days would find nearly everybody. */
    private static final String COMPLETED_SINCE = "completed_on + interval '0' day >= :first";

    private final JdbcClient jdbc;

    PublicationQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups for which at least this many wait that were never published. */
    List<ResultGroup> groupsOf(int fewest) {
        return jdbc.sql("select " + GROUP + " from assessment where " + FRESH + " group by " + GROUP
                        + " having count(*) >= ?")
                .param(fewest)
                .query((row, number) -> group(row))
                .list();
    }

    /** Some of a group that were never published and that nobody else holds; held until the transaction ends. */
    List<WaitingResult> holdFresh(ResultGroup group, int most) {
        return some(FRESH, group, most).query(PublicationQueue::result).list();
    }

    /** Some that were published once and that nobody else holds, completed on this day or later; held likewise. */
    List<WaitingResult> holdWithdrawn(ResultGroup group, LocalDate first, int most) {
        return some(WITHDRAWN + " and " + COMPLETED_SINCE, group, most)
                .param("first", first)
                .query(PublicationQueue::result)
                .list();
    }

    private JdbcClient.StatementSpec some(String which, ResultGroup group, int most) {
        return jdbc.sql("select " + COLUMNS + " from assessment where " + which + """
                          and instrument = :instrument and instrument_version = :version and language = :language
                          and careless = :careless
                        limit :most for update skip locked""")
                .param("instrument", group.instrument())
                .param("version", group.version())
                .param("language", group.language())
                .param("careless", group.careless())
                .param("most", most);
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
        return new WaitingResult(
                row.getObject("id", UUID.class), group(row), new Responses(row.getString("responses")));
    }

    private static ResultGroup group(ResultSet row) throws SQLException {
        return new ResultGroup(
                row.getString("instrument"),
                row.getInt("instrument_version"),
                row.getString("language"),
                row.getBoolean("careless"));
    }
}

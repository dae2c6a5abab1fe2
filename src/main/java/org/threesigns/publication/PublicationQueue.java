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
import org.threesigns.statistics.CountedWording;

/**
 * Which results are published, in which batch, and which wait. A result waits if it is in no batch, or in one that was
 * withdrawn; an imported one never, as it may only be in batches of its import. This class reads the rows of results, and writes no other column of them than the batch.
 *
 * <p>Moving a result to a batch locks its row, and so does replacing or deleting a result. Withdrawing a batch locks the row of
 * the batch, and of no other result than the one that is replaced or deleted: so two results of one batch can be deleted at the
 * same time.
 */
@Repository
class PublicationQueue {

    static final String GROUP = "instrument, instrument_version, language, wording, careless";
    private static final String COLUMNS = "id, responses, " + GROUP;
    private static final String FRESH = "batch is null and uncounted = false";
    private static final String WITHDRAWN =
            "batch in (select id from batch where counted_month is null and response_import is null)";

    /** An expression, so that the engine does not use the index of versions and days, which would find nearly all results. */
    private static final String COMPLETED_SINCE = "completed_on + interval '0' day >= :first";

    private final JdbcClient jdbc;
    private final BatchRepository batches;

    PublicationQueue(JdbcClient jdbc, BatchRepository batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The groups in which at least this many results wait that were never published. */
    List<ResultGroup> groupsOf(int fewest) {
        return jdbc.sql("select " + GROUP + " from assessment where " + FRESH + " group by " + GROUP
                        + " having count(*) >= ?")
                .param(fewest)
                .query((row, number) -> group(row))
                .list();
    }

    /** Results of a group that were never published, without those that others have locked; locked until the transaction ends. */
    List<WaitingResult> lockFresh(ResultGroup group, int most) {
        return locked(FRESH, group, most).query(PublicationQueue::result).list();
    }

    /** Results of withdrawn batches that were completed on this day or later, locked in the same way. */
    List<WaitingResult> lockWithdrawn(ResultGroup group, LocalDate first, int most) {
        return locked(WITHDRAWN + " and " + COMPLETED_SINCE, group, most)
                .param("first", first)
                .query(PublicationQueue::result)
                .list();
    }

    private JdbcClient.StatementSpec locked(String which, ResultGroup group, int most) {
        return jdbc.sql("select " + COLUMNS + " from assessment where " + which + """
                          and instrument = :instrument and instrument_version = :version and language = :language
                          and wording = :wording and careless = :careless
                        limit :most for update skip locked""")
                .param("instrument", group.instrument())
                .param("version", group.version())
                .param("language", group.language())
                .param("wording", group.wording().key())
                .param("careless", group.careless())
                .param("most", most);
    }

    /** Makes batches of a group that are counted in this month, each of the results that were dealt. */
    void publish(List<DealtBatch<WaitingResult>> dealt, ResultGroup group, YearMonth month) {
        // All of them before the first result is put into one, because plain SQL sees only what was flushed.
        var saved = batches.saveAllAndFlush(dealt.stream()
                .map(batch -> new Batch(month, group.wording(), batch.exported()))
                .toList());
        for (int batch = 0; batch < dealt.size(); batch++) {
            assign(dealt.get(batch).results(), saved.get(batch).id());
        }
    }

    private void assign(List<WaitingResult> results, UUID batch) {
        jdbc.sql("update assessment set batch = :batch where id in (:ids)")
                .param("batch", batch)
                .param("ids", results.stream().map(WaitingResult::id).toList())
                .update();
    }

    /** The counted batch of this result, locked until the transaction ends; empty while the result waits. */
    Optional<Batch> lockBatchOf(UUID assessment) {
        return jdbc.sql("select batch from assessment where id = ? and batch is not null")
                .param(assessment)
                .query(UUID.class)
                .optional()
                .flatMap(batches::lockCounted);
    }

    List<WaitingResult> resultsOf(UUID batch) {
        return jdbc.sql("select " + COLUMNS + " from assessment where batch = ?")
                .param(batch)
                .query(PublicationQueue::result)
                .list();
    }

    /** Deletes the withdrawn batches that have no results any more. */
    void removeEmptied() {
        jdbc.sql("""
                        delete from batch where counted_month is null
                          and not exists (select 1 from assessment a where a.batch = batch.id)""").update();
    }

    static WaitingResult result(ResultSet row, int number) throws SQLException {
        return new WaitingResult(
                row.getObject("id", UUID.class), group(row), new Responses(row.getString("responses")));
    }

    static ResultGroup group(ResultSet row) throws SQLException {
        return new ResultGroup(
                row.getString("instrument"),
                row.getInt("instrument_version"),
                row.getString("language"),
                CountedWording.ofKey(row.getString("wording")),
                row.getBoolean("careless"));
    }
}

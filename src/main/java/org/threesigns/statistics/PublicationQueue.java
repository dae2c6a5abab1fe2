package org.threesigns.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threesigns.scoring.Responses;

/**
 * Which results are published, in which batch, and which wait. Reads the rows of results and never writes them.
 *
 * <p>Whoever moves a result from waiting to a batch holds the row of the result itself, as does everybody who replaces
 * or deletes it; so a result that waits stays as it is until one of them is done.
 */
@Repository
class PublicationQueue {

    private static final String COLUMNS =
            "a.id, a.instrument, a.instrument_version, a.language, a.careless, a.responses";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PublicationQueue(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(List<UUID> assessments) {
        forEach(assessments, "insert into publication (assessment_id, withdrawn) values (?, false)");
    }

    /** Keeps results out of the counts for good. */
    void keepOut(List<UUID> assessments) {
        forEach(assessments, "insert into uncounted (assessment_id) values (?)");
    }

    private void forEach(List<UUID> assessments, String statement) {
        batches.batchUpdate(statement, assessments, assessments.size(), (row, id) -> row.setObject(1, id));
    }

    /** Whether at least this many that were never published wait for the same group. */
    boolean anyGroupHas(int fewest) {
        return !jdbc.sql("""
                        select a.instrument
                        from publication p join assessment a on a.id = p.assessment_id
                        where p.batch is null and not p.withdrawn
                        group by a.instrument, a.instrument_version, a.language, a.careless
                        having count(*) >= ?""").param(fewest).query(String.class).list().isEmpty();
    }

    /** Some that wait; another copy may take them first. */
    List<UUID> waiting(boolean withdrawn, int most) {
        return jdbc.sql("select assessment_id from publication where batch is null and withdrawn = ? limit ?")
                .params(withdrawn, most)
                .query(UUID.class)
                .list();
    }

    /** Those of these results that nobody else holds and that still wait; held until the transaction ends. */
    List<WaitingResult> hold(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<WaitingResult> held = jdbc.sql(
                        "select " + COLUMNS + " from assessment a where a.id in (:ids) for update skip locked")
                .param("ids", ids)
                .query(PublicationQueue::result)
                .list();
        Set<UUID> waiting = stillWaiting(held);
        return held.stream().filter(result -> waiting.contains(result.id())).toList();
    }

    /** Asked only once the rows are held: before, another copy could still have published them. */
    private Set<UUID> stillWaiting(List<WaitingResult> held) {
        if (held.isEmpty()) {
            return Set.of();
        }
        return new TreeSet<>(
                jdbc.sql("select assessment_id from publication where batch is null and assessment_id in (:ids)")
                        .param("ids", held.stream().map(WaitingResult::id).toList())
                        .query(UUID.class)
                        .list());
    }

    void publish(List<WaitingResult> results, UUID batch, YearMonth month) {
        jdbc.sql("""
                        update publication set batch = :batch, counted_month = :month, withdrawn = false
                        where assessment_id in (:ids)""")
                .param("batch", batch)
                .param("month", month.atDay(1))
                .param("ids", results.stream().map(WaitingResult::id).toList())
                .update();
    }

    /** The batch that this result was published in; none while it waits. */
    Optional<UUID> batchOf(UUID assessment) {
        return jdbc.sql("select batch from publication where assessment_id = ? and batch is not null")
                .param(assessment)
                .query(UUID.class)
                .optional();
    }

    /**
     * Holds all of a batch until the transaction ends.
     *
     * @return the month it is counted in; none if somebody else withdrew it in the meantime
     */
    Optional<YearMonth> holdBatch(UUID batch) {
        return jdbc
                .sql("select counted_month from publication where batch = ? order by assessment_id for update")
                .param(batch)
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .findFirst();
    }

    List<WaitingResult> resultsOf(UUID batch) {
        return jdbc.sql("select " + COLUMNS
                        + " from assessment a join publication p on p.assessment_id = a.id where p.batch = ?")
                .param(batch)
                .query(PublicationQueue::result)
                .list();
    }

    void withdraw(UUID batch) {
        jdbc.sql("update publication set batch = null, counted_month = null, withdrawn = true where batch = ?")
                .param(batch)
                .update();
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

package org.threesigns.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.Assessments;

/**
 * Deletes results that are older than the host wants to keep, as completely as their owners could.
 *
 * <p>A published batch is deleted as a whole, once its youngest result is due. If its results were deleted one by one, the
 * first would withdraw the whole batch, or the counts would show the day of each. Several servers may do this at once, and each
 * may be killed at any moment: what is deleted stays deleted, and the rest waits for the next round.
 */
@Component
public class Retention {

    /** How many results one transaction deletes; a batch is smaller. */
    static final int AT_ONCE = 50;

    /** How many results one query returns. */
    private static final int UNPUBLISHED_AT_ONCE = 20 * AT_ONCE;

    /** How many batches one query looks at; a server has five seconds for it. */
    static final int BATCHES_AT_ONCE = 100;

    private static final UUID FIRST = new UUID(0, 0);

    /** @param youngest the day of its youngest result; empty if it has no results any more */
    private record AgedBatch(UUID id, Optional<LocalDate> youngest) {

        boolean isBefore(LocalDate day) {
            return youngest.filter(each -> each.isBefore(day)).isPresent();
        }
    }

    private final JdbcClient jdbc;
    private final Assessments assessments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retention(JdbcClient jdbc, Assessments assessments, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.assessments = assessments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Deletes all that is due now.
     *
     * @param days how many days a result is kept; at least 1
     * @return how many results were deleted
     */
    public int deleteOlderThan(int days) {
        LocalDate firstKept = LocalDate.now(clock).minusDays(days);
        int deleted = deleteUnpublished(firstKept) + deleteBatches(firstKept);
        if (deleted > 0) {
            events.publishEvent(new ResultsExpired(deleted));
        }
        return deleted;
    }

    private int deleteUnpublished(LocalDate firstKept) {
        int deleted = 0;
        int more;
        do {
            more = deleteSome(unpublished(firstKept), firstKept);
            deleted += more;
        } while (more > 0);
        return deleted;
    }

    private int deleteSome(List<UUID> results, LocalDate firstKept) {
        int deleted = 0;
        for (int from = 0; from < results.size(); from += AT_ONCE) {
            var some = results.subList(from, Math.min(from + AT_ONCE, results.size()));
            deleted += assessments.deleteCompletedBefore(firstKept, some);
        }
        return deleted;
    }

    private int deleteBatches(LocalDate firstKept) {
        int deleted = 0;
        List<AgedBatch> some = batchesAfter(FIRST);
        while (!some.isEmpty()) {
            deleted += some.stream()
                    .filter(batch -> batch.isBefore(firstKept))
                    .mapToInt(batch -> assessments.deleteCompletedBefore(firstKept, resultsOf(batch.id())))
                    .sum();
            some = batchesAfter(some.get(some.size() - 1).id());
        }
        return deleted;
    }

    /** Two queries with an index each, because a single condition would read all published results. */
    private List<UUID> unpublished(LocalDate firstKept) {
        return jdbc.sql("""
                        select id from assessment where batch is null and completed_on < :day
                        union all
                        select id from assessment
                        where batch in (select id from batch where counted_month is null) and completed_on < :day
                        limit :most""")
                .param("day", firstKept)
                .param("most", UNPUBLISHED_AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private List<AgedBatch> batchesAfter(UUID last) {
        return jdbc.sql("""
                        select b.id, max(a.completed_on) as youngest
                        from (select id from batch where id > ? and counted_month is not null order by id limit ?) b
                            left join assessment a on a.batch = b.id
                        group by b.id order by b.id""")
                .params(last, BATCHES_AT_ONCE)
                .query((row, number) -> new AgedBatch(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("youngest", LocalDate.class))))
                .list();
    }

    private List<UUID> resultsOf(UUID batch) {
        return jdbc.sql("select id from assessment where batch = ?")
                .param(batch)
                .query(UUID.class)
                .list();
    }
}

package org.threesigns.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.Assessments;

/**
 * Deletes results that are older than the host wants to keep, as completely as their owners could.
 *
 * <p>A published batch goes as one, once the youngest result in it is due: if its results went one by one, the counts
 * would lose the whole batch at the first, or tell of each at its day. Several copies of the application may do this at
 * once, and each may be killed at any moment: what is deleted is gone, and the rest waits for the next round.
 */
@Component
public class Retention {

    /** How many are deleted in one transaction; a batch is smaller. */
    static final int AT_ONCE = 50;

    /** How many are looked for by one statement. */
    private static final int UNPUBLISHED_AT_ONCE = 20 * AT_ONCE;

    /** How many batches are looked at by one statement, which a server has five seconds for. */
    static final int LOOKED_AT = 100;

    private static final UUID FIRST = new UUID(0, 0);

    /** @param youngest the day of its youngest result; none where all have just left it */
    private record Batch(UUID id, Optional<LocalDate> youngest) {}

    private final JdbcClient jdbc;
    private final Assessments assessments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Autowired
    Retention(JdbcClient jdbc, Assessments assessments, ApplicationEventPublisher events) {
        this(jdbc, assessments, events, Clock.systemUTC());
    }

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
     * @return how many results are gone
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
            more = 0;
            List<UUID> some = unpublished(firstKept);
            for (int from = 0; from < some.size(); from += AT_ONCE) {
                more += assessments.deleteCompletedBefore(
                        firstKept, some.subList(from, Math.min(from + AT_ONCE, some.size())));
            }
            deleted += more;
        } while (more > 0);
        return deleted;
    }

    private int deleteBatches(LocalDate firstKept) {
        int deleted = 0;
        UUID last = FIRST;
        List<Batch> some;
        do {
            some = batchesAfter(last);
            for (Batch batch : some) {
                if (batch.youngest().filter(day -> day.isBefore(firstKept)).isPresent()) {
                    deleted += assessments.deleteCompletedBefore(firstKept, resultsOf(batch.id()));
                }
                last = batch.id();
            }
        } while (some.size() == LOOKED_AT);
        return deleted;
    }

    /** Two questions, each of which an index answers: asked in one, all that is published would have to be looked at. */
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

    private List<Batch> batchesAfter(UUID last) {
        return jdbc.sql("""
                        select b.id, max(a.completed_on) as youngest
                        from (select id from batch where id > ? and counted_month is not null order by id limit ?) b
                            left join assessment a on a.batch = b.id
                        group by b.id order by b.id""")
                .params(last, LOOKED_AT)
                .query((row, number) -> new Batch(
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

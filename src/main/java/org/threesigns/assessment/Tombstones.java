package org.threesigns.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keys of deleted results. The form of a deleted result, if it is sent again, does not store the result again. A tombstone
 * lasts until the form is too old to be accepted, and holds no time finer than a day.
 */
@Component
class Tombstones {

    /** One day more than a token can be saved, because the clocks of two servers may differ. */
    static final int DAYS = Assessments.DAYS_TO_SAVE + 1;

    private final JdbcClient jdbc;
    private final Clock clock;

    Tombstones(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Part of the transaction that deletes the row. A result whose form is too old to be accepted needs no tombstone. */
    void setFor(AssessmentEntity row) {
        LocalDate today = LocalDate.now(clock);
        if (!row.completed().completedOn().plusDays(DAYS).isBefore(today)) {
            jdbc.sql("insert into tombstone (assessment_id, ends_on) values (?, ?)")
                    .params(row.id(), today.plusDays(DAYS))
                    .update();
        }
    }

    boolean standsFor(UUID result) {
        return jdbc.sql("select 1 from tombstone where assessment_id = ?")
                .param(result)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Safe to run on several servers at once: it is one statement. */
    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT12H")
    void removeEnded() {
        jdbc.sql("delete from tombstone where ends_on < ?")
                .param(LocalDate.now(clock))
                .update();
    }
}

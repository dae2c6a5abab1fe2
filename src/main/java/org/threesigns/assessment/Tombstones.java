package org.threesigns.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Keys of results that were deleted, so that the form of such a result, sent once more, does not make it anew.
 * Each lasts until no form of its token is taken any more, and says no more than a day.
 */
@Repository
class Tombstones {

    /** One day more than a token can be saved, as the clocks of two copies may lie apart. */
    static final int DAYS = Assessments.DAYS_TO_SAVE + 1;

    private static final Logger log = LoggerFactory.getLogger(Tombstones.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    @Autowired
    Tombstones(JdbcClient jdbc) {
        this(jdbc, Clock.systemUTC());
    }

    Tombstones(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Part of the transaction that deletes the row. A result so old that its form is refused anyway needs none. */
    void setFor(AssessmentEntity row) {
        LocalDate today = LocalDate.now(clock);
        if (row.completed().completedOn().plusDays(DAYS).isBefore(today)) {
            return;
        }
        jdbc.sql("insert into tombstone (assessment_id, ends_on) values (?, ?)")
                .params(row.id(), today.plusDays(DAYS))
                .update();
    }

    boolean standsFor(UUID result) {
        return !among(List.of(result)).isEmpty();
    }

    /** Those of these results for which one stands. */
    Set<UUID> among(Collection<UUID> results) {
        return jdbc.sql("select assessment_id from tombstone where assessment_id = any(?)")
                .param(new SqlArrayValue("uuid", results.toArray()))
                .query(UUID.class)
                .set();
    }

    /** Several copies may do it at once: it is one statement. */
    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT12H")
    void removeEnded() {
        try {
            jdbc.sql("delete from tombstone where ends_on < ?")
                    .param(LocalDate.now(clock))
                    .update();
        } catch (DataAccessException e) {
            log.warn(
                    "Old tombstones could not be removed now; the next round will. ({})",
                    e.getClass().getSimpleName());
        }
    }
}

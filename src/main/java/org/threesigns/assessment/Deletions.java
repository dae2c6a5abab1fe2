package org.threesigns.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many results were deleted on which day, and why. Which results they were is kept nowhere. */
@Repository
class Deletions {

    /** Why a result went. */
    enum Cause {
        RESPONDENT("respondent"),
        RETENTION("retention");

        private final String code;

        Cause(String code) {
            this.code = code;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock = Clock.systemUTC();

    Deletions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Part of the caller's transaction. A row for each time, so that nobody waits for anybody. */
    void count(Cause cause, int results) {
        jdbc.sql("insert into deletion (id, deleted_on, cause, results) values (?, ?, ?, ?)")
                .params(UUID.randomUUID(), LocalDate.now(clock), cause.code, results)
                .update();
    }
}

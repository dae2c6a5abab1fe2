package org.threesigns.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What administrators did, for administrators to read: who, what and when to the second. Never an address of a
 * machine, a result's key, or anything that a respondent answered.
 */
@Component
public class AuditLog {

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    AuditLog(JdbcClient database) {
        this.database = database;
    }

    /**
     * Writes down what somebody did; inside a transaction, it is written only if that commits.
     *
     * @param actor the name of the account, or null where nobody is known
     */
    public void record(AuditEvent event, @Nullable String actor) {
        record(event, actor, null);
    }

    /**
     * Writes down what somebody did.
     *
     * @param actor the name of the account, or null where nobody is known
     * @param detail at most 500 characters, made by the application and never by a respondent
     */
    public void record(AuditEvent event, @Nullable String actor, @Nullable String detail) {
        database.sql("insert into audit_event (happened_at, actor, event, detail) values (?, ?, ?, ?)")
                .param(1, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS))
                .param(2, actor)
                .param(3, event.code())
                .param(4, detail)
                .update();
    }
}

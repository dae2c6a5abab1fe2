package org.threesigns.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What administrators did, for administrators to read: who, what and when to the second. Never an address of a
 * machine, a result's key, or anything that a respondent answered.
 *
 * <p>It stays small: failures are counted by the hour (see {@link #count}), and {@link AuditRetention} deletes what is old.
 */
@Component
public class AuditLog {

    static final int ENTRIES_A_PAGE = 50;

    private static final Duration COUNTED_TOGETHER = Duration.ofHours(1);

    private final JdbcClient database;
    private final Clock clock;

    @Autowired
    AuditLog(JdbcClient database) {
        this(database, Clock.systemUTC());
    }

    AuditLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
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
                .param(1, now())
                .param(2, actor)
                .param(3, event.code())
                .param(4, detail)
                .update();
    }

    /**
     * Writes down something that anybody could make happen as often as they like: within an hour, all of one actor is
     * one entry with a count. Names that no account has are all one actor, so guessing cannot fill the log.
     */
    void count(AuditEvent event, @Nullable String actor) {
        int counted = database.sql("""
                        update audit_event set times = times + 1 where id = (
                            select max(id) from audit_event
                            where event = ? and actor is not distinct from cast(? as varchar) and happened_at > ?)""")
                .param(1, event.code())
                .param(2, actor)
                .param(3, now().minus(COUNTED_TOGETHER))
                .update();
        if (counted == 0) {
            record(event, actor);
        }
    }

    /**
     * A page of the log, the newest entry first.
     *
     * @param only the event to show, or null for all
     * @param number from 1; a number out of range gives the nearest page there is
     */
    public AuditPage page(@Nullable AuditEvent only, int number) {
        String code = only == null ? null : only.code();
        int entries = database.sql("select count(*) from audit_event where event = coalesce(cast(? as varchar), event)")
                .param(1, code)
                .query(Integer.class)
                .single();
        int pages = Math.max(1, (entries + ENTRIES_A_PAGE - 1) / ENTRIES_A_PAGE);
        int shown = Math.min(Math.max(1, number), pages);
        return new AuditPage(entries(code, shown), shown, pages);
    }

    private List<AuditEntry> entries(@Nullable String code, int page) {
        return database.sql("""
                        select happened_at, event, actor, detail, times from audit_event
                        where event = coalesce(cast(? as varchar), event)
                        order by id desc offset ? rows fetch next ? rows only""")
                .param(1, code)
                .param(2, (page - 1) * ENTRIES_A_PAGE)
                .param(3, ENTRIES_A_PAGE)
                .query(AuditLog::entry)
                .list();
    }

    /** Deletes what is older than that; says how many entries. */
    int deleteOlderThan(Duration age) {
        return database.sql("delete from audit_event where happened_at < ?")
                .param(now().minus(age))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("event"),
                row.getString("actor"),
                row.getString("detail"),
                row.getInt("times"));
    }
}

package org.threesigns.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/**
 * What administrators did, for administrators to read: who, what and when to the second. Never an address of a
 * machine, a result's key, or anything that a respondent answered.
 *
 * <p>It stays small: failures are counted by the hour (see {@link #count}), and {@link AccountCleanup} deletes what is old.
 */
@Component
public class AuditLog {

    static final int ENTRIES_A_PAGE = 50;

    /** JPA counts the entries before a page in an int. */
    private static final int HIGHEST_INDEX = Integer.MAX_VALUE / ENTRIES_A_PAGE;

    private static final Duration COUNTED_TOGETHER = Duration.ofHours(1);

    private final AuditEntryRepository entries;
    private final Clock clock;

    AuditLog(AuditEntryRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Records what an account did; inside a transaction, it is recorded only if that commits.
     *
     * @param actor the name of the account, or null where none is known
     */
    public void record(AuditEvent event, @Nullable String actor) {
        record(event, actor, null);
    }

    /**
     * Records what an account did.
     *
     * @param actor the name of the account, or null where none is known
     * @param detail at most 500 characters, made by the application and never by a respondent
     */
    public void record(AuditEvent event, @Nullable String actor, @Nullable String detail) {
        entries.save(new AuditEntry(now(), event, actor, detail));
    }

    /**
     * Records what anybody could make happen as often as they like: within an hour, all of one actor is one entry with
     * a count. Names that no account has are all one actor, so guessing cannot fill the log.
     */
    void count(AuditEvent event, @Nullable String actor) {
        if (entries.countInLatest(event.code(), actor, now().minus(COUNTED_TOGETHER)) == 0) {
            record(event, actor);
        }
    }

    /**
     * A page of the log, the newest entry first.
     *
     * @param only the event to show, or null for all
     * @param number from 1; a number out of range gives the nearest page there is
     */
    Page<AuditEntry> page(@Nullable AuditEvent only, int number) {
        Page<AuditEntry> page = find(only, Math.min(Math.max(1, number) - 1, HIGHEST_INDEX));
        return page.getNumber() < page.getTotalPages() ? page : find(only, Math.max(0, page.getTotalPages() - 1));
    }

    private Page<AuditEntry> find(@Nullable AuditEvent only, int index) {
        Pageable newestFirst =
                PageRequest.of(index, ENTRIES_A_PAGE, Sort.by("id").descending());
        return only == null ? entries.findAll(newestFirst) : entries.findByEvent(only.code(), newestFirst);
    }

    /** Deletes older entries; returns how many. */
    int deleteOlderThan(Duration age) {
        return entries.deleteBefore(now().minus(age));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}

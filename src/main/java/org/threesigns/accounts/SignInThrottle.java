package org.threesigns.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threesigns.storage.ApplicationSecret;

/**
 * Slows guessing down: after a few failures under one name, the next try under it has to wait, longer each time.
 *
 * <p>The count is kept in the database, so it holds across all copies of the application. It is kept for every name,
 * whether there is such an account or not, so waiting tells nothing. Names are not kept: each falls, by a keyed code,
 * into one of a fixed number of buckets, which also bounds the table. The wait is bounded too, so that nobody can
 * lock an administrator out for long by guessing in their name; tries made while waiting neither count nor prolong.
 */
@Component
class SignInThrottle {

    static final int FREE_TRIES = 4;
    static final Duration LONGEST = Duration.ofSeconds(30);
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** What a form says to those who have to wait. */
    static final String TRY_LATER = "There were too many tries just now. Wait half a minute, then send the form again.";

    private static final int BUCKETS = 1024;
    private static final Duration AFTER_A_TIE = Duration.ofSeconds(1);

    private final JdbcClient database;
    private final ApplicationSecret secret;
    private final Clock clock;

    SignInThrottle(JdbcClient database, ApplicationSecret secret, Clock clock) {
        this.database = database;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * Takes one try under a name. It counts as failed until {@link #reset} says otherwise, so that tries made side by
     * side cannot all slip through before the first has failed.
     *
     * @return how long to wait before the next try may be taken; empty where this one may
     */
    Optional<Duration> tryAcquire(String name) {
        int bucket = bucket(name);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<State> found = find(bucket);
        if (found.isEmpty()) {
            return start(bucket, now) ? Optional.empty() : Optional.of(AFTER_A_TIE);
        }
        State state = found.get();
        if (state.openFrom().isAfter(now)) {
            return Optional.of(Duration.between(now, state.openFrom()));
        }
        return advance(bucket, state, now) ? Optional.empty() : Optional.of(AFTER_A_TIE);
    }

    /** As {@link #tryAcquire}. */
    void acquire(String name) throws SignInThrottledException {
        tryAcquire(name).ifPresent(wait -> {
            throw new SignInThrottledException(wait);
        });
    }

    /** The last try under this name was right: the next failure is the first again. */
    void reset(String name) {
        database.sql("delete from sign_in_delay where bucket = ?")
                .param(bucket(name))
                .update();
    }

    /** How long the next try has to wait after so many failures. */
    static Duration waitAfter(int failures) {
        if (failures < FREE_TRIES) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(failures - FREE_TRIES, 10);
        return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
    }

    private Optional<State> find(int bucket) {
        return database.sql("select failures, open_from from sign_in_delay where bucket = ?")
                .param(bucket)
                .query((row, number) -> new State(
                        row.getInt("failures"),
                        row.getObject("open_from", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private boolean start(int bucket, Instant now) {
        try {
            database.sql("insert into sign_in_delay (bucket, failures, open_from) values (?, 1, ?)")
                    .params(bucket, utc(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Counts a failure, unless somebody else has counted one since we looked. */
    private boolean advance(int bucket, State seen, Instant now) {
        boolean longAgo = seen.openFrom().plus(FORGOTTEN_AFTER).isBefore(now);
        int failures = longAgo ? 1 : seen.failures() + 1;
        return database.sql("""
                        update sign_in_delay set failures = ?, open_from = ?
                        where bucket = ? and failures = ? and open_from = ?""")
                        .params(
                                failures,
                                utc(now.plus(waitAfter(failures))),
                                bucket,
                                seen.failures(),
                                utc(seen.openFrom()))
                        .update()
                == 1;
    }

    private int bucket(String name) {
        byte[] code = secret.hmac("sign-in-delay", name.getBytes(StandardCharsets.UTF_8));
        return Math.floorMod(ByteBuffer.wrap(code).getInt(), BUCKETS);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record State(int failures, Instant openFrom) {}
}

package org.threesigns.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threesigns.storage.ApplicationSecret;

/**
 * Slows guessing down: after a few failures of one allowance, the next try of it has to wait, longer each time.
 *
 * <p>The count is kept in the database, so it holds across all copies of the application. It is kept for every name,
 * whether there is such an account or not, so waiting tells nothing. Names and addresses are not kept: each falls, by a
 * keyed code, into one of a fixed number of buckets, which also bounds the table. Those of devices and sessions are apart, so
 * that strangers cannot fill them. The wait is bounded too; tries made while waiting neither count nor prolong.
 */
@Component
class SignInThrottle {

    static final int FREE_TRIES = 4;
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** How much the clocks of copies may differ. What is further ahead was written by a clock that was wrong. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** What a form says to those who have to wait. */
    static final String TRY_LATER = "There were too many tries just now. Wait half a minute, then send the form again.";

    private static final int BUCKETS = 1024;
    private static final int OWN_BUCKETS = 1024 * 1024;
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
     * Takes one try of each of these allowances. It counts as failed until {@link #reset} says otherwise, so that tries made
     * side by side cannot all slip through before the first has failed.
     *
     * @return how long to wait before the next try may be taken; empty where this one may
     */
    Optional<Duration> tryAcquire(List<SignInAllowance> allowances) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Integer> buckets = allowances.stream().map(this::bucket).distinct().toList();
        Optional<Duration> longest = buckets.stream()
                .flatMap(bucket -> find(bucket).stream())
                .map(state -> state.waitAt(now))
                .max(Comparator.naturalOrder())
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0);
        if (longest.isPresent()) {
            return longest;
        }
        return buckets.stream().allMatch(bucket -> take(bucket, now)) ? Optional.empty() : Optional.of(AFTER_A_TIE);
    }

    /** As {@link #tryAcquire}. */
    void acquire(List<SignInAllowance> allowances) throws SignInThrottledException {
        tryAcquire(allowances).ifPresent(wait -> {
            throw new SignInThrottledException(wait);
        });
    }

    /**
     * The last try of these was right: the next failure is the first again. An address gets back that one try alone, or
     * an analyst could guess at others all day by signing in rightly after every third guess.
     */
    void reset(List<SignInAllowance> allowances) {
        allowances.forEach(allowance -> database.sql(
                        allowance.anyAccount()
                                ? "update sign_in_delay set failures = failures - 1 where bucket = ? and failures > 0"
                                : "delete from sign_in_delay where bucket = ?")
                .param(bucket(allowance))
                .update());
    }

    /** How long the next try has to wait after so many failures. */
    static Duration waitAfter(int failures) {
        if (failures < FREE_TRIES) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(failures - FREE_TRIES, 10);
        return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
    }

    private boolean take(int bucket, Instant now) {
        return find(bucket)
                .map(state -> state.waitAt(now).isZero() && advance(bucket, state, now))
                .orElseGet(() -> start(bucket, now));
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

    private int bucket(SignInAllowance allowance) {
        byte[] code = secret.hmac("sign-in-delay", allowance.key().getBytes(StandardCharsets.UTF_8));
        int number = ByteBuffer.wrap(code).getInt();
        return allowance.own() ? BUCKETS + Math.floorMod(number, OWN_BUCKETS) : Math.floorMod(number, BUCKETS);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record State(int failures, Instant openFrom) {

        /** None for more than there can be: it was written while the clock was ahead, and would keep everybody out until then. */
        private Duration waitAt(Instant now) {
            Duration wait = Duration.between(now, openFrom);
            return wait.isNegative() || wait.compareTo(LONGEST.plus(CLOCK_SKEW)) > 0 ? Duration.ZERO : wait;
        }
    }
}

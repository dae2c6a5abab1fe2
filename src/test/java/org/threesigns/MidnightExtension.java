package org.threesigns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets no test begin in the last minute of a day, as a result has the day (UTC) on which it was stored, and a test that asks for
 * today would ask for another one. Registered for all tests; it waits once a day, for a minute at most.
 */
public final class MidnightExtension implements BeforeAllCallback, BeforeEachCallback {

    private static final Duration LAST_MINUTE = Duration.ofMinutes(1);

    private final Clock clock = Clock.systemUTC();

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        Thread.sleep(untilTheDayIsSafe(clock.instant()).toMillis());
    }

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        beforeAll(context);
    }

    /** Zero, or what is left of a day that is nearly over. */
    static Duration untilTheDayIsSafe(Instant now) {
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Duration left = Duration.between(now, midnight);
        return left.compareTo(LAST_MINUTE) > 0 ? Duration.ZERO : left.plusMillis(1);
    }
}

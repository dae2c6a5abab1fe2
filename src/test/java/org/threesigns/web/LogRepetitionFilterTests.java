package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogRepetitionFilterTests {

    private static final String LIBRARY = "org.example.Server";
    private static final String OWN = "org.threesigns.operations.ImportCommand";

    private final LogRepetitionFilter filter = new LogRepetitionFilter();
    private Instant now = Instant.parse("2026-11-29T08:00:00Z");

    @Test
    void oneWarningOfAKindIsWrittenAMinute() {
        assertThat(isWritten(LIBRARY, Level.WARN, "{} is away", null, "one")).isTrue();
        assertThat(isWritten(LIBRARY, Level.WARN, "{} is away", null, "another"))
                .isFalse();

        now = now.plus(Duration.ofSeconds(61));

        assertThat(isWritten(LIBRARY, Level.WARN, "{} is away", null, "one")).isTrue();
    }

    @Test
    void aClockThatWasAMonthAheadSilencesNothing() {
        now = now.plus(Duration.ofDays(31));
        assertThat(isWritten(LIBRARY, Level.WARN, "it is away", null)).isTrue();

        now = now.minus(Duration.ofDays(31));

        assertThat(isWritten(LIBRARY, Level.WARN, "it is away", null)).isTrue();
    }

    @Test
    void aFailureIsOfTheSameKindWhateverItsMessageQuotes() {
        assertThat(isWritten(LIBRARY, Level.ERROR, "failed at /a", failure("a")))
                .isTrue();
        assertThat(isWritten(LIBRARY, Level.ERROR, "failed at /b", failure("b")))
                .isFalse();
        assertThat(isWritten(LIBRARY, Level.ERROR, "failed at /b", new IllegalStateException("b")))
                .isTrue();
    }

    @Test
    void ourOwnWarningsAreWrittenUnlessTheyAreEqual() {
        assertThat(isWritten(OWN, Level.WARN, "Line {}", null, 1)).isTrue();
        assertThat(isWritten(OWN, Level.WARN, "Line {}", null, 2)).isTrue();
        assertThat(isWritten(OWN, Level.WARN, "Line {}", null, 2)).isFalse();
    }

    @Test
    void whatIsNoWarningAndWhatEndsUsIsWrittenAlways() {
        assertThat(isWritten(OWN, Level.ERROR, "the end", null)).isTrue();
        assertThat(isWritten(OWN, Level.ERROR, "the end", null)).isTrue();
        assertThat(isWritten(LIBRARY, Level.INFO, "again", null)).isTrue();
        assertThat(isWritten(LIBRARY, Level.INFO, "again", null)).isTrue();
    }

    @Test
    void aFloodOfKindsFillsNoMemory() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(isWritten(LIBRARY, Level.WARN, "kind " + i, null)).isTrue();
        }
        assertThat(isWritten(LIBRARY, Level.WARN, "kind 9999", null)).isFalse();
        assertThat(isWritten(LIBRARY, Level.WARN, "kind 0", null)).isTrue();
    }

    private static Exception failure(String quoted) {
        return new IllegalArgumentException(quoted);
    }

    private boolean isWritten(
            String logger, Level level, String message, @Nullable Throwable failure, Object... parameters) {
        var event = new LoggingEvent("", new LoggerContext().getLogger(logger), level, message, failure, parameters);
        event.setInstant(now);
        return filter.decide(event) != FilterReply.DENY;
    }
}

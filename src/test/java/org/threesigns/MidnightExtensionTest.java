package org.threesigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MidnightExtensionTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T00:00:00Z,     PT0S",
        "2026-11-30T23:58:59.999Z, PT0S",
        "2026-11-30T23:59:00Z,     PT1M0.001S",
        "2026-11-30T23:59:59.999Z, PT0.002S"
    })
    void waitsInTheLastMinuteOfADayAlone(Instant now, Duration wait) {
        assertThat(MidnightExtension.untilTheDayIsSafe(now)).isEqualTo(wait);
    }

    @Test
    void isFoundByJUnit() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(MidnightExtension.class);
    }
}

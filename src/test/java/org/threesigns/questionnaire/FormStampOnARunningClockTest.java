package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.threesigns.storage.ApplicationSecret;

class FormStampOnARunningClockTest {

    @Test
    void aStampIsGoodEvenWhereTheClockMovesOnWhileItIsMade() {
        var millis = new AtomicLong(1_742_169_600_000L);
        InstantSource neverTheSame = () -> Instant.ofEpochMilli(millis.getAndIncrement());
        Clock clock = neverTheSame.withZone(ZoneOffset.UTC);
        var stamps = new FormStamp(new ApplicationSecret("a secret".getBytes(StandardCharsets.UTF_8)), clock);

        assertThat(stamps.age(stamps.issue("form"), "form")).isPresent();
    }
}

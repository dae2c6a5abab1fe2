package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.storage.ApplicationSecret;

class FormStampTests {

    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00.250Z");

    private final ApplicationSecret secret = secret("one installation");

    @Test
    void tellsHowLongAgoAFormWasHandedOut() {
        String stamp = at(NOW).issue("form");

        assertThat(at(NOW.plusMillis(1_234)).age(stamp, "form")).contains(Duration.ofMillis(1_234));
    }

    @Test
    void anOldStampTellsItsAge() {
        String stamp = at(NOW).issue("form");

        assertThat(at(NOW.plus(Duration.ofDays(400))).age(stamp, "form")).contains(Duration.ofDays(400));
    }

    @Test
    void isWorthNothingOnAnotherForm() {
        String stamp = at(NOW).issue("form");

        assertThat(at(NOW).age(stamp, "other form")).isEmpty();
    }

    @Test
    void isWorthNothingInAnotherInstallation() {
        String stamp = new FormStamp(secret("another"), Clock.fixed(NOW, ZoneOffset.UTC)).issue("form");

        assertThat(at(NOW).age(stamp, "form")).isEmpty();
    }

    @Test
    void noCharacterOfItCanBeChanged() {
        String stamp = at(NOW).issue("form");

        assertThat(IntStream.range(0, stamp.length())
                        .mapToObj(place -> changedAt(place, stamp))
                        .filter(changed -> at(NOW).age(changed, "form").isPresent()))
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "abc", "******************************************************", "\0"})
    void whatIsNoStampHasNoAge(String stamp) {
        assertThat(at(NOW).age(stamp, "form")).isEmpty();
    }

    @Test
    void aStampOfAnotherLengthHasNoAge() {
        String stamp = at(NOW).issue("form");

        assertThat(at(NOW).age(stamp + "A", "form")).isEmpty();
        assertThat(at(NOW).age(stamp.substring(1), "form")).isEmpty();
        assertThat(at(NOW).age(stamp.repeat(1_000), "form")).isEmpty();
    }

    @Test
    void clocksOfTwoCopiesMayLieALittleApart() {
        String stamp = at(NOW.plusSeconds(30)).issue("form");

        assertThat(at(NOW).age(stamp, "form")).contains(Duration.ZERO);
    }

    @Test
    void aStampFromTheFutureIsMadeUp() {
        String stamp = at(NOW.plusSeconds(61)).issue("form");

        assertThat(at(NOW).age(stamp, "form")).isEmpty();
    }

    private FormStamp at(Instant now) {
        return new FormStamp(secret, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ApplicationSecret secret(String material) {
        return new ApplicationSecret(material.getBytes(StandardCharsets.UTF_8));
    }

    private static String changedAt(int place, String stamp) {
        char changed = stamp.charAt(place) == 'B' ? 'R' : 'B';
        return stamp.substring(0, place) + changed + stamp.substring(place + 1);
    }
}

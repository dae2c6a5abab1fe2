package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.startup.StartupException;

class SubmissionRateTest {

    private final SubmissionRate rate = allowing(3);

    @Test
    void noticesOnlyWhatIsMoreThanPeopleSend() {
        assertThat(IntStream.range(0, 5).mapToObj(each -> isExceededWithOneMoreFrom("203.0.113.7")))
                .containsExactly(false, false, false, true, true);
        assertThat(isExceededWithOneMoreFrom("203.0.113.8")).isFalse();
    }

    @Test
    void aHouseholdIsOnePlaceHoweverManyAddressesItHas() {
        assertThat(IntStream.range(0, 4).mapToObj(each -> isExceededWithOneMoreFrom("2001:db8:1:2::" + each)))
                .containsExactly(false, false, false, true);
        assertThat(isExceededWithOneMoreFrom("2001:db8:1:3::1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "192.168.0.7", "172.16.0.1", "fe80::1", "fd12::1"})
    void whatMayBeAProxyIsNeverTooBusy(String address) {
        assertThat(IntStream.range(0, 10).mapToObj(each -> isExceededWithOneMoreFrom(address)))
                .containsOnly(false);
        assertThat(rate.places()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "host.example", "", "1.2.3.4.5", "not:an:address", "999.1.1.1"})
    void whateverStandsInForAnAddressIsAPlaceOfItsOwn(String address) {
        assertThat(IntStream.range(0, 4).mapToObj(each -> isExceededWithOneMoreFrom(address)))
                .containsExactly(false, false, false, true);
    }

    @Test
    void forgetsEverythingEachHour() {
        IntStream.range(0, 4).forEach(each -> isExceededWithOneMoreFrom("203.0.113.7"));

        rate.forget();

        assertThat(rate.places()).isZero();
        assertThat(isExceededWithOneMoreFrom("203.0.113.7")).isFalse();
    }

    @Test
    void aFloodFromVeryManyPlacesFillsNoMemoryAndIsTooBusy() {
        IntStream.range(0, SubmissionRate.MOST_PLACES)
                .forEach(each -> isExceededWithOneMoreFrom("2001:db8:%x:%x::1".formatted(each >> 16, each & 0xffff)));

        assertThat(isExceededWithOneMoreFrom("198.51.100.1")).isTrue();
        assertThat(rate.places()).isEqualTo(SubmissionRate.MOST_PLACES);
    }

    @Test
    void whatWasNotStoredIsNotCounted() {
        assertThat(IntStream.range(0, 100).mapToObj(each -> rate.isExceeded("203.0.113.7")))
                .containsOnly(false);
        assertThat(rate.places()).isZero();
    }

    @Test
    void noughtLiftsTheLimit() {
        var unlimited = allowing(0);

        IntStream.range(0, 1_000).forEach(each -> unlimited.record("203.0.113.7"));

        assertThat(unlimited.isExceeded("203.0.113.7")).isFalse();
        assertThat(unlimited.places()).isZero();
    }

    @Test
    void aLimitBelowNoughtStopsTheStart() {
        assertThatExceptionOfType(StartupException.class).isThrownBy(() -> allowing(-1));
    }

    private static SubmissionRate allowing(int resultsPerHour) {
        return new SubmissionRate(new QuestionnaireProperties(new QuestionnaireProperties.Robots(resultsPerHour)));
    }

    /** As when a result is stored. */
    private boolean isExceededWithOneMoreFrom(String address) {
        boolean exceeded = rate.isExceeded(address);
        rate.record(address);
        return exceeded;
    }
}

package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionRateTest {

    private final SubmissionRate rate =
            new SubmissionRate(new QuestionnaireProperties(new QuestionnaireProperties.Robots(3)));

    @Test
    void noticesOnlyWhatIsMoreThanPeopleSend() {
        assertThat(IntStream.range(0, 5).mapToObj(each -> rate.recordAndCheck("203.0.113.7")))
                .containsExactly(false, false, false, true, true);
        assertThat(rate.recordAndCheck("203.0.113.8")).isFalse();
    }

    @Test
    void aHouseholdIsOnePlaceHoweverManyAddressesItHas() {
        assertThat(IntStream.range(0, 4).mapToObj(each -> rate.recordAndCheck("2001:db8:1:2::" + each)))
                .containsExactly(false, false, false, true);
        assertThat(rate.recordAndCheck("2001:db8:1:3::1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "192.168.0.7", "172.16.0.1", "fe80::1", "fd12::1"})
    void whatMayBeAProxyIsNeverTooBusy(String address) {
        assertThat(IntStream.range(0, 10).mapToObj(each -> rate.recordAndCheck(address)))
                .containsOnly(false);
        assertThat(rate.places()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "host.example", "", "1.2.3.4.5", "not:an:address", "999.1.1.1"})
    void whateverStandsInForAnAddressIsAPlaceOfItsOwn(String address) {
        assertThat(IntStream.range(0, 4).mapToObj(each -> rate.recordAndCheck(address)))
                .containsExactly(false, false, false, true);
    }

    @Test
    void forgetsEverythingEachHour() {
        IntStream.range(0, 4).forEach(each -> rate.recordAndCheck("203.0.113.7"));

        rate.forget();

        assertThat(rate.places()).isZero();
        assertThat(rate.recordAndCheck("203.0.113.7")).isFalse();
    }

    @Test
    void aFloodFromVeryManyPlacesFillsNoMemoryAndIsTooBusy() {
        IntStream.range(0, SubmissionRate.MOST_PLACES)
                .forEach(each -> rate.recordAndCheck("2001:db8:%x:%x::1".formatted(each >> 16, each & 0xffff)));

        assertThat(rate.recordAndCheck("198.51.100.1")).isTrue();
        assertThat(rate.places()).isEqualTo(SubmissionRate.MOST_PLACES);
    }
}

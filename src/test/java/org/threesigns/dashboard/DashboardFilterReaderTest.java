package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.PublishedSamples;

/** Months: only those that are over, in the right order; results were counted from January to May, and it is May. */
class DashboardFilterReaderTest {

    @ParameterizedTest
    @CsvSource({
        "2025-01, 2025-03, 2025-01, 2025-03, 0",
        "2025-03, 2025-01, 2025-01, 2025-03, 1",
        "2025-02, '', 2025-02, 2025-04, 0",
        "'', 2025-02, '', 2025-02, 0",
        "2025-02, 2025-05, 2025-02, 2025-04, 1",
        "2025-02, 2031-01, 2025-02, 2025-04, 1",
        "2025-05, '', 2025-04, 2025-04, 1",
        "2031-01, 2031-02, 2025-04, 2025-04, 1",
        "2031-02, 2025-02, 2025-02, 2025-04, 2",
        "2019-01, 2025-02, 2019-01, 2025-02, 0",
        "'', '', '', '', 0",
    })
    void findsTheNearestMonths(String from, String to, String shownFrom, String shownTo, int remarks) {
        var filter = filter(Map.of("from", from, "to", to));

        assertThat(filter.from()).isEqualTo(shownFrom);
        assertThat(filter.to()).isEqualTo(shownTo);
        assertThat(filter.remarks()).hasSize(remarks);
    }

    @Test
    void aFirstMonthThatIsNotOverIsNotTakenForAWrongOrder() {
        assertThat(filter(Map.of("from", "2025-05")).remarks())
                .containsExactly("Only months that are over can be chosen, so this ends with April 2025.");
    }

    private static DashboardFilter filter(Map<String, String> parameters) {
        return new DashboardFilterReader(parameters, YearMonth.of(2025, 5))
                .filter(
                        TestInstruments.catalog(),
                        PublishedSamples.fromTo(TestInstruments.sim24(), YearMonth.of(2025, 1), YearMonth.of(2025, 5)));
    }
}

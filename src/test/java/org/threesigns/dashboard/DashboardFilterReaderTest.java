package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
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
        "2031-01, 2031-02, 2025-04, 2025-04, 2",
        "2031-02, 2025-02, 2025-02, 2025-04, 1",
        "2019-01, 2025-02, 2019-01, 2025-02, 0",
        "'', '', '', '', 0",
    })
    void findsTheNearestMonths(String from, String to, String shownFrom, String shownTo, int remarks) {
        var reader = new DashboardFilterReader(Map.of("from", from, "to", to), YearMonth.of(2025, 5));

        var filter = reader.filter(
                TestInstruments.catalog(),
                PublishedSamples.fromTo(TestInstruments.sim24(), YearMonth.of(2025, 1), YearMonth.of(2025, 5)));

        assertThat(filter.from()).isEqualTo(shownFrom);
        assertThat(filter.to()).isEqualTo(shownTo);
        assertThat(filter.remarks()).hasSize(remarks);
    }
}

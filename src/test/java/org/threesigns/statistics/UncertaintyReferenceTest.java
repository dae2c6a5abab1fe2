package org.threesigns.statistics;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.ReferenceData;
import org.threesigns.scoring.Responses;

/**
 * Intervals, correlations of items and percentiles beside those that R gives for the 20,000 reference respondents, scored as
 * three instruments of different shapes. {@code reference/uncertainty.R} makes the expected figures and says how.
 */
class UncertaintyReferenceTest {

    private static final double TOLERANCE = 1e-9;
    private static final Instrument YES_NO = InstrumentShapes.sums(2, 0, 8);
    private static final Instrument LONG = InstrumentShapes.forward(5, 24);
    private static final List<Responses> ALL =
            List.copyOf(ReferenceData.responses().values());

    private static final Map<String, InstrumentStatistics> STATISTICS = Map.of(
            "sim24", of(TestInstruments.sim24(), ALL),
            "yes-no",
                    of(
                            YES_NO,
                            ALL.stream().map(UncertaintyReferenceTest::yesAndNo).toList()),
            "long", of(LONG, ALL.stream().map(UncertaintyReferenceTest::byName).toList()));

    private static final List<PublishedResults.Month> MONTHS = months();

    /** What R gives: one number, or the two ends of an interval. */
    record Expected(String shape, String figure, String id, double low, String high) {

        String part(int which) {
            return id.split(" ", -1)[which];
        }

        int number(int which) {
            return Integer.parseInt(part(which));
        }

        void agreesWith(Interval interval) {
            assertThat(interval.low()).isEqualTo(low, offset(TOLERANCE));
            assertThat(interval.high()).isEqualTo(Double.parseDouble(high), offset(TOLERANCE));
        }
    }

    static Stream<Expected> figures() throws IOException {
        var file = UncertaintyReferenceTest.class.getResourceAsStream("/reference/uncertainty.csv");
        try (var lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Expected(cells[0], cells[1], cells[2], Double.parseDouble(cells[3]), cells[4]))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void agreesWithR(Expected expected) {
        var statistics = Objects.requireNonNull(STATISTICS.get(expected.shape()));
        Scale scale = statistics.instrument().scales().stream()
                .filter(each -> each.id().equals(expected.part(0)))
                .findFirst()
                .orElseThrow();
        int index = statistics.instrument().scales().indexOf(scale);
        ScaleStatistics scores = statistics.scales().get(index);
        switch (expected.figure()) {
            case "mean" -> expected.agreesWith(scores.meanInterval().orElseThrow());
            case "share" ->
                expected.agreesWith(scores.shareInterval(scores.bands().get(expected.number(1))));
            case "correlation" -> {
                int i = place(statistics.instrument(), scale, expected.number(1));
                int j = place(statistics.instrument(), scale, expected.number(2));
                assertThat(statistics.reliability(scale).itemCorrelation(i, j).get())
                        .isEqualTo(expected.low(), offset(TOLERANCE));
            }
            case "percentile" ->
                assertThat(statistics.percentiles().get(index).rows())
                        .filteredOn(row -> row.percent() == expected.number(1))
                        .singleElement()
                        .satisfies(row -> assertThat(row.score()).isEqualTo(expected.low(), offset(TOLERANCE)));
            default ->
                expected.agreesWith(
                        inMonth(expected.part(1)).scales().get(index).interval().orElseThrow());
        }
    }

    private static PublishedResults.Month inMonth(String month) {
        return MONTHS.stream()
                .filter(each -> each.month().toString().equals(month))
                .findFirst()
                .orElseThrow();
    }

    /** The reference numbers a scale's items by their names, and an instrument asks them in another order. */
    private static int place(Instrument instrument, Scale scale, int number) {
        return instrument.id().equals("sim24")
                ? scale.items()
                        .indexOf(
                                instrument.item(scale.id() + "-" + (number + 1)).orElseThrow())
                : number;
    }

    private static InstrumentStatistics of(Instrument instrument, List<Responses> group) {
        return new InstrumentStatistics(ResponseCounts.of(instrument, group));
    }

    private static List<PublishedResults.Month> months() {
        Instrument sim24 = TestInstruments.sim24();
        var byMonth = ReferenceData.sittings().stream().collect(groupingBy(sitting -> YearMonth.from(sitting.day())));
        var cells = byMonth.entrySet().stream()
                .map(month -> new PublishedCell(
                        "en",
                        CountedWording.CURRENT,
                        false,
                        month.getKey(),
                        ResponseCounts.of(
                                sim24,
                                month.getValue().stream()
                                        .map(ReferenceData.Sitting::responses)
                                        .toList()),
                        0))
                .toList();
        return new PublishedResults(sim24, cells).trend(CountFilter.ALL);
    }

    private static Responses yesAndNo(Responses responses) {
        Responses yesNo = Responses.allSkipped(8);
        for (int item = 0; item < 8; item++) {
            int option = option(responses, "S1-" + (item + 1));
            yesNo = option < 0 ? yesNo : yesNo.with(YES_NO.items().get(item), option >= 2 ? 1 : 0);
        }
        return yesNo;
    }

    private static Responses byName(Responses responses) {
        Responses all = Responses.allSkipped(24);
        for (int item : IntStream.range(0, 24).toArray()) {
            int option = option(responses, "S%d-%d".formatted(1 + item / 8, 1 + item % 8));
            all = option < 0 ? all : all.with(LONG.items().get(item), option);
        }
        return all;
    }

    private static int option(Responses responses, String item) {
        return responses
                .option(TestInstruments.sim24().item(item).orElseThrow())
                .orElse(-1);
    }
}

package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.ReferenceData;
import org.threesigns.scoring.Responses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What R says of two groups: the reference people of two months and of the others, and two samples of other shapes. */
class GroupComparisonReferenceTest {

    private static final Path FOLDER = Path.of("src/test/resources/reference/groups");
    private static final double TOLERANCE = 1e-9;

    /** The responses of two groups. */
    private record Groups(Instrument instrument, List<Responses> first, List<Responses> second) {

        GroupComparison comparison() {
            return GroupComparison.of(statistics(first), statistics(second));
        }

        private InstrumentStatistics statistics(List<Responses> group) {
            return new InstrumentStatistics(ResponseCounts.of(instrument, group));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFigureOfTwoGroupsAgreesWithR() throws IOException {
        JsonNode expected =
                new JsonMapper().readTree(FOLDER.resolve("expected.json").toFile());
        var comparisons = List.of(sim24(), sample("worry"), sample("two-options"));
        return comparisons.stream()
                .map(Groups::comparison)
                .flatMap(comparison -> comparison.scales().stream())
                .map(scale -> dynamicTest(
                        scale.first().scale().id(),
                        () -> agrees(
                                scale,
                                expected.values().stream()
                                        .filter(each -> each.get("scale")
                                                .asString()
                                                .equals(scale.first().scale().id()))
                                        .findFirst()
                                        .orElseThrow())));
    }

    private static void agrees(ScaleComparison scale, JsonNode expected) {
        MeanDifference difference = scale.difference();
        Interval interval = difference.interval().orElseThrow();
        Interval ofD = difference.standardisedInterval().orElseThrow();
        assertThat(scale.first().n()).isEqualTo(expected.get("n_1").longValue());
        assertThat(scale.second().n()).isEqualTo(expected.get("n_2").longValue());
        agrees(scale.first().mean().get(), expected, "mean_1");
        agrees(scale.second().mean().get(), expected, "mean_2");
        agrees(scale.first().sd().get(), expected, "sd_1");
        agrees(scale.second().sd().get(), expected, "sd_2");
        agrees(difference.points().get(), expected, "difference");
        agrees(interval.low(), expected, "low");
        agrees(interval.high(), expected, "high");
        double df = expected.get("df").doubleValue();
        agrees(difference.degreesOfFreedom().get() / df, 1, "df");
        agrees(difference.standardised().get(), expected, "d");
        agrees(ofD.low(), expected, "d_low");
        agrees(ofD.high(), expected, "d_high");
        agrees(scale.firstReliability(), expected, "alpha_1");
        agrees(scale.secondReliability(), expected, "alpha_2");
    }

    /** In too small a group there is none, whatever R says. */
    private static void agrees(ReliabilityAnalysis reliability, JsonNode expected, String name) {
        assertThat(reliability.alpha().isKnown()).isEqualTo(reliability.n() >= ReliabilityAnalysis.FEWEST);
        reliability.alpha().value().ifPresent(alpha -> agrees(alpha, expected, name));
    }

    private static void agrees(double figure, JsonNode expected, String name) {
        agrees(figure, expected.get(name).doubleValue(), name);
    }

    private static void agrees(double figure, double expected, String name) {
        assertThat(figure).as(name).isEqualTo(expected, offset(TOLERANCE));
    }

    private static Groups sim24() {
        var march = LocalDate.of(2025, 3, 1);
        return new Groups(
                TestInstruments.sim24(),
                ReferenceData.sittings().stream()
                        .filter(sitting -> sitting.day().isBefore(march))
                        .map(ReferenceData.Sitting::responses)
                        .toList(),
                ReferenceData.sittings().stream()
                        .filter(sitting -> !sitting.day().isBefore(march))
                        .map(ReferenceData.Sitting::responses)
                        .toList());
    }

    private static Groups sample(String id) throws IOException {
        Instrument instrument = TestInstruments.catalog(Path.of("src/test/resources/other-instruments"), "three-signs")
                .latest(id)
                .orElseThrow();
        List<String> lines = Files.readAllLines(FOLDER.resolve(id + ".csv"));
        List<String> header = Arrays.asList(lines.get(0).split(","));
        List<List<Responses>> groups = List.of(new ArrayList<>(), new ArrayList<>());
        lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> groups.get(Integer.parseInt(cells[0]) - 1).add(responses(instrument, header, cells)));
        return new Groups(instrument, groups.get(0), groups.get(1));
    }

    private static Responses responses(Instrument instrument, List<String> header, String[] cells) {
        var responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            String value = cells[header.indexOf(item.id().replace('-', '_'))];
            if (!value.isEmpty()) {
                int lowest = item.responseScale().lowest();
                responses = responses.with(item, Integer.parseInt(value) - lowest);
            }
        }
        return responses;
    }
}

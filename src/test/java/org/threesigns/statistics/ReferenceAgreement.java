package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.threesigns.statistics.ReferenceFigures.at;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.ScaleStatistics.Bin;
import tools.jackson.databind.JsonNode;

/** Statistics of the reference respondents, held against R's, each to the tolerance that was asked for. */
public final class ReferenceAgreement {

    private static final double MOMENTS = 1e-9;
    private static final double FELDT = 1e-8;
    private static final double OMEGA = 1e-6;

    private final InstrumentStatistics statistics;

    /** @param statistics of the reference instrument, however they came about */
    public ReferenceAgreement(InstrumentStatistics statistics) {
        this.statistics = statistics;
    }

    /** All 20,000. */
    public Stream<DynamicTest> everybody() {
        return Stream.of(
                        Stream.of(dynamicTest(
                                "respondents",
                                () -> assertThat(statistics.respondents())
                                        .isEqualTo(at("meta/n_rows").longValue()))),
                        statistics.items().stream()
                                .map(item -> dynamicTest(item.item().id(), () -> agrees(item))),
                        statistics.scales().stream()
                                .map(scale -> dynamicTest(scale.scale().id(), () -> agrees(scale))),
                        scales().map(scale -> dynamicTest(
                                "reliability of " + scale.id(),
                                () -> reliabilityAgrees(scale, at("reliability/" + id(scale) + "/listwise_scale")))),
                        IntStream.range(0, statistics.pairs().size())
                                .mapToObj(pair -> dynamicTest(
                                        "correlation " + pair,
                                        () -> agrees(
                                                statistics.pairs().get(pair),
                                                at("inter_scale/default/pairs/" + pair)))))
                .flatMap(tests -> tests);
    }

    /** Only the 9,517 who answered every item, for which R gives what two scales share. */
    public Stream<DynamicTest> complete() {
        return Stream.of(
                        scales().map(scale -> dynamicTest(
                                "reliability of " + scale.id(),
                                () -> reliabilityAgrees(scale, at("reliability/" + id(scale) + "/listwise_all")))),
                        IntStream.range(0, statistics.pairs().size())
                                .mapToObj(pair -> dynamicTest(
                                        "difference " + pair,
                                        () -> differenceAgrees(
                                                statistics.pairs().get(pair), at("differences/alpha/" + pair)))))
                .flatMap(tests -> tests);
    }

    private Stream<Scale> scales() {
        return statistics.instrument().scales().stream();
    }

    /** The reference names items and scales with capitals and underscores. */
    private static String id(Scale scale) {
        return scale.id();
    }

    private void agrees(ItemStatistics item) {
        JsonNode expected = at("items/" + item.item().index());
        assertThat(item.item().id().replace('-', '_')).isEqualTo(text(expected, "id"));
        assertThat(item.n()).isEqualTo(whole(expected, "n"));
        assertThat(item.skipped()).isEqualTo(whole(expected, "missing"));
        assertThat(IntStream.range(0, 5).mapToObj(option -> item.chosen().get(option)))
                .isEqualTo(IntStream.rangeClosed(1, 5)
                        .mapToObj(value -> whole(expected.get("raw_frequencies"), "" + value))
                        .toList());
        assertThat(item.mean().get()).isEqualTo(real(expected, "mean_keyed"), offset(MOMENTS));
        assertThat(item.sd().get()).isEqualTo(real(expected, "sd"), offset(MOMENTS));
    }

    private void agrees(ScaleStatistics scale) {
        JsonNode expected = at("scores/" + id(scale.scale()) + "/min_answered_6");
        assertThat(scale.n()).isEqualTo(whole(expected, "n"));
        assertThat(scale.unscored()).isEqualTo(whole(expected, "n_not_scored"));
        assertThat(scale.mean().get()).isEqualTo(real(expected, "mean"), offset(MOMENTS));
        assertThat(scale.sd().get()).isEqualTo(real(expected, "sd"), offset(MOMENTS));
        assertThat(scale.lowerQuartile().get()).isEqualTo(real(expected, "q1"), offset(1e-14));
        assertThat(scale.median().get()).isEqualTo(real(expected, "median"), offset(1e-14));
        assertThat(scale.upperQuartile().get()).isEqualTo(real(expected, "q3"), offset(1e-14));
        assertThat(scale.histogram())
                .isEqualTo(expected.get("histogram_half_point").values().stream()
                        .map(bin -> new Bin(real(bin, "from"), real(bin, "to"), whole(bin, "count")))
                        .toList());
        JsonNode bands = expected.get("bands_2.5_3.5");
        assertThat(scale.bands())
                .extracting(ScaleStatistics.BandCount::count)
                .isEqualTo(List.of(whole(bands, "low"), whole(bands, "some"), whole(bands, "strong")));
    }

    private void reliabilityAgrees(Scale scale, JsonNode expected) {
        ReliabilityAnalysis reliability = statistics.reliability(scale);
        assertThat(reliability.n()).isEqualTo(whole(expected, "n"));
        assertThat(reliability.alpha().get()).isEqualTo(real(expected, "alpha"), offset(MOMENTS));
        Interval interval = reliability.alphaInterval().orElseThrow();
        assertThat(interval.low())
                .isEqualTo(expected.get("alpha_ci95_feldt").get(0).doubleValue(), offset(FELDT));
        assertThat(interval.high())
                .isEqualTo(expected.get("alpha_ci95_feldt").get(1).doubleValue(), offset(FELDT));
        assertThat(reliability.omega().get()).isEqualTo(real(expected, "omega_total_ml"), offset(OMEGA));
        assertThat(reliability.sem().get()).isEqualTo(real(expected, "sem_alpha"), offset(MOMENTS));
        assertThat(reliability.sd().get()).isEqualTo(real(expected, "sd_score_used_for_sem"), offset(MOMENTS));
        expected.get("items").values().forEach(item -> itemAgrees(scale, reliability, item));
    }

    private static void itemAgrees(Scale scale, ReliabilityAnalysis reliability, JsonNode expected) {
        int place = scale.items().stream()
                .map(item -> item.id().replace('-', '_'))
                .toList()
                .indexOf(text(expected, "id"));
        assertThat(reliability.itemRestCorrelation(place).get())
                .isEqualTo(real(expected, "corrected_item_total_r"), offset(MOMENTS));
        assertThat(reliability.alphaIfDropped(place).get())
                .isEqualTo(real(expected, "alpha_if_dropped"), offset(MOMENTS));
    }

    private static void agrees(ScalePairStatistics pair, JsonNode expected) {
        assertThat(pair.x().id()).isEqualTo(text(expected, "a"));
        assertThat(pair.y().id()).isEqualTo(text(expected, "b"));
        assertThat(pair.n()).isEqualTo(whole(expected, "n"));
        assertThat(pair.r().get()).isEqualTo(real(expected, "pearson_r"), offset(MOMENTS));
        Interval interval = pair.interval().orElseThrow();
        assertThat(interval.low())
                .isEqualTo(expected.get("pearson_ci95_fisher").get(0).doubleValue(), offset(MOMENTS));
        assertThat(interval.high())
                .isEqualTo(expected.get("pearson_ci95_fisher").get(1).doubleValue(), offset(MOMENTS));
    }

    private static void differenceAgrees(ScalePairStatistics pair, JsonNode expected) {
        assertThat(pair.n()).isEqualTo(whole(expected, "n"));
        assertThat(pair.disattenuated().get()).isEqualTo(real(expected, "disattenuated_r"), offset(MOMENTS));
        assertThat(pair.seOfDifference().get()).isEqualTo(real(expected, "se_difference"), offset(MOMENTS));
        assertThat(pair.reliabilityOfDifference().get())
                .isEqualTo(real(expected, "reliability_of_difference"), offset(MOMENTS));
    }

    private static double real(JsonNode node, String name) {
        return node.get(name).doubleValue();
    }

    private static long whole(JsonNode node, String name) {
        return node.get(name).longValue();
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }
}

package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;
import org.threesigns.scoring.Scorer;
import org.threesigns.statistics.Estimate.Absence;
import org.threesigns.statistics.ItemStatistics.Alarm;
import org.threesigns.statistics.ScaleStatistics.Bin;

class StatisticsEdgeCasesTest {

    private static final Instrument TWO_BY_THREE = InstrumentShapes.forward(2, 3, 3);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9})
    void tooFewRespondentsGiveNoFigureAndNoError(int n) {
        var statistics = of(TWO_BY_THREE, InstrumentShapes.group(TWO_BY_THREE, new Random(n), n));

        assertThat(statistics.respondents()).isEqualTo(n);
        assertThat(statistics.scales()).allSatisfy(scale -> {
            assertThat(scale.isShown()).isFalse();
            assertThat(scale.mean().absence()).contains(Absence.TOO_FEW);
            assertThat(scale.median().absence()).contains(Absence.TOO_FEW);
        });
        assertThat(statistics.items()).allSatisfy(item -> {
            assertThat(item.sd().absence()).contains(Absence.TOO_FEW);
            assertThat(item.alarms()).isEmpty();
        });
        assertThat(statistics.pairs())
                .allSatisfy(pair -> assertThat(pair.r().absence()).contains(Absence.TOO_FEW));
    }

    /** Of its three scales the first two share items. */
    @Test
    void scalesWithItemsInCommonMakeNoPair() {
        Instrument instrument = TestInstruments.catalog(Path.of("src/test/resources/other-instruments"), "three-signs")
                .latest("shared-items")
                .orElseThrow();
        List<Scale> scales = instrument.scales();

        var statistics = of(instrument, InstrumentShapes.group(instrument, new Random(7), 20));

        assertThat(statistics.pairs())
                .map(pair -> List.of(pair.x(), pair.y()))
                .containsExactly(List.of(scales.get(0), scales.get(2)), List.of(scales.get(1), scales.get(2)));
    }

    @Test
    void reliabilityWaitsForAHundredAndOmegaForTwoHundred() {
        Instrument instrument = InstrumentShapes.forward(5, 4, 4);
        assertThat(consistent(instrument, 99).alpha().absence()).contains(Absence.TOO_FEW);
        assertThat(consistent(instrument, 100).alpha().isKnown()).isTrue();
        assertThat(consistent(instrument, 199).omega().absence()).contains(Absence.TOO_FEW);
        assertThat(consistent(instrument, 200).omega().isKnown()).isTrue();
    }

    @Test
    void respondentsWhoAllAnswerAlikeHaveNoReliabilityAndNoCorrelation() {
        var statistics = of(TWO_BY_THREE, times(300, "010101"));

        assertThat(statistics.scales().get(0).sd().get()).isZero();
        var reliability = reliability(statistics, 0);
        assertThat(reliability.alpha().absence()).contains(Absence.NO_VARIANCE);
        assertThat(reliability.alphaInterval()).isEmpty();
        assertThat(reliability.omega().absence()).contains(Absence.NO_VARIANCE);
        assertThat(reliability.sem().absence()).contains(Absence.NO_VARIANCE);
        assertThat(statistics.pairs().get(0).r().absence()).contains(Absence.NO_VARIANCE);
        assertThat(statistics.pairs().get(0).interval()).isEmpty();
        assertThat(statistics.items())
                .allSatisfy(item -> assertThat(item.alarms()).contains(Alarm.NO_VARIANCE));
    }

    @Test
    void anItemThatNobodyVariesOnIsAnAlarmAndLeavesTheOthersTheirFigures() {
        var answers = Stream.of(times(150, "000111"), times(150, "110111"), times(20, "100111"), times(20, "010111"));
        var statistics = of(TWO_BY_THREE, answers.flatMap(List::stream).toList());

        ItemStatistics constant = statistics.items().get(2);
        assertThat(constant.alarms()).contains(Alarm.NO_VARIANCE, Alarm.FLOOR);
        assertThat(constant.scales().get(0).itemRest().absence()).contains(Absence.NO_VARIANCE);
        var reliability = reliability(statistics, 0);
        assertThat(reliability.alpha().get()).isPositive();
        assertThat(reliability.alphaIfDropped(2).get())
                .isGreaterThan(reliability.alpha().get());
        assertThat(reliability.omega().absence()).contains(Absence.NO_VARIANCE);
    }

    /** Of a list of complaints to tick, most people have few. */
    @Test
    void aBoxThatMostLeaveOpenIsNoAlarm() {
        Instrument boxes = TestInstruments.catalog(Path.of("src/test/resources/other-instruments"), "boxes")
                .main();
        var answers = Stream.of(times(250, "00000.000.."), times(50, "01111000011"));

        assertThat(of(boxes, answers.flatMap(List::stream).toList()).items())
                .allSatisfy(item -> assertThat(item.alarms().contains(Alarm.FLOOR))
                        .isEqualTo(item.n() > 0 && !item.item().responseScale().isCheckbox()));
    }

    @Test
    void itemsThatPullApartHaveANegativeAlphaAndAnAlarm() {
        var answers = Stream.of(times(100, "100000"), times(100, "010000"), times(100, "001000"), times(3, "111000"));
        var statistics = of(TWO_BY_THREE, answers.flatMap(List::stream).toList());

        var reliability = reliability(statistics, 0);
        assertThat(reliability.alpha().get()).isNegative();
        assertThat(reliability.alphaInterval().orElseThrow().high()).isLessThan(0);
        assertThat(reliability.sem().get()).isGreaterThan(reliability.sd().get());
        assertThat(statistics.items().get(0).alarms()).contains(Alarm.NEGATIVE_ITEM_REST);
        assertThat(statistics.pairs().get(0).disattenuated().isKnown()).isFalse();
    }

    @Test
    void aReversedItemThatWasKeyedForwardIsAnAlarm() {
        Instrument instrument = InstrumentShapes.forward(5, 4, 4);
        var turned = levels(200)
                .mapToObj(level ->
                        responses(instrument, level).with(instrument.items().get(1), 4 - level))
                .toList();

        var statistics = of(instrument, turned);

        assertThat(statistics.items().get(1).alarms()).containsExactly(Alarm.NEGATIVE_ITEM_REST);
    }

    /** Items 2 and 3 each agree with item 1 in 90 %, and with each other in 80 %: λ₁² = .8·.8/.6, which is above 1. */
    @Test
    void aHeywoodCaseHasNoOmega() {
        var answers = Stream.of(
                times(160, "000000"),
                times(160, "111000"),
                times(20, "010000"),
                times(20, "101000"),
                times(20, "001000"),
                times(20, "110000"));

        var reliability =
                reliability(of(TWO_BY_THREE, answers.flatMap(List::stream).toList()), 0);

        assertThat(reliability.alpha().get()).isPositive();
        assertThat(reliability.omega().absence()).contains(Absence.NO_ADMISSIBLE_SOLUTION);
    }

    @Test
    void twoItemsThatAreTheSameHaveNoOmega() {
        var answers = Stream.of(times(100, "000000"), times(100, "111000"), times(50, "001000"), times(50, "110000"));

        var reliability =
                reliability(of(TWO_BY_THREE, answers.flatMap(List::stream).toList()), 0);

        assertThat(reliability.omega().absence()).contains(Absence.NO_ADMISSIBLE_SOLUTION);
    }

    @Test
    void optionsThatNobodyUsesStillCount() {
        Instrument instrument = InstrumentShapes.forward(5, 4, 4);
        var middle = levels(200)
                .mapToObj(level -> responses(instrument, 1 + level % 3))
                .toList();

        var statistics = of(instrument, middle);

        ScaleStatistics scale = statistics.scales().get(0);
        assertThat(scale.histogram()).hasSize(8);
        assertThat(scale.histogram().get(0)).isEqualTo(new ScaleStatistics.Bin(1, 1.5, 0));
        assertThat(scale.histogram().get(7)).isEqualTo(new ScaleStatistics.Bin(4.5, 5, 0));
        assertThat(statistics.items().get(0).chosen()).hasSize(5).startsWith(0L).endsWith(0L);
    }

    @Test
    void scalesMayHaveDifferentNumbersOfItems() {
        Instrument instrument = InstrumentShapes.forward(4, 1, 2, 7);
        var statistics = of(
                instrument,
                levels(300).mapToObj(level -> responses(instrument, level % 4)).toList());

        assertThat(reliability(statistics, 0).alpha().absence()).contains(Absence.TOO_FEW_ITEMS);
        assertThat(reliability(statistics, 0).omega().absence()).contains(Absence.TOO_FEW_ITEMS);
        assertThat(reliability(statistics, 1).alpha().get()).isEqualTo(1, offset(1e-15));
        assertThat(reliability(statistics, 1).alphaInterval()).isEmpty();
        assertThat(reliability(statistics, 1).alphaIfDropped(0).absence()).contains(Absence.TOO_FEW_ITEMS);
        assertThat(reliability(statistics, 2).alpha().get()).isEqualTo(1, offset(1e-15));
        assertThat(statistics.pairs())
                .hasSize(3)
                .allSatisfy(pair -> assertThat(pair.r().get()).isEqualTo(1, offset(1e-15)));
    }

    /** A common multiple of 225 to 300 has 92 digits; its fourth power is more than a double holds. */
    @Test
    void scalesOfHundredsOfItemsAreRelatedLikeOthers() {
        Instrument instrument = InstrumentShapes.forward(5, 300, 300);
        var group = InstrumentShapes.group(instrument, new Random(1), 500);
        List<ScoreProfile> scored = group.stream()
                .map(responses -> Scorer.score(instrument, responses))
                .filter(profile -> profile.scales().stream().allMatch(ScaleScore::isScored))
                .toList();
        double ofX = variance(scored, profile -> score(profile, 0));
        double ofY = variance(scored, profile -> score(profile, 1));
        double ofSum = variance(scored, profile -> score(profile, 0) + score(profile, 1));
        double ofDifference = variance(scored, profile -> score(profile, 0) - score(profile, 1));

        ScalePairStatistics pair = of(instrument, group).pairs().get(0);

        assertThat(pair.n()).isEqualTo(scored.size());
        assertThat(pair.r().get()).isEqualTo((ofSum - ofDifference) / 4 / Math.sqrt(ofX * ofY), offset(1e-10));
        assertThat(pair.reliabilityOfDifference().get())
                .isEqualTo(1 - Math.pow(pair.seOfDifference().get(), 2) / ofDifference, offset(1e-10));
    }

    /** As where one question leads either to the one scale or to the other. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10})
    void twoScalesAreRelatedOnlyOnceTenHaveAScoreOnBoth(int both) {
        var onOne = Stream.of(times(60, "000---"), times(60, "111---"), times(60, "---000"), times(60, "---111"));
        var onBoth = InstrumentShapes.alike("000000", both / 2);
        var opposite = InstrumentShapes.alike("110011", both - both / 2);
        var statistics = of(
                TWO_BY_THREE,
                Stream.concat(onOne, Stream.of(onBoth, opposite))
                        .flatMap(List::stream)
                        .toList());

        ScalePairStatistics pair = statistics.pairs().get(0);

        assertThat(reliability(statistics, 0).sem().isKnown()).isTrue();
        assertThat(reliability(statistics, 1).sem().isKnown()).isTrue();
        assertThat(pair.n()).isEqualTo(both);
        assertThat(Stream.of(pair.r(), pair.disattenuated(), pair.seOfDifference(), pair.reliabilityOfDifference()))
                .allSatisfy(figure -> assertThat(figure.absence().filter(Absence.TOO_FEW::equals))
                        .isEqualTo(both < 10 ? Optional.of(Absence.TOO_FEW) : Optional.empty()));
    }

    private static double score(ScoreProfile profile, int scale) {
        ScaleScore score = profile.scales().get(scale);
        return (double) score.numerator() / score.denominator();
    }

    private static double variance(List<ScoreProfile> profiles, ToDoubleFunction<ScoreProfile> value) {
        double mean = profiles.stream().mapToDouble(value).average().orElseThrow();
        return profiles.stream()
                        .mapToDouble(value)
                        .map(each -> (each - mean) * (each - mean))
                        .sum()
                / (profiles.size() - 1);
    }

    @Test
    void theOneFactorModelFindsTheLoadingsThatMadeTheData() {
        double[] loadings = {0.9, 0.8, -0.7, 0.6, 0.3};
        var correlations = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                correlations[i][j] = i == j ? 1 : loadings[i] * loadings[j];
            }
        }

        OneFactorModel model = OneFactorModel.fit(correlations).orElseThrow();

        double sign = Math.signum(model.loading(0));
        for (int item = 0; item < 5; item++) {
            assertThat(sign * model.loading(item)).isEqualTo(loadings[item], offset(1e-9));
            assertThat(model.uniqueness(item)).isEqualTo(1 - loadings[item] * loadings[item], offset(1e-9));
        }
    }

    /** From the relation of F to itself: the interval narrows as 1/√n, and the two ends stay around alpha. */
    @Test
    void feldtsIntervalHoldsAtTenMillionRespondents() {
        Interval interval = ReliabilityAnalysis.feldtInterval(0.8, 10_000_000, 8);
        double expected = 1.959964 * 0.2 * Math.sqrt(2 / 1e7 * 8 / 7);

        assertThat(interval.high() - 0.8).isEqualTo(expected, offset(1e-7));
        assertThat(0.8 - interval.low()).isEqualTo(expected, offset(1e-7));
    }

    @Test
    void histogramsHaveRoundBinsForAnyRange() {
        assertThat(IntStream.rangeClosed(1, 10)
                        .mapToObj(range -> of(InstrumentShapes.forward(range + 1, 1), List.of())
                                .scales()
                                .get(0)
                                .histogram()
                                .get(0))
                        .map(bin -> bin.to() - bin.from()))
                .usingElementComparator(Comparator.comparing(width -> Math.round(width * 10)))
                .containsExactly(0.1, 0.2, 0.5, 0.5, 0.5, 0.5, 1.0, 1.0, 1.0, 1.0);
    }

    /** With 1 to 5 a question, eight answers add up to 8 or more, and the fewest that make a score to 6 or more. */
    @Test
    void theHistogramOfASumBeginsWhereCompleteAnswersDo() {
        Instrument sums = InstrumentShapes.sums(5, 1, 8);

        assertThat(histogram(sums, times(20, "11111111"))).first().isEqualTo(new Bin(8, 13, 0));
        assertThat(histogram(sums, times(20, "000000--"))).first().isEqualTo(new Bin(3, 8, 20));
    }

    /** What comes after the scores of complete answers does not move those at their end into another bin. */
    @Test
    void theHighestScoreOfCompleteAnswersIsInTheSameBinWhoeverElseIsCounted() {
        Instrument sums = InstrumentShapes.sums(5, -5, 8); // a skip adds 0, which is more than any answer

        assertThat(histogram(sums, times(20, "44444444"))).last().isEqualTo(new Bin(-10, -8, 20));
        assertThat(histogram(
                        sums,
                        Stream.concat(times(20, "44444444").stream(), times(20, "444444--").stream())
                                .toList()))
                .contains(new Bin(-10, -8, 20))
                .last()
                .isEqualTo(new Bin(-8, -3, 20));
    }

    @Test
    void wideRangesHaveBinsToo() {
        assertThat(histogram(InstrumentShapes.sums(2, 500, 8), times(20, "00000000")))
                .hasSize(8);
        assertThat(histogram(InstrumentShapes.sums(1_000, 0, 8), List.of())).hasSizeBetween(6, 12);
    }

    private static List<Bin> histogram(Instrument instrument, List<Responses> group) {
        return of(instrument, group).scales().get(0).histogram();
    }

    /** A percentile that is the score of fewer than ten would show them. */
    @Test
    void percentilesNeedAHundredScoresAndTenOnEachSide() {
        assertThat(percentiles(99)).isEmpty();
        assertThat(percentiles(100)).containsExactly(10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90);
        assertThat(percentiles(400)).startsWith(5).endsWith(95);
        assertThat(percentiles(1000)).startsWith(1).endsWith(99);
    }

    private static List<Integer> percentiles(int n) {
        var group = InstrumentShapes.group(TWO_BY_THREE, new Random(n), 4 * n).stream()
                .filter(each -> each.encoded().indexOf('-') < 0)
                .limit(n)
                .toList();
        assertThat(group).hasSize(n);
        return of(TWO_BY_THREE, group).percentiles().get(0).rows().stream()
                .map(PercentileTable.Row::percent)
                .toList();
    }

    @Test
    void whereAllScoresAreTheSameTheirMeanHasNoInterval() {
        assertThat(of(TWO_BY_THREE, times(300, "010101")).scales().get(0).meanInterval())
                .isEmpty();
    }

    @Test
    void anItemThatDoesNotVaryHasNoCorrelations() {
        var answers = Stream.of(times(150, "000111"), times(150, "110111"));
        var reliability =
                reliability(of(TWO_BY_THREE, answers.flatMap(List::stream).toList()), 0);

        assertThat(reliability.itemCorrelation(0, 1).get()).isEqualTo(1);
        assertThat(reliability.itemCorrelation(0, 2).absence()).contains(Absence.NO_VARIANCE);
    }

    /** Roots of large numbers are rounded, and what they divide may come out above 1. */
    @Test
    void itemsThatAreTheSameCorrelateByExactlyOne() {
        Instrument instrument = InstrumentShapes.forward(2, 2);

        for (int high = 10; high < 90; high++) {
            var answers = Stream.of(times(high, "11"), times(100 - high, "00"));
            var reliability =
                    reliability(of(instrument, answers.flatMap(List::stream).toList()), 0);

            assertThat(reliability.itemRestCorrelation(0).get()).isBetween(1 - 1e-12, 1.0);
            assertThat(reliability.itemCorrelation(0, 1).get()).isBetween(1 - 1e-12, 1.0);
        }
    }

    private static InstrumentStatistics of(Instrument instrument, List<Responses> group) {
        return new InstrumentStatistics(ResponseCounts.of(instrument, group));
    }

    private static ReliabilityAnalysis reliability(InstrumentStatistics statistics, int scale) {
        return statistics.reliability(scale(statistics.instrument(), scale));
    }

    private static Scale scale(Instrument instrument, int index) {
        return instrument.scales().get(index);
    }

    private static List<Responses> times(int n, String encoded) {
        return Collections.nCopies(n, new Responses(encoded));
    }

    private static IntStream levels(int n) {
        return IntStream.range(0, n).map(each -> each % 5);
    }

    private static Responses responses(Instrument instrument, int level) {
        return new Responses(Integer.toString(level).repeat(instrument.items().size()));
    }

    /** People whose answers differ by their level and a little by chance. */
    private static ReliabilityAnalysis consistent(Instrument instrument, int n) {
        var random = new Random(7);
        var group = levels(n)
                .mapToObj(level -> {
                    Responses responses = responses(instrument, level);
                    for (var item : instrument.items()) {
                        responses = responses.with(item, Math.min(4, Math.max(0, level + random.nextInt(3) - 1)));
                    }
                    return responses;
                })
                .toList();
        return reliability(of(instrument, group), 0);
    }
}

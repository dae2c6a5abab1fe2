package org.threesigns.scoring;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;

/** What holds for every instrument and every set of answers: many shapes, each from a seed that a failure names. */
class ScorerPropertyTests {

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reversingTwiceGivesTheAnswerBack(long seed) {
        var responseScale =
                InstrumentSketch.any(seed).instrument().responseScales().get(0);

        assertThat(responseScale.options()).allSatisfy(option -> {
            int reversed = Keying.REVERSE.key(option.value(), responseScale);
            assertThat(reversed).isBetween(responseScale.lowest(), responseScale.highest());
            assertThat(Keying.REVERSE.key(reversed, responseScale)).isEqualTo(option.value());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLowestAnswersGiveTheLowestScoresWhateverTheKeying(long seed) {
        var instrument = InstrumentSketch.any(seed).instrument();

        assertThat(Answers.lowest(instrument).score().scales()).allSatisfy(score -> {
            assertThat(score.sum())
                    .isEqualTo(score.answered()
                            * instrument.responseScales().get(0).lowest());
            assertThat(score.band()).contains(score.scale().bands().get(0));
            assertThat(score.reasons()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theHighestAnswersGiveTheHighestScoresAndAllScalesLead(long seed) {
        var instrument = InstrumentSketch.any(seed).instrument();
        var profile = Answers.highest(instrument).score();

        assertThat(profile.scales()).allSatisfy(score -> {
            assertThat(score.sum())
                    .isEqualTo(score.answered()
                            * instrument.responseScales().get(0).highest());
            assertThat(score.band())
                    .contains(score.scale().bands().get(score.scale().bands().size() - 1));
            assertThat(score.reasons())
                    .isEqualTo(score.scale().items().stream().limit(3).toList());
        });
        assertThat(profile.leading()).isEqualTo(instrument.scales());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMiddleAnswersGiveTheMiddleWhateverTheKeying(long seed) {
        int middle = (int) seed % 5 + 1;
        var values = IntStream.rangeClosed(0, 2 * middle)
                .mapToObj(value -> 2 * value - 3)
                .toList();
        var instrument = InstrumentSketch.any(seed).withValues(values).instrument();

        assertThat(Answers.all(instrument, item -> middle).score().scales()).allSatisfy(score -> {
            assertThat(score.sum()).isEqualTo(score.answered() * (2 * middle - 3));
            assertThat(score.reasons()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheItemsDoesNotMatter(long seed) {
        var sketch = InstrumentSketch.any(seed);
        var asked = Answers.any(sketch.instrument(), new Random(seed));
        var other = sketch.shuffled(seed + 1).instrument();
        var otherAnswers = Answers.none(other);
        for (Item item : other.items()) {
            var option =
                    asked.responses().option(asked.instrument().item(item.id()).orElseThrow());
            otherAnswers = option.isPresent() ? otherAnswers.option(item, option.getAsInt()) : otherAnswers;
        }

        assertThat(summary(otherAnswers.score())).isEqualTo(summary(asked.score()));
    }

    private static List<List<Object>> summary(ScoreProfile profile) {
        return profile.scales().stream()
                .map(score -> List.<Object>of(
                        score.scale().id(),
                        score.sum(),
                        score.answered(),
                        score.band(),
                        score.closeTo(),
                        score.reasons().stream().map(score.itemScores()::get).toList(),
                        profile.leading().contains(score.scale())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSkipTakesAnAnswerAwayAndNeverCountsAsAnything(long seed) {
        var instrument = InstrumentSketch.any(seed).instrument();
        var answers = Answers.any(instrument, new Random(seed));
        var before = answers.score();

        for (Scale scale : instrument.scales()) {
            before.on(scale).itemScores().forEach((item, itemScore) -> {
                var after = answers.skip(item).score();
                assertThat(after.on(scale).sum()).isEqualTo(before.on(scale).sum() - itemScore);
                assertThat(after.on(scale).answered())
                        .isEqualTo(before.on(scale).answered() - 1);
                assertThat(after.on(scale).isScored()).isEqualTo(after.on(scale).answered() >= scale.minimumAnswered());
                assertThat(others(after, scale)).isEqualTo(others(before, scale));
            });
        }
    }

    private static List<ScaleScore> others(ScoreProfile profile, Scale scale) {
        return profile.scales().stream()
                .filter(score -> !score.scale().equals(scale))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void skippingAnAnswerThatEqualsTheMeanKeepsMeanAndBand(long seed) {
        var random = new Random(seed);
        var instrument =
                InstrumentSketch.any(seed).withValues(List.of(0, 1, 2, 3, 4)).instrument();
        int option = random.nextInt(5);
        var answers = Answers.all(instrument, item -> item.keying() == Keying.FORWARD ? option : 4 - option);

        for (Scale scale : instrument.scales()) {
            if (scale.items().size() > scale.minimumAnswered()) {
                var before = answers.on(scale);
                var after = answers.skip(scale.items().get(0)).on(scale);
                assertThat(after.rounded(2)).isEqualTo(before.rounded(2));
                assertThat(after.band()).isEqualTo(before.band());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noAnswersAreNoScoreAndNever0(long seed) {
        var profile = Answers.none(InstrumentSketch.any(seed).instrument()).score();

        assertThat(profile.scales()).noneMatch(ScaleScore::isScored);
        assertThat(profile.leading()).isEmpty();
        assertThat(profile.scales()).allSatisfy(score -> {
            assertThat(score.band()).isEmpty();
            assertThat(score.closeTo()).isEmpty();
            assertThatIllegalStateException().isThrownBy(() -> score.rounded(2));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHigherItemScoreNeverLowersTheScoreOrTheBand(long seed) {
        var instrument = InstrumentSketch.any(seed).instrument();
        var answers = Answers.any(instrument, new Random(seed));

        for (Scale scale : instrument.scales()) {
            for (Item item : answers.on(scale).itemScores().keySet()) {
                ScaleScore before =
                        answers.option(item, lowestOption(instrument, item)).on(scale);
                for (int step = 1; step <= Answers.last(instrument); step++) {
                    int option = Math.abs(lowestOption(instrument, item) - step);
                    ScaleScore after = answers.option(item, option).on(scale);
                    assertThat(after.sum()).isGreaterThan(before.sum());
                    assertThat(bandIndex(after)).isGreaterThanOrEqualTo(bandIndex(before));
                    before = after;
                }
            }
        }
    }

    private static int lowestOption(Instrument instrument, Item item) {
        return item.keying() == Keying.FORWARD ? 0 : Answers.last(instrument);
    }

    private static int bandIndex(ScaleScore score) {
        return score.band().map(score.scale().bands()::indexOf).orElse(-1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBandIsTheOneWhoseRangeHoldsTheMeanToTheLastDigit(long seed) {
        var instrument = InstrumentSketch.any(seed).instrument();
        var profile = Answers.any(instrument, new Random(seed)).score();

        assertThat(profile.scales().stream().filter(ScaleScore::isScored)).allSatisfy(score -> {
            ScoreBand band = score.band().orElseThrow();
            assertThat(compareMean(score, band.from())).isNotNegative();
            if (!band.equals(score.scale().bands().get(score.scale().bands().size() - 1))) {
                assertThat(compareMean(score, band.to())).isNegative();
            }
        });
    }

    /** Whether the mean is below, at or above this number: in whole numbers, without any division. */
    private static int compareMean(ScaleScore score, BigDecimal number) {
        BigInteger tenths = BigInteger.TEN.pow(Math.max(0, number.scale()));
        BigInteger mean = BigInteger.valueOf(score.sum()).multiply(tenths);
        return mean.compareTo(number.unscaledValue().multiply(BigInteger.valueOf(score.answered())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMeanShownIsTheNearestToTheTrueOne(long seed) {
        var profile = Answers.any(InstrumentSketch.any(seed).instrument(), new Random(seed))
                .score();

        assertThat(profile.scales().stream().filter(ScaleScore::isScored)).allSatisfy(score -> {
            BigDecimal half = new BigDecimal("0.05");
            assertThat(compareMean(score, score.rounded(1).subtract(half))).isNotNegative();
            assertThat(compareMean(score, score.rounded(1).add(half))).isNotPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theHighestScaleLeadsWhereItReachesTheLeadAndNoneThatDoesNot(long seed) {
        var instrument = InstrumentSketch.any(seed).instrument();
        var profile = Answers.any(instrument, new Random(seed)).score();
        var scored = profile.scales().stream().filter(ScaleScore::isScored).toList();
        Map<Scale, ScaleScore> byScale = scored.stream().collect(toMap(ScaleScore::scale, score -> score));
        BigDecimal reaches = instrument.lead().orElseThrow().reaches();

        assertThat(profile.leading())
                .allSatisfy(scale -> assertThat(compareMean(Objects.requireNonNull(byScale.get(scale)), reaches))
                        .isNotNegative());
        scored.stream()
                .max(ScaleScore::compareScore)
                .filter(highest -> scored.size() > 1 && compareMean(highest, reaches) >= 0)
                .ifPresentOrElse(
                        highest -> assertThat(profile.leading()).contains(highest.scale()),
                        () -> assertThat(profile.leading()).isEmpty());
    }
}

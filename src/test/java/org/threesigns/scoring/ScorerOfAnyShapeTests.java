package org.threesigns.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.statistics.InstrumentShapes;

/**
 * What holds where items have answers of their own, in any order, with gaps and repeats, count on several scales, and scores are
 * transformed.
 */
class ScorerOfAnyShapeTests {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aScoreIsWhatItsAnswersAddUpToItemByItem(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        Responses responses = InstrumentShapes.anyResponses(instrument, random);

        for (ScaleScore score : Scorer.score(instrument, responses).scales()) {
            List<KeyedItem> counted = score.scale().key().stream()
                    .filter(keyed -> responses.option(keyed.item()).isPresent())
                    .toList();
            BigDecimal sum = counted.stream()
                    .map(keyed -> keyed.weight()
                            .decimal()
                            .multiply(BigDecimal.valueOf(counts(keyed.keying(), keyed.item(), responses))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(score.weightedSum()).isEqualByComparingTo(sum);
            assertThat(score.isScored())
                    .isEqualTo(counted.size() >= score.scale().minimumAnswered());
            if (score.isScored()) {
                assertThat(score.denominator()).isPositive();
                requireTransformed(score, sum, weights(score.scale(), counted));
            }
        }
    }

    /** What the sum is divided by. */
    private static BigDecimal weights(Scale scale, List<KeyedItem> counted) {
        return scale.method() == ScoringMethod.SUM
                ? BigDecimal.ONE
                : counted.stream().map(keyed -> keyed.weight().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@code score = (sum / divisor · factor + shift) / transform's divisor}, without a division. */
    private static void requireTransformed(ScaleScore score, BigDecimal sum, BigDecimal divisor) {
        var transform = score.scale().transform();
        BigDecimal over = sum.multiply(BigDecimal.valueOf(transform.factor()))
                .add(divisor.multiply(BigDecimal.valueOf(transform.shift())));
        assertThat(divisor.multiply(BigDecimal.valueOf(transform.divisor()))
                        .multiply(BigDecimal.valueOf(score.numerator())))
                .isEqualByComparingTo(over.multiply(BigDecimal.valueOf(score.denominator())));
    }

    /** With all its options in view, and not as the scorer does it. */
    private static int counts(Keying keying, Item item, Responses responses) {
        List<Integer> values = item.responseScale().options().stream()
                .map(option -> option.value())
                .sorted()
                .toList();
        int value = item.responseScale()
                .options()
                .get(responses.option(item).orElseThrow())
                .value();
        return keying == Keying.FORWARD ? value : values.get(0) + values.get(values.size() - 1) - value;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyScoreOfAWholeSheetIsWithinTheRange(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        Responses whole = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            whole = whole.with(
                    item, random.nextInt(item.responseScale().options().size()));
        }

        assertThat(Scorer.score(instrument, whole).scales()).allSatisfy(score -> {
            double given = (double) score.numerator() / score.denominator();
            assertThat(given).isBetween((double) score.scale().range().lowest(), (double)
                    score.scale().range().highest());
            assertThat(score.band()).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scoresAreOrderedAsTheyAre(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        Scale scale = instrument.scales().get(0);
        List<ScaleScore> scores = IntStream.range(0, 20)
                .mapToObj(each -> Scorer.score(instrument, InstrumentShapes.anyResponses(instrument, random)))
                .map(profile -> profile.on(scale))
                .filter(ScaleScore::isScored)
                .toList();

        for (ScaleScore one : scores) {
            for (ScaleScore other : scores) {
                double difference =
                        (double) one.numerator() / one.denominator() - (double) other.numerator() / other.denominator();
                assertThat(one.compareScore(other))
                        .isEqualTo(Math.abs(difference) < 1e-9 ? 0 : (int) Math.signum(difference));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reversingTwiceGivesTheValueBackWithinTheItemsOwnRange(long seed) {
        Instrument instrument = InstrumentShapes.any(new Random(seed));

        assertThat(instrument.items()).allSatisfy(item -> {
            var options = item.responseScale();
            assertThat(options.options()).allSatisfy(option -> {
                int reversed = Keying.REVERSE.key(option.value(), options);
                assertThat(reversed).isBetween(options.lowest(), options.highest());
                assertThat(Keying.REVERSE.key(reversed, options)).isEqualTo(option.value());
            });
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reasonsAreTheAnswersHighestInTheirOwnRange(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        Responses responses = InstrumentShapes.anyResponses(instrument, random);

        assertThat(Scorer.score(instrument, responses).scales()).allSatisfy(score -> {
            List<Double> heights =
                    score.reasons().stream().map(item -> height(score, item)).toList();
            assertThat(heights).allMatch(height -> height > 0.5).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            score.itemScores().keySet().forEach(item -> {
                if (!score.reasons().contains(item) && height(score, item) > 0.5) {
                    assertThat(heights).hasSize(3).allMatch(height -> height >= height(score, item) - 1e-12);
                }
            });
        });
    }

    /** From 0 to 1, how far an answer is on the way to its item's highest score, or to the lowest where that raises the scale's. */
    private static double height(ScaleScore score, Item item) {
        var options = item.responseScale();
        double height = (double) (score.itemScores().getOrDefault(item, 0) - options.lowest()) / options.width();
        return score.scale().transform().falls() == score.scale().keyed(item).lowers() ? height : 1 - height;
    }
}

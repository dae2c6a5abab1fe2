package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;
import org.threesigns.scoring.Scorer;

/** Items with answers of their own: what counts say of them, beside the textbook's formulas on the scores of each person. */
class ItemStatisticsTests {

    private static final int PEOPLE = 260;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itemsAreDistributedAsTheirScoresAre(int seed) {
        var sample = Sample.any(seed);

        for (ItemStatistics item : sample.statistics().items()) {
            double[] scores = sample.people().stream()
                    .map(person -> person.itemScore(item.item()))
                    .filter(score -> score.isPresent())
                    .mapToDouble(score -> score.getAsInt())
                    .toArray();
            if (!item.isShown()) {
                assertThat(scores).hasSizeLessThan(SmallGroupRule.FEWEST);
                continue;
            }
            assertThat(item.mean().get()).isCloseTo(mean(scores), within(1e-9));
            assertThat(item.sd().get()).isCloseTo(Math.sqrt(covariance(scores, scores)), within(1e-9));
            assertThat(item.chosenByValue().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(scores.length);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reliabilityIsThatOfTheItemsOfWholeAnswerSheets(int seed) {
        var sample = Sample.any(seed);

        for (Scale scale : sample.instrument().scales()) {
            double[][] items = sample.wholeSheets(scale);
            Estimate alpha = sample.statistics().reliability(scale).alpha();
            if (alpha.isKnown()) {
                double[] totals = totals(items);
                double ofItems = Arrays.stream(items)
                        .mapToDouble(item -> covariance(item, item))
                        .sum();
                double k = items.length;
                assertThat(alpha.get())
                        .isCloseTo(k / (k - 1) * (1 - ofItems / covariance(totals, totals)), within(1e-9));
                assertThat(sample.statistics().reliability(scale).sd().get())
                        .isCloseTo(sample.sdOfWholeSheets(scale), within(1e-9));
            }
        }
    }

    /** People who answer one questionnaire at random. */
    private record Sample(
            Instrument instrument,
            List<Responses> people,
            List<ScoreProfile> profiles,
            InstrumentStatistics statistics) {

        static Sample any(int seed) {
            var random = new Random(seed);
            Instrument instrument = InstrumentShapes.any(random);
            List<Responses> people = InstrumentShapes.group(instrument, random, PEOPLE);
            return new Sample(
                    instrument,
                    people,
                    people.stream()
                            .map(person -> Scorer.score(instrument, person))
                            .toList(),
                    new InstrumentStatistics(ResponseCounts.of(instrument, people)));
        }

        private List<ScaleScore> on(Scale scale) {
            return profiles.stream().map(profile -> profile.on(scale)).toList();
        }

        double score(ScaleScore score) {
            var scale = score.scale();
            double raw = (double) score.sum() / score.divisor();
            return (raw * scale.transform().factor() + scale.transform().shift())
                    / scale.transform().divisor();
        }

        /** By item, the weighted item scores of those who answered all items of the scale. */
        double[][] wholeSheets(Scale scale) {
            List<ScaleScore> whole = wholeScores(scale);
            return scale.key().stream()
                    .map(keyed -> doubles(
                            whole,
                            score -> keyed.weight().decimal().doubleValue()
                                    * score.itemScores().getOrDefault(keyed.item(), 0)))
                    .toArray(double[][]::new);
        }

        double sdOfWholeSheets(Scale scale) {
            double[] scores = doubles(wholeScores(scale), this::score);
            return Math.sqrt(covariance(scores, scores));
        }

        private List<ScaleScore> wholeScores(Scale scale) {
            return on(scale).stream()
                    .filter(score -> score.answered() == scale.items().size())
                    .toList();
        }

        private static double[] doubles(List<ScaleScore> scores, ToDoubleFunction<ScaleScore> number) {
            return scores.stream().mapToDouble(number).toArray();
        }
    }

    private static double[] totals(double[][] items) {
        return IntStream.range(0, items[0].length)
                .mapToDouble(person ->
                        Arrays.stream(items).mapToDouble(item -> item[person]).sum())
                .toArray();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        return IntStream.range(0, x.length)
                        .mapToDouble(person -> (x[person] - meanX) * (y[person] - meanY))
                        .sum()
                / (x.length - 1);
    }
}

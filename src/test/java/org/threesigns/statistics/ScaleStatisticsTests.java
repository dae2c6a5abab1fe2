package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;
import org.threesigns.scoring.Scorer;

/** Figures from counts beside the same figures from every person's own score, for means and sums of any shape. */
@ParameterizedClass
@MethodSource("samples")
class ScaleStatisticsTests {

    private static final int PEOPLE = 500;

    private final Sample sample;

    ScaleStatisticsTests(Sample sample) {
        this.sample = sample;
    }

    static Stream<Named<Sample>> samples() {
        return LongStream.range(0, 60).mapToObj(seed -> Named.of("seed " + seed, Sample.of(seed)));
    }

    /** People who answered an instrument, each with their scores. */
    record Sample(ResponseCounts counts, List<ScoreProfile> people) {

        static Sample of(long seed) {
            var random = new Random(seed);
            Instrument instrument = InstrumentShapes.any(random);
            List<Responses> responses = InstrumentShapes.group(instrument, random, PEOPLE);
            return new Sample(
                    ResponseCounts.of(instrument, responses),
                    responses.stream()
                            .map(each -> Scorer.score(instrument, each))
                            .toList());
        }

        InstrumentStatistics statistics() {
            return new InstrumentStatistics(counts);
        }

        /** Theirs on this scale, of those who have one. */
        Stream<ScaleScore> scores(Scale scale) {
            return people.stream().map(profile -> profile.on(scale)).filter(ScaleScore::isScored);
        }

        double[] sorted(Scale scale) {
            return scores(scale)
                    .mapToDouble(ScaleStatisticsTests::value)
                    .sorted()
                    .toArray();
        }
    }

    @Test
    void describeTheScoresOfPeople() {
        assertThat(sample.statistics().scales()).allSatisfy(scale -> {
            double[] scores = sample.sorted(scale.scale());
            assertThat(scale.n()).isEqualTo(scores.length);
            if (scores.length >= SmallGroupRule.FEWEST) {
                assertThat(scale.mean().get()).isCloseTo(mean(scores), within(1e-9));
                assertThat(scale.sd().get()).isCloseTo(sd(scores), within(1e-9));
                assertThat(scale.lowerQuartile().get()).isCloseTo(quantile(scores, 0.25), within(1e-9));
                assertThat(scale.median().get()).isCloseTo(quantile(scores, 0.5), within(1e-9));
                assertThat(scale.upperQuartile().get()).isCloseTo(quantile(scores, 0.75), within(1e-9));
            }
        });
    }

    @Test
    void countEveryPersonInOneBinAndInTheBandOfTheirScore() {
        assertThat(sample.statistics().scales()).allSatisfy(scale -> {
            ScoreRange complete = scale.scale().range();
            assertThat(scale.histogram().stream()
                            .filter(bin -> bin.from() >= complete.lowest() && bin.to() <= complete.highest()))
                    .hasSizeLessThanOrEqualTo(12);
            assertThat(scale.histogram().stream()
                            .mapToLong(ScaleStatistics.Bin::count)
                            .sum())
                    .isEqualTo(scale.n());
            assertThat(scale.histogram().get(0))
                    .satisfiesAnyOf(
                            bin -> assertThat(bin.from()).isEqualTo(complete.lowest()),
                            bin -> assertThat(bin.count()).isPositive());
            assertThat(scale.bands())
                    .allSatisfy(band -> assertThat(band.count())
                            .isEqualTo(sample.scores(scale.scale())
                                    .filter(score -> score.band()
                                            .filter(band.band()::equals)
                                            .isPresent())
                                    .count()));
        });
    }

    @Test
    void correlateTheScoresOfPeopleWithBoth() {
        assertThat(sample.statistics().pairs()).allSatisfy(pair -> {
            List<double[]> both = both(sample, pair.x(), pair.y());
            assertThat(pair.n()).isEqualTo(both.size());
            if (pair.r().isKnown()) {
                assertThat(pair.r().get()).isCloseTo(correlation(both), within(1e-9));
            }
        });
    }

    @Test
    void measureTheErrorOfASumInItsOwnPoints() {

        assertThat(sample.counts().instrument().scales()).allSatisfy(scale -> {
            double[] complete = sample.scores(scale)
                    .filter(score -> score.answered() == scale.items().size())
                    .mapToDouble(ScaleStatisticsTests::value)
                    .toArray();
            var reliability = new ReliabilityAnalysis(sample.counts(), scale);
            if (reliability.sd().isKnown()) {
                assertThat(reliability.sd().get()).isCloseTo(sd(complete), within(1e-9));
            }
            if (reliability.sem().isKnown()) {
                assertThat(reliability.sem().get())
                        .isCloseTo(
                                sd(complete) * Math.sqrt(1 - reliability.alpha().get()), within(1e-9));
            }
        });
    }

    @Test
    void rankAPersonAmongTheScoresOfOthers() {
        assertThat(sample.people().get(0).scales().stream().filter(ScaleScore::isScored))
                .allSatisfy(score -> {
                    double[] others = sample.sorted(score.scale());
                    double own = value(score);
                    double below = Arrays.stream(others)
                            .map(other -> Math.abs(other - own) < 1e-12 ? 0.5 : other < own ? 1 : 0)
                            .sum();
                    Optional<PercentileRank> rank =
                            PercentileRank.of(score, ScoreCount.sorted(sample.counts(), score.scale()));
                    assertThat(rank.map(PercentileRank::percent))
                            .isEqualTo(
                                    others.length < PercentileRank.FEWEST
                                            ? Optional.empty()
                                            : Optional.of((int) Math.floor(100 * below / others.length + 0.5)));
                });
    }

    private static List<double[]> both(Sample sample, Scale x, Scale y) {
        return sample.people().stream()
                .filter(profile -> profile.on(x).isScored() && profile.on(y).isScored())
                .map(profile -> new double[] {value(profile.on(x)), value(profile.on(y))})
                .toList();
    }

    private static double value(ScaleScore score) {
        var scale = score.scale();
        double sum = 0;
        double weights = 0;
        for (KeyedItem keyed : scale.key()) {
            Integer itemScore = score.itemScores().get(keyed.item());
            if (itemScore != null) {
                sum += keyed.weight().decimal().doubleValue() * itemScore;
                weights += keyed.weight().decimal().doubleValue();
            }
        }
        double raw = scale.method() == ScoringMethod.SUM ? sum : sum / weights;
        return (raw * scale.transform().factor() + scale.transform().shift())
                / scale.transform().divisor();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double sd(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1));
    }

    /** Type 7 of Hyndman and Fan (1996). */
    private static double quantile(double[] sorted, double share) {
        double at = (sorted.length - 1) * share;
        int low = (int) Math.floor(at);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    private static double correlation(List<double[]> both) {
        double[] x = both.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] y = both.stream().mapToDouble(pair -> pair[1]).toArray();
        double meanX = mean(x);
        double meanY = mean(y);
        double shared = both.stream()
                .mapToDouble(pair -> (pair[0] - meanX) * (pair[1] - meanY))
                .sum();
        return shared / (both.size() - 1) / sd(x) / sd(y);
    }
}

package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.Scorer;

/** Figures from counts beside the same figures from every person's own score, for means and sums of any shape. */
class ScaleStatisticsTests {

    private static final int PEOPLE = 400;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void describeTheScoresOfPeople(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        List<Responses> people = InstrumentShapes.group(instrument, random, PEOPLE);
        var statistics = new InstrumentStatistics(ResponseCounts.of(instrument, people));

        assertThat(statistics.scales()).allSatisfy(scale -> {
            double[] scores = scores(instrument, scale.scale(), people);
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

    @ParameterizedTest
    @MethodSource("seeds")
    void countEveryPersonInOneBinAndInTheBandOfTheirScore(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        List<Responses> people = InstrumentShapes.group(instrument, random, PEOPLE);
        var statistics = new InstrumentStatistics(ResponseCounts.of(instrument, people));

        assertThat(statistics.scales()).allSatisfy(scale -> {
            assertThat(scale.histogram()).hasSizeLessThanOrEqualTo(12);
            assertThat(scale.histogram().stream()
                            .mapToLong(ScaleStatistics.Bin::count)
                            .sum())
                    .isEqualTo(scale.n());
            assertThat(scale.histogram().get(0).from())
                    .isEqualTo(scale.scale().range().lowest());
            assertThat(scale.bands())
                    .allSatisfy(band ->
                            assertThat(band.count()).isEqualTo(inBand(instrument, scale.scale(), band.band(), people)));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void correlateTheScoresOfPeopleWithBoth(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        List<Responses> people = InstrumentShapes.group(instrument, random, PEOPLE);
        var statistics = new InstrumentStatistics(ResponseCounts.of(instrument, people));

        assertThat(statistics.pairs()).allSatisfy(pair -> {
            List<double[]> both = both(instrument, pair.x(), pair.y(), people);
            assertThat(pair.n()).isEqualTo(both.size());
            if (pair.r().isKnown()) {
                assertThat(pair.r().get()).isCloseTo(correlation(both), within(1e-9));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void measureTheErrorOfASumInItsOwnPoints(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        List<Responses> people = InstrumentShapes.group(instrument, random, PEOPLE);
        var counts = ResponseCounts.of(instrument, people);

        assertThat(instrument.scales()).allSatisfy(scale -> {
            double[] complete = people.stream()
                    .map(responses -> Scorer.score(instrument, responses).on(scale))
                    .filter(score -> score.answered() == scale.items().size())
                    .mapToDouble(ScaleStatisticsTests::value)
                    .toArray();
            var reliability = new ReliabilityAnalysis(counts, scale);
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

    @ParameterizedTest
    @MethodSource("seeds")
    void rankAPersonAmongTheScoresOfOthers(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        List<Responses> people = InstrumentShapes.group(instrument, random, 500);
        var counts = ResponseCounts.of(instrument, people);
        var profile = Scorer.score(instrument, people.get(0));

        assertThat(profile.scales().stream().filter(ScaleScore::isScored)).allSatisfy(score -> {
            double[] others = scores(instrument, score.scale(), people);
            double own = value(score);
            double below = Arrays.stream(others)
                    .map(other -> Math.abs(other - own) < 1e-12 ? 0.5 : other < own ? 1 : 0)
                    .sum();
            Optional<PercentileRank> rank = PercentileRank.of(score, ScaleScoreCount.sorted(counts, score.scale()));
            assertThat(rank.map(PercentileRank::percent))
                    .isEqualTo(
                            others.length < PercentileRank.FEWEST
                                    ? Optional.empty()
                                    : Optional.of((int) Math.floor(100 * below / others.length + 0.5)));
        });
    }

    private static double[] scores(Instrument instrument, Scale scale, List<Responses> people) {
        return people.stream()
                .map(responses -> Scorer.score(instrument, responses).on(scale))
                .filter(ScaleScore::isScored)
                .mapToDouble(ScaleStatisticsTests::value)
                .sorted()
                .toArray();
    }

    private static long inBand(Instrument instrument, Scale scale, ScoreBand band, List<Responses> people) {
        return people.stream()
                .map(responses -> Scorer.score(instrument, responses).on(scale))
                .filter(score -> score.band().filter(band::equals).isPresent())
                .count();
    }

    private static List<double[]> both(Instrument instrument, Scale x, Scale y, List<Responses> people) {
        var both = new ArrayList<double[]>();
        for (Responses responses : people) {
            var profile = Scorer.score(instrument, responses);
            if (profile.on(x).isScored() && profile.on(y).isScored()) {
                both.add(new double[] {value(profile.on(x)), value(profile.on(y))});
            }
        }
        return both;
    }

    private static double value(ScaleScore score) {
        int sum =
                score.itemScores().values().stream().mapToInt(Integer::intValue).sum();
        return score.scale().method() == ScoringMethod.SUM
                ? sum
                : (double) sum / score.itemScores().size();
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

package org.threesigns.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;

/**
 * How the scores on one scale are distributed, over everybody who answered enough of its items.
 *
 * @param n how many have a score
 * @param unscored how many answered too few items for one, or were asked too few
 * @param sd with divisor n − 1
 * @param lowerQuartile type 7 of Hyndman and Fan (1996), as the other quartiles: the default of R and most programs
 * @param histogram bins of a round width over the scores of complete answers, closed on the left, the last one on both sides;
 *     further bins below and above where somebody with fewer answers has such a sum
 * @param bands how many are in each score band, lowest first
 */
public record ScaleStatistics(
        Scale scale,
        long n,
        long unscored,
        Estimate mean,
        Estimate sd,
        Estimate lowerQuartile,
        Estimate median,
        Estimate upperQuartile,
        List<Bin> histogram,
        List<BandCount> bands) {

    /** How many scores are between these two. */
    public record Bin(double from, double to, long count) {}

    public record BandCount(ScoreBand band, long count) {}

    public ScaleStatistics {
        histogram = List.copyOf(histogram);
        bands = List.copyOf(bands);
    }

    static ScaleStatistics of(ResponseCounts counts, Scale scale) {
        var scores = Distribution.of(counts, scale);
        return new ScaleStatistics(
                scale,
                scores.n(),
                counts.respondents() - scores.n(),
                scores.mean(),
                scores.sd(),
                scores.quantile(25),
                scores.quantile(50),
                scores.quantile(75),
                new ScoreHistogram(scale.range()).of(scores.scores()),
                scale.bands().stream()
                        .map(band -> new BandCount(band, countIn(band, scale, scores.scores())))
                        .toList());
    }

    /** Scores without a name are in no band. */
    private static long countIn(ScoreBand band, Scale scale, List<ScoreCount> scores) {
        return scores.stream()
                .filter(score -> scale.bandOf(score.numerator(), score.denominator())
                        .filter(band::equals)
                        .isPresent())
                .mapToLong(ScoreCount::count)
                .sum();
    }

    /** Where the bins of this scale's histogram begin, and where the last one ends. */
    public static List<Double> edges(Scale scale) {
        return new ScoreHistogram(scale.range())
                .edges().stream().map(BigDecimal::doubleValue).toList();
    }

    /** Whether enough people have a score to show more than that. */
    public boolean isShown() {
        return n >= SmallGroupRule.FEWEST;
    }

    public double share(BandCount band) {
        return n == 0 ? 0 : (double) band.count() / n;
    }

    /** The interval of this share, by Wilson. Needs somebody with a score. */
    public Interval shareInterval(BandCount band) {
        return Interval.ofShare(band.count(), n);
    }

    /** The interval of the mean, by Student; empty if there is no mean, or everybody has the same score. */
    public Optional<Interval> meanInterval() {
        return Interval.ofMean(mean, sd);
    }

    /** The largest count of any bin; at least 1. */
    public long highestBin() {
        return Math.max(1, histogram.stream().mapToLong(Bin::count).max().orElse(1));
    }
}

package org.threesigns.statistics;

import static java.math.RoundingMode.FLOOR;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.statistics.Estimate.Absence;
import org.threesigns.statistics.ScaleStatistics.BandCount;
import org.threesigns.statistics.ScaleStatistics.Bin;

/** Computes {@link ScaleStatistics} in exact fractions; each figure is rounded once, at the end. */
final class ScaleDistribution {

    private static final int MOST_BINS = 12;
    private static final List<BigDecimal> BIN_WIDTHS = Stream.of("0.1", "0.2", "0.5", "1", "2", "5", "10", "20", "50")
            .map(BigDecimal::new)
            .toList();

    private final Scale scale;
    private final long respondents;
    private final int lowest;
    private final int range;
    private final List<ScaleScoreCount> scores;
    private final long n;

    ScaleDistribution(ResponseCounts counts, Scale scale) {
        ResponseScale responseScale = counts.instrument().responseScale();
        this.scale = scale;
        respondents = counts.respondents();
        lowest = responseScale.lowest();
        range = responseScale.highest() - lowest;
        scores = ScaleScoreCount.sorted(counts, scale);
        n = scores.stream().mapToLong(ScaleScoreCount::count).sum();
    }

    ScaleStatistics statistics() {
        return new ScaleStatistics(
                scale,
                n,
                respondents - n,
                mean(),
                sd(),
                quartile(1),
                quartile(2),
                quartile(3),
                histogram(),
                bands(),
                count(score -> score.points() == 0),
                count(score -> score.points() == range * score.answered()));
    }

    Estimate mean() {
        if (n < SmallGroupRule.FEWEST) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        BigInteger denominator = commonDenominator();
        BigInteger lowestScores =
                denominator.multiply(BigInteger.valueOf(lowest)).multiply(BigInteger.valueOf(n));
        BigInteger divisor = denominator.multiply(BigInteger.valueOf(n));
        return Estimate.of(n, sum(denominator, 1).add(lowestScores).doubleValue() / divisor.doubleValue());
    }

    private Estimate sd() {
        if (n < SmallGroupRule.FEWEST) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        BigInteger denominator = commonDenominator();
        BigInteger sum = sum(denominator, 1);
        BigInteger spread = sum(denominator, 2).multiply(BigInteger.valueOf(n)).subtract(sum.multiply(sum));
        double divisor = (double) n * (n - 1);
        return Estimate.of(n, Math.sqrt(spread.doubleValue() / divisor) / denominator.doubleValue());
    }

    /** The least common multiple of all answered counts that give a score. */
    private BigInteger commonDenominator() {
        return leastCommonMultiple(scale);
    }

    static BigInteger leastCommonMultiple(Scale scale) {
        BigInteger multiple = BigInteger.ONE;
        for (int answered = scale.minimumAnswered(); answered <= scale.items().size(); answered++) {
            var next = BigInteger.valueOf(answered);
            multiple = multiple.multiply(next).divide(multiple.gcd(next));
        }
        return multiple;
    }

    private BigInteger sum(BigInteger denominator, int power) {
        BigInteger sum = BigInteger.ZERO;
        for (ScaleScoreCount score : scores) {
            BigInteger value = denominator
                    .divide(BigInteger.valueOf(score.answered()))
                    .multiply(BigInteger.valueOf(score.points()));
            sum = sum.add(value.pow(power).multiply(BigInteger.valueOf(score.count())));
        }
        return sum;
    }

    /**
     * With {@code h = (n − 1)·quarter/4}: the score at rank ⌊h⌋, plus the rest of h times the distance to the next
     * score.
     */
    private Estimate quartile(int quarter) {
        if (n < SmallGroupRule.FEWEST) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        long at = (n - 1) * quarter;
        ScaleScoreCount low = at(at / 4);
        ScaleScoreCount high = at(Math.min(at / 4 + 1, n - 1));
        long rest = at % 4;
        long dividend = (4 - rest) * low.points() * high.answered() + rest * high.points() * low.answered();
        long divisor = 4L * low.answered() * high.answered();
        return Estimate.of(n, (double) (dividend + lowest * divisor) / divisor);
    }

    private ScaleScoreCount at(long rank) {
        long before = 0;
        for (ScaleScoreCount score : scores) {
            before += score.count();
            if (rank < before) {
                return score;
            }
        }
        throw new IllegalArgumentException("Nobody has rank " + rank);
    }

    private List<Bin> histogram() {
        BigDecimal width = binWidth(range);
        int bins = BigDecimal.valueOf(range).divide(width).intValueExact();
        var counts = new long[bins];
        for (ScaleScoreCount score : scores) {
            counts[bin(score, width, bins)] += score.count();
        }
        return IntStream.range(0, bins)
                .mapToObj(bin -> new Bin(edge(bin, width), edge(bin + 1, width), counts[bin]))
                .toList();
    }

    /** The narrowest round width that divides the range into at most twelve bins; half a point for five options. */
    static BigDecimal binWidth(int range) {
        var whole = BigDecimal.valueOf(range);
        return BIN_WIDTHS.stream()
                .filter(width -> whole.remainder(width).signum() == 0)
                .filter(width -> whole.compareTo(width.multiply(BigDecimal.valueOf(MOST_BINS))) <= 0)
                .findFirst()
                .orElse(whole);
    }

    private static int bin(ScaleScoreCount score, BigDecimal width, int bins) {
        BigDecimal answered = BigDecimal.valueOf(score.answered()).multiply(width);
        int bin = BigDecimal.valueOf(score.points()).divide(answered, 0, FLOOR).intValueExact();
        return Math.min(bin, bins - 1);
    }

    private double edge(int bin, BigDecimal width) {
        return width.multiply(BigDecimal.valueOf(bin))
                .add(BigDecimal.valueOf(lowest))
                .doubleValue();
    }

    private List<BandCount> bands() {
        List<ScoreBand> bands = scale.bands();
        var counts = new long[bands.size()];
        for (ScaleScoreCount score : scores) {
            counts[band(score, bands)] += score.count();
        }
        return IntStream.range(0, counts.length)
                .mapToObj(band -> new BandCount(bands.get(band), counts[band]))
                .toList();
    }

    private int band(ScaleScoreCount score, List<ScoreBand> bands) {
        int sum = score.points() + lowest * score.answered();
        int band = bands.size() - 1;
        while (band > 0 && !bands.get(band).isReachedBy(sum, score.answered())) {
            band--;
        }
        return band;
    }

    private long count(Predicate<ScaleScoreCount> which) {
        return scores.stream().filter(which).mapToLong(ScaleScoreCount::count).sum();
    }
}

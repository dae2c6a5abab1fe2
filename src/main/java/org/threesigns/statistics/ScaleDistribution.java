package org.threesigns.statistics;

import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.FLOOR;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoreRange;
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
    private final ScoreRange range;
    private final List<ScaleScoreCount> scores;
    private final long n;

    ScaleDistribution(ResponseCounts counts, Scale scale) {
        this.scale = scale;
        respondents = counts.respondents();
        range = scale.range();
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
                count(score -> score.is(range.lowest())),
                count(score -> score.is(range.highest())));
    }

    Estimate mean() {
        if (n < SmallGroupRule.FEWEST) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        BigInteger denominator = commonDenominator();
        BigInteger divisor = denominator.multiply(BigInteger.valueOf(n));
        return Estimate.of(n, sum(denominator, 1).doubleValue() / divisor.doubleValue());
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

    private BigInteger commonDenominator() {
        return commonDenominator(scale);
    }

    /** A common multiple of all that scores can be divided by. */
    static BigInteger commonDenominator(Scale scale) {
        BigInteger multiple = BigInteger.ONE;
        for (int answered = scale.minimumAnswered(); answered <= scale.items().size(); answered++) {
            var next = BigInteger.valueOf(scale.method().divisor(answered));
            multiple = multiple.multiply(next).divide(multiple.gcd(next));
        }
        return multiple.multiply(BigInteger.valueOf(scale.transform().divisor()));
    }

    private BigInteger sum(BigInteger denominator, int power) {
        BigInteger sum = BigInteger.ZERO;
        for (ScaleScoreCount score : scores) {
            BigInteger value = denominator
                    .divide(BigInteger.valueOf(score.denominator()))
                    .multiply(BigInteger.valueOf(score.numerator()));
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
        long dividend = (4 - rest) * low.numerator() * high.denominator() + rest * high.numerator() * low.denominator();
        long divisor = 4L * low.denominator() * high.denominator();
        return Estimate.of(n, (double) dividend / divisor);
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
        BigDecimal width = binWidth(range.width());
        List<Double> edges = edges(range);
        int bins = edges.size() - 1;
        var counts = new long[bins];
        for (ScaleScoreCount score : scores) {
            counts[bin(score, width, bins)] += score.count();
        }
        return IntStream.range(0, bins)
                .mapToObj(bin -> new Bin(edges.get(bin), edges.get(bin + 1), counts[bin]))
                .toList();
    }

    /**
     * The narrowest round width with at most twelve bins; half a point for a mean of five options. Where it does not divide the
     * range, the last bin is narrower.
     */
    static BigDecimal binWidth(int range) {
        return BIN_WIDTHS.stream()
                .filter(width -> bins(range, width) <= MOST_BINS)
                .findFirst()
                .orElse(BigDecimal.valueOf(range));
    }

    private static int bins(int range, BigDecimal width) {
        return BigDecimal.valueOf(range).divide(width, 0, CEILING).intValueExact();
    }

    /** A sum of few answers can be outside of the range of whole answer sheets, and is in the bin at that end. */
    private int bin(ScaleScoreCount score, BigDecimal width, int bins) {
        long above = score.numerator() - range.lowest() * score.denominator();
        BigDecimal divisor = BigDecimal.valueOf(score.denominator()).multiply(width);
        int bin = BigDecimal.valueOf(above).divide(divisor, 0, FLOOR).intValueExact();
        return Math.max(0, Math.min(bin, bins - 1));
    }

    /** Where the bins of scores in this range begin, and where the last one ends. */
    static List<Double> edges(ScoreRange range) {
        BigDecimal width = binWidth(range.width());
        return IntStream.rangeClosed(0, bins(range.width(), width))
                .mapToObj(bin -> edge(range, width.multiply(BigDecimal.valueOf(bin))))
                .toList();
    }

    private static double edge(ScoreRange range, BigDecimal above) {
        return above.add(BigDecimal.valueOf(range.lowest()))
                .min(BigDecimal.valueOf(range.highest()))
                .doubleValue();
    }

    /** Scores without a name are in none of them. */
    private List<BandCount> bands() {
        return scale.bands().stream()
                .map(band -> new BandCount(band, count(score -> isIn(band, score))))
                .toList();
    }

    private boolean isIn(ScoreBand band, ScaleScoreCount score) {
        return scale.bandOf(score.numerator(), score.denominator())
                .filter(band::equals)
                .isPresent();
    }

    private long count(Predicate<ScaleScoreCount> which) {
        return scores.stream().filter(which).mapToLong(ScaleScoreCount::count).sum();
    }
}

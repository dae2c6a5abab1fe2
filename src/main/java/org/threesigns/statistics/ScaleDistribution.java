package org.threesigns.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.statistics.Estimate.Absence;
import org.threesigns.statistics.ScaleStatistics.BandCount;

/** Computes {@link ScaleStatistics} in exact fractions; each figure is rounded once, at the end. */
final class ScaleDistribution {

    private static final long HUNDRED = 100;

    private final Scale scale;
    private final long respondents;
    private final List<ScaleScoreCount> scores;
    private final long n;

    ScaleDistribution(ResponseCounts counts, Scale scale) {
        this.scale = scale;
        respondents = counts.respondents();
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
                quantile(25),
                quantile(50),
                quantile(75),
                new ScoreHistogram(scale.range()).of(scores),
                bands());
    }

    long n() {
        return n;
    }

    Estimate mean() {
        if (n < SmallGroupRule.FEWEST) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        BigInteger denominator = commonDenominator();
        return Estimate.of(n, ratio(sum(denominator, 1), denominator.multiply(BigInteger.valueOf(n))));
    }

    Estimate sd() {
        if (n < SmallGroupRule.FEWEST) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        BigInteger denominator = commonDenominator();
        BigInteger sum = sum(denominator, 1);
        BigInteger spread = sum(denominator, 2).multiply(BigInteger.valueOf(n)).subtract(sum.multiply(sum));
        BigInteger divisor = denominator.pow(2).multiply(BigInteger.valueOf(n)).multiply(BigInteger.valueOf(n - 1));
        return Estimate.of(n, Math.sqrt(ratio(spread, divisor)));
    }

    /** Of numbers that a double may be too small for. */
    static double ratio(BigInteger dividend, BigInteger divisor) {
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), MathContext.DECIMAL64)
                .doubleValue();
    }

    private BigInteger commonDenominator() {
        return scores.stream()
                .map(ScaleScoreCount::denominator)
                .distinct()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ONE, ScaleDistribution::commonMultiple);
    }

    private static BigInteger commonMultiple(BigInteger one, BigInteger other) {
        return one.multiply(other).divide(one.gcd(other));
    }

    /** A common multiple of all that scores can be divided by; of a scale whose mean is not weighted. */
    static BigInteger commonDenominator(Scale scale) {
        BigInteger multiple = BigInteger.ONE;
        for (int answered = scale.minimumAnswered(); answered <= scale.key().size(); answered++) {
            multiple = commonMultiple(multiple, BigInteger.valueOf(scale.divisor(answered)));
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
     * With {@code h = (n − 1)·percent/100}: the score at rank ⌊h⌋, plus the rest of h times the distance to the next
     * score. Type 7 of Hyndman and Fan (1996).
     */
    Estimate quantile(int percent) {
        if (n < SmallGroupRule.FEWEST) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        long at = (n - 1) * percent;
        ScaleScoreCount low = at(at / HUNDRED);
        ScaleScoreCount high = at(Math.min(at / HUNDRED + 1, n - 1));
        long rest = at % HUNDRED;
        BigInteger dividend = product(HUNDRED - rest, low.numerator(), high.denominator())
                .add(product(rest, high.numerator(), low.denominator()));
        BigInteger divisor = product(HUNDRED, low.denominator(), high.denominator());
        return Estimate.of(n, dividend.doubleValue() / divisor.doubleValue());
    }

    private static BigInteger product(long one, long two, long three) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(two)).multiply(BigInteger.valueOf(three));
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

    /** Scores without a name are in none of them. */
    private List<BandCount> bands() {
        return scale.bands().stream()
                .map(band -> new BandCount(band, countIn(band)))
                .toList();
    }

    private long countIn(ScoreBand band) {
        return scores.stream()
                .filter(score -> isIn(band, score))
                .mapToLong(ScaleScoreCount::count)
                .sum();
    }

    private boolean isIn(ScoreBand band, ScaleScoreCount score) {
        return scale.bandOf(score.numerator(), score.denominator())
                .filter(band::equals)
                .isPresent();
    }
}

package org.threesigns.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.Estimate.Absence;

/** Counted scores in exact fractions, and their figures, each of which is rounded once, at the end. */
final class Distribution {

    private static final long HUNDRED = 100;

    private final List<ScoreCount> scores;
    private final long n;

    /** @param scores lowest first */
    Distribution(List<ScoreCount> scores) {
        this.scores = scores;
        n = scores.stream().mapToLong(ScoreCount::count).sum();
    }

    /** That of the scores on a scale. */
    static Distribution of(ResponseCounts counts, Scale scale) {
        return new Distribution(ScoreCount.sorted(counts, scale));
    }

    List<ScoreCount> scores() {
        return scores;
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
                .divide(new BigDecimal(divisor), MathContext.DECIMAL128)
                .doubleValue();
    }

    private BigInteger commonDenominator() {
        return scores.stream()
                .map(ScoreCount::denominator)
                .distinct()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ONE, Distribution::commonMultiple);
    }

    static BigInteger commonMultiple(BigInteger one, BigInteger other) {
        return one.multiply(other).divide(one.gcd(other));
    }

    private BigInteger sum(BigInteger denominator, int power) {
        BigInteger sum = BigInteger.ZERO;
        for (ScoreCount score : scores) {
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
        ScoreCount low = at(at / HUNDRED);
        ScoreCount high = at(Math.min(at / HUNDRED + 1, n - 1));
        long rest = at % HUNDRED;
        BigInteger dividend = product(HUNDRED - rest, low.numerator(), high.denominator())
                .add(product(rest, high.numerator(), low.denominator()));
        BigInteger divisor = product(HUNDRED, low.denominator(), high.denominator());
        return Estimate.of(n, dividend.doubleValue() / divisor.doubleValue());
    }

    private static BigInteger product(long one, long two, long three) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(two)).multiply(BigInteger.valueOf(three));
    }

    private ScoreCount at(long rank) {
        long before = 0;
        for (ScoreCount score : scores) {
            before += score.count();
            if (rank < before) {
                return score;
            }
        }
        throw new IllegalArgumentException("Nobody has rank " + rank);
    }
}

package org.threesigns.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.CountLayout.PairCounts;
import org.threesigns.statistics.Estimate.Absence;

/**
 * How two scales are related.
 *
 * @param n how many have a score on both
 * @param r Pearson's correlation of the scale scores
 * @param interval its 95 % interval by Fisher's transformation; empty if r is ±1 or missing
 * @param disattenuated r without measurement error, {@code r / √(αα′)}; above 1 it means that the two can hardly be
 *     distinguished, or that alpha is too low
 * @param seOfDifference the expected error of the difference of the two scores, {@code √(SEM² + SEM′²)}
 * @param reliabilityOfDifference {@code 1 − (SEM² + SEM′²) / Var(difference)}
 */
public record ScalePairStatistics(
        Scale x,
        Scale y,
        long n,
        Estimate r,
        Optional<Interval> interval,
        Estimate disattenuated,
        Estimate seOfDifference,
        Estimate reliabilityOfDifference) {

    private static final int N = 0;
    private static final int X = 1;
    private static final int Y = 2;
    private static final int XX = 3;
    private static final int YY = 4;
    private static final int XY = 5;

    static ScalePairStatistics of(
            ResponseCounts counts, PairCounts pair, ReliabilityAnalysis onX, ReliabilityAnalysis onY) {
        var sums = new Sums(counts, pair);
        long n = sums.sums[N].longValueExact();
        if (n < SmallGroupRule.FEWEST) { // however many have a score on one of them
            Estimate none = Estimate.missing(n, Absence.TOO_FEW);
            return new ScalePairStatistics(pair.x(), pair.y(), n, none, Optional.empty(), none, none, none);
        }
        Estimate r = sums.correlation(n);
        Estimate error = pair.sameUnits()
                ? combine(onX.sem(), onY.sem(), n, Math::hypot)
                : Estimate.missing(n, Absence.DIFFERENT_UNITS);
        return new ScalePairStatistics(
                pair.x(),
                pair.y(),
                n,
                r,
                r.isKnown() && Math.abs(r.get()) < 1
                        ? Optional.of(Interval.ofCorrelation(r.get(), n))
                        : Optional.empty(),
                disattenuated(r, onX.alpha(), onY.alpha()),
                error,
                error.isKnown() ? reliability(error.get(), sums.varianceOfDifference(n), n) : error);
    }

    private static Estimate disattenuated(Estimate r, Estimate alphaX, Estimate alphaY) {
        if (!r.isKnown()) {
            return r;
        }
        Estimate product = combine(alphaX, alphaY, r.n(), (x, y) -> x > 0 && y > 0 ? x * y : 0);
        if (!product.isKnown()) {
            return product;
        }
        return product.get() > 0
                ? Estimate.of(r.n(), r.get() / Math.sqrt(product.get()))
                : Estimate.missing(r.n(), Absence.NO_ADMISSIBLE_SOLUTION);
    }

    private static Estimate reliability(double error, double variance, long n) {
        return variance > 0 ? Estimate.of(n, 1 - error * error / variance) : Estimate.missing(n, Absence.NO_VARIANCE);
    }

    private static Estimate combine(Estimate x, Estimate y, long n, DoubleBinaryOperator operator) {
        return x.isKnown() && y.isKnown() ? Estimate.of(n, operator.applyAsDouble(x.get(), y.get())) : missing(x, y, n);
    }

    private static Estimate missing(Estimate x, Estimate y, long n) {
        return Estimate.missing(n, x.absence().or(y::absence).orElse(Absence.TOO_FEW));
    }

    /**
     * The sums over all respondents, in units of 1/(common multiple of the answered counts), which makes them integers.
     */
    private static final class Sums {

        private final BigInteger unitX;
        private final BigInteger unitY;
        private final BigInteger[] sums = new BigInteger[CountLayout.PAIR_SUMS];

        Sums(ResponseCounts counts, PairCounts pair) {
            unitX = commonDenominator(pair.x());
            unitY = commonDenominator(pair.y());
            Arrays.fill(sums, BigInteger.ZERO);
            for (int x = pair.x().minimumAnswered(); x <= pair.x().key().size(); x++) {
                for (int y = pair.y().minimumAnswered(); y <= pair.y().key().size(); y++) {
                    add(counts, pair, x, y);
                }
            }
        }

        /** A common multiple of all that scores can be divided by; of a scale whose mean is not weighted. */
        private static BigInteger commonDenominator(Scale scale) {
            BigInteger multiple = BigInteger.ONE;
            for (int answered = scale.minimumAnswered(); answered <= scale.key().size(); answered++) {
                multiple = Distribution.commonMultiple(multiple, BigInteger.valueOf(scale.divisor(answered)));
            }
            return multiple.multiply(BigInteger.valueOf(scale.transform().divisor()));
        }

        private void add(ResponseCounts counts, PairCounts pair, int answeredX, int answeredY) {
            BigInteger fx = factor(unitX, pair.x(), answeredX);
            BigInteger fy = factor(unitY, pair.y(), answeredY);
            BigInteger[] factors = {BigInteger.ONE, fx, fy, fx.pow(2), fy.pow(2), fx.multiply(fy)};
            BigInteger[] scores = counts.itemScoreSums(pair, answeredX, answeredY);
            for (int which = 0; which < factors.length; which++) {
                sums[which] = sums[which].add(scores[which].multiply(factors[which]));
            }
        }

        /** How many units a point of the sum is worth. What a transform adds to all scores changes nothing here. */
        private static BigInteger factor(BigInteger unit, Scale scale, int answered) {
            var transform = scale.transform();
            return unit.divide(BigInteger.valueOf(transform.denominator(scale.divisor(answered))))
                    .multiply(BigInteger.valueOf(transform.factor()));
        }

        /** {@code n·Σab − Σa·Σb} */
        private BigInteger product(int ab, int a, int b) {
            return sums[N].multiply(sums[ab]).subtract(sums[a].multiply(sums[b]));
        }

        Estimate correlation(long n) {
            BigInteger spread = product(XX, X, X).multiply(product(YY, Y, Y));
            if (spread.signum() == 0) {
                return Estimate.missing(n, Absence.NO_VARIANCE);
            }
            BigDecimal root = new BigDecimal(spread).sqrt(MathContext.DECIMAL128);
            return Estimate.of(
                    n,
                    new BigDecimal(product(XY, X, Y))
                            .divide(root, MathContext.DECIMAL64)
                            .doubleValue());
        }

        double varianceOfDifference(long n) {
            BigInteger spread = product(XX, X, X)
                    .multiply(unitY.pow(2))
                    .add(product(YY, Y, Y).multiply(unitX.pow(2)))
                    .subtract(product(XY, X, Y).multiply(unitX).multiply(unitY).shiftLeft(1));
            BigInteger pairs = BigInteger.valueOf(n).multiply(BigInteger.valueOf(n - 1));
            return Distribution.ratio(spread, unitX.multiply(unitY).pow(2).multiply(pairs));
        }
    }
}

package org.threesigns.statistics;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.Estimate.Absence;

/**
 * How consistently the items of a scale measure, each times its weight there, computed from the respondents who answered all of them (listwise on
 * the scale). Agrees with R's psych and lavaan.
 */
public final class ReliabilityAnalysis {

    /** How many complete respondents reliability needs. */
    public static final int FEWEST = 100;

    /** How many complete respondents omega needs. */
    public static final int FEWEST_FOR_OMEGA = 200;

    private static final int FEWEST_ITEMS_FOR_OMEGA = 3;

    private final ItemCovariances covariances;
    private final long n;
    private final int items;
    private final double pointsPerSum;

    ReliabilityAnalysis(ResponseCounts counts, Scale scale) {
        covariances = new ItemCovariances(counts, scale);
        n = covariances.n();
        items = covariances.items();
        pointsPerSum = (double) Math.abs(scale.transform().factor())
                / scale.transform()
                        .denominator(scale.divisor(
                                scale.key().stream().mapToInt(scale::shareOf).sum()));
    }

    /** The respondents complete on the scale. */
    public long n() {
        return n;
    }

    /** Cronbach's alpha, raw: {@code k/(k − 1)·(1 − Σ C_ii / ΣΣ C_ij)}. May be negative. */
    public Estimate alpha() {
        return alpha(items, covariances.trace(), covariances.total());
    }

    /** The 95 % interval of alpha, if there is an alpha below 1. */
    public Optional<Interval> alphaInterval() {
        Estimate alpha = alpha();
        return alpha.isKnown() && alpha.get() < 1
                ? Optional.of(feldtInterval(alpha.get(), n, items))
                : Optional.empty();
    }

    /**
     * Feldt's interval of alpha, {@code 1 − (1 − α)·F(1 ∓ .025; n − 1, (n − 1)(k − 1))}. Feldt, Woodruff and Salih
     * (1987), Applied Psychological Measurement 11, 93–103.
     *
     * @param alpha below 1
     * @param n at least 2
     * @param items at least 2
     */
    static Interval feldtInterval(double alpha, long n, int items) {
        double df = n - 1d;
        var f = FDistribution.of(df, df * (items - 1));
        return new Interval(
                1 - (1 - alpha) * f.inverseSurvivalProbability(0.025),
                1 - (1 - alpha) * f.inverseCumulativeProbability(0.025));
    }

    /**
     * McDonald's omega total, {@code (Σλ)² / ((Σλ)² + Σψ)}: one factor, maximum likelihood, with the variance that the
     * model implies as the denominator.
     */
    public Estimate omega() {
        if (items < FEWEST_ITEMS_FOR_OMEGA) {
            return Estimate.missing(n, Absence.TOO_FEW_ITEMS);
        }
        if (n < FEWEST_FOR_OMEGA) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        if (!covariances.everyItemVaries()) {
            return Estimate.missing(n, Absence.NO_VARIANCE);
        }
        return OneFactorModel.fit(covariances.correlations())
                .map(model -> Estimate.of(n, omega(model)))
                .orElseGet(() -> Estimate.missing(n, Absence.NO_ADMISSIBLE_SOLUTION));
    }

    private double omega(OneFactorModel model) {
        double loadings = 0;
        double uniquenesses = 0;
        for (int item = 0; item < items; item++) {
            loadings += covariances.deviation(item) * model.loading(item);
            uniquenesses += covariances.variance(item).doubleValue() * model.uniqueness(item);
        }
        return loadings * loadings / (loadings * loadings + uniquenesses);
    }

    /** The standard deviation of the scale score of respondents who answered the whole scale. */
    public Estimate sd() {
        return n < FEWEST
                ? Estimate.missing(n, Absence.TOO_FEW)
                : Estimate.of(n, Math.sqrt(covariances.total().doubleValue() / covariances.divisor()) * pointsPerSum);
    }

    /** The standard error of measurement in points of the scale score: {@code SD·√(1 − α)}. */
    public Estimate sem() {
        Estimate alpha = alpha();
        return alpha.isKnown() ? Estimate.of(n, sd().get() * Math.sqrt(1 - alpha.get())) : alpha;
    }

    /**
     * The corrected item-total correlation: of an item with the sum of the others.
     *
     * @param item its position on the scale, from 0
     */
    public Estimate itemRestCorrelation(int item) {
        if (items < 2) {
            return Estimate.missing(n, Absence.TOO_FEW_ITEMS);
        }
        if (n < FEWEST) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        double spread = covariances.deviation(item)
                * Math.sqrt(covariances.totalOfRest(item).doubleValue());
        return Estimate.correlation(n, covariances.withRest(item).doubleValue(), spread);
    }

    /**
     * The correlation of two items.
     *
     * @param i the position of one on the scale, from 0
     * @param j that of the other
     */
    public Estimate itemCorrelation(int i, int j) {
        return n < FEWEST ? Estimate.missing(n, Absence.TOO_FEW) : covariances.correlation(i, j);
    }

    /**
     * Alpha of the other items.
     *
     * @param item its position on the scale, from 0
     */
    public Estimate alphaIfDropped(int item) {
        return alpha(
                items - 1, covariances.trace().subtract(covariances.variance(item)), covariances.totalOfRest(item));
    }

    private Estimate alpha(int k, BigInteger trace, BigInteger total) {
        if (k < 2) {
            return Estimate.missing(n, Absence.TOO_FEW_ITEMS);
        }
        if (n < FEWEST) {
            return Estimate.missing(n, Absence.TOO_FEW);
        }
        BigInteger shared = total.subtract(trace).multiply(BigInteger.valueOf(k));
        BigInteger all = total.multiply(BigInteger.valueOf(k - 1L));
        return Estimate.ratio(n, shared.doubleValue(), all.doubleValue());
    }
}

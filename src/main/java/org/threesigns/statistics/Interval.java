package org.threesigns.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/** A 95 % confidence interval. */
public record Interval(double low, double high) {

    /** The standard normal quantile that leaves 2.5 % above it. */
    static final double Z = 1.959963984540054;

    private static final double TAIL = 0.025;

    public boolean holdsZero() {
        return low <= 0 && high >= 0;
    }

    /**
     * Student's interval of a mean: {@code mean ± t·SD/√n} with n − 1 degrees of freedom; empty if there is no mean, or
     * everybody has the same score.
     */
    static Optional<Interval> ofMean(Estimate mean, Estimate sd) {
        if (!mean.isKnown() || !sd.isKnown() || sd.get() == 0) {
            return Optional.empty();
        }
        double n = mean.n();
        return Optional.of(student(mean.get(), sd.get() / Math.sqrt(n), n - 1));
    }

    static Interval student(double centre, double error, double degreesOfFreedom) {
        return around(centre, TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(TAIL) * error);
    }

    static Interval around(double centre, double half) {
        return new Interval(centre - half, centre + half);
    }

    /**
     * Wilson's score interval of a share, without correction for continuity. Wilson (1927), Journal of the American
     * Statistical Association 22, 209–212. Needs n ≥ 1.
     */
    static Interval ofShare(long count, long n) {
        double share = (double) count / n;
        double weight = Z * Z / n;
        double centre = (share + weight / 2) / (1 + weight);
        double half = Z * Math.sqrt(share * (1 - share) / n + weight / (4 * n)) / (1 + weight);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** Fisher's interval of a correlation: {@code tanh(atanh r ± z/√(n − 3))}. Needs n ≥ 4 and |r| < 1. */
    static Interval ofCorrelation(double r, long n) {
        double centre = Math.log((1 + r) / (1 - r)) / 2;
        double half = Z / Math.sqrt(n - 3d);
        return new Interval(Math.tanh(centre - half), Math.tanh(centre + half));
    }
}

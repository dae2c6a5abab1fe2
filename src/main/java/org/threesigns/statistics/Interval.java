package org.threesigns.statistics;

/** A 95 % confidence interval. */
public record Interval(double low, double high) {

    /** The standard normal quantile that leaves 2.5 % above it. */
    static final double Z = 1.959963984540054;

    /** Fisher's interval of a correlation: {@code tanh(atanh r ± z/√(n − 3))}. Needs n ≥ 4 and |r| < 1. */
    static Interval ofCorrelation(double r, long n) {
        double centre = Math.log((1 + r) / (1 - r)) / 2;
        double half = Z / Math.sqrt(n - 3d);
        return new Interval(Math.tanh(centre - half), Math.tanh(centre + half));
    }
}

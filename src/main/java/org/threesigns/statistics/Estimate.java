package org.threesigns.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure with the number of respondents behind it, or the reason why there is none. Never NaN, never infinite.
 *
 * @param n the respondents that it is, or would be, computed from
 * @param absence why there is no value; empty if there is one
 */
public record Estimate(long n, OptionalDouble value, Optional<Absence> absence) {

    /** Why a figure is not given. */
    public enum Absence {
        /** Too few respondents for it to mean anything, or to hide a single one. */
        TOO_FEW,
        /** The scale has too few items for it. */
        TOO_FEW_ITEMS,
        /** Everybody gave the same answer, so nothing varies. */
        NO_VARIANCE,
        /** The two scales are not scored alike, so their difference means nothing. */
        DIFFERENT_UNITS,
        /** The model does not fit these data with variances above 0 (a Heywood case, or no convergence). */
        NO_ADMISSIBLE_SOLUTION
    }

    /** @throws IllegalArgumentException if the value is not finite, or there is not exactly one of value and reason */
    public Estimate {
        if (value.isPresent() == absence.isPresent()) {
            throw new IllegalArgumentException("Needs either a value or the reason why there is none");
        }
        if (!Double.isFinite(value.orElse(0))) {
            throw new IllegalArgumentException("Not a finite number: " + value);
        }
    }

    static Estimate of(long n, double value) {
        return new Estimate(n, OptionalDouble.of(value), Optional.empty());
    }

    static Estimate missing(long n, Absence absence) {
        return new Estimate(n, OptionalDouble.empty(), Optional.of(absence));
    }

    /** The quotient of two numbers; absent for lack of variance if the divisor is 0. */
    static Estimate ratio(long n, double dividend, double divisor) {
        return divisor == 0 ? missing(n, Absence.NO_VARIANCE) : of(n, dividend / divisor);
    }

    /** A correlation, which rounding cannot take beyond 1; absent if nothing varies, which makes the spread 0. */
    static Estimate correlation(long n, double covariance, double spread) {
        return ratio(n, Math.max(-spread, Math.min(spread, covariance)), spread);
    }

    public boolean isKnown() {
        return value.isPresent();
    }

    /**
     * The value.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public double get() {
        return value.orElseThrow();
    }
}

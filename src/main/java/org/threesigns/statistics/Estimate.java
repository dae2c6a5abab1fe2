package org.threesigns.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure with the number of respondents behind it, or the reason why there is none. Never NaN, never infinite.
 *
 * @param n the respondents that it is, or would be, computed from
 * @param absence why there is no value; empty where there is one
 */
public record Estimate(long n, OptionalDouble value, Optional<Absence> absence) {

    /** Why a figure is not given. */
    public enum Absence {
        /** There are too few respondents for it to mean something, or to keep a single one out of sight. */
        TOO_FEW,
        /** The scale has too few items for it. */
        TOO_FEW_ITEMS,
        /** Everybody gave the same answer, so there is nothing to relate. */
        NO_VARIANCE,
        /** The model does not fit these data with variances above 0 (a Heywood case, or no convergence). */
        NO_ADMISSIBLE_SOLUTION
    }

    /** @throws IllegalArgumentException if the value is no finite number, or there is neither value nor reason */
    public Estimate {
        if (value.isPresent() == absence.isPresent()) {
            throw new IllegalArgumentException("Either a value or the reason why there is none");
        }
        if (!Double.isFinite(value.orElse(0))) {
            throw new IllegalArgumentException("Not a figure: " + value);
        }
    }

    static Estimate of(long n, double value) {
        return new Estimate(n, OptionalDouble.of(value), Optional.empty());
    }

    static Estimate missing(long n, Absence absence) {
        return new Estimate(n, OptionalDouble.empty(), Optional.of(absence));
    }

    /** The quotient of two whole numbers; the figure of nobody's answers that vary where the divisor is 0. */
    static Estimate ratio(long n, double dividend, double divisor) {
        return divisor == 0 ? missing(n, Absence.NO_VARIANCE) : of(n, dividend / divisor);
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

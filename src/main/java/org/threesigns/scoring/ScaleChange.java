package org.threesigns.scoring;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The change on one scale between two results of the same instrument at the same version.
 *
 * @param earlierSem the standard error of measurement of the earlier score, in points of the mean
 * @param laterSem that of the later score
 */
public record ScaleChange(ScaleScore earlier, ScaleScore later, BigDecimal earlierSem, BigDecimal laterSem) {

    /** From this many standard errors of the difference on, a change is more than a repeat could show (two-sided 5 %). */
    public static final BigDecimal LIMIT = new BigDecimal("1.96");

    /** @throws IllegalArgumentException if the two are not scores on the same scale */
    public ScaleChange {
        if (!earlier.scale().equals(later.scale()) || !earlier.isScored() || !later.isScored()) {
            throw new IllegalArgumentException("Not two scores on one scale");
        }
    }

    /**
     * The change between these; empty where one of them has no score.
     *
     * @param sem the standard error of measurement of both
     */
    public static Optional<ScaleChange> between(ScaleScore earlier, ScaleScore later, BigDecimal sem) {
        return earlier.isScored() && later.isScored()
                ? Optional.of(new ScaleChange(earlier, later, sem, sem))
                : Optional.empty();
    }

    /** Above 0 where the later score is higher, below 0 where it is lower. */
    public int direction() {
        return later.compareMean(earlier);
    }

    /**
     * Whether the change is more than a repeat on another day could show: whether it is there and
     * {@code |difference| ≥ 1.96·√(SEM₁² + SEM₂²)}. Both sides are squared and multiplied by the denominators, so that
     * it is decided exactly.
     */
    public boolean isReal() {
        BigDecimal denominator = BigDecimal.valueOf((long) earlier.answered() * later.answered());
        BigDecimal numerator =
                BigDecimal.valueOf((long) later.sum() * earlier.answered() - (long) earlier.sum() * later.answered());
        BigDecimal variance = earlierSem.multiply(earlierSem).add(laterSem.multiply(laterSem));
        BigDecimal limit = LIMIT.multiply(LIMIT).multiply(variance);
        return numerator.signum() != 0
                && numerator.multiply(numerator).compareTo(limit.multiply(denominator.multiply(denominator))) >= 0;
    }

    /** The standard error of the difference, {@code √(SEM₁² + SEM₂²)}, in points of the mean. */
    public double standardError() {
        return Math.sqrt(earlierSem.pow(2).add(laterSem.pow(2)).doubleValue());
    }
}

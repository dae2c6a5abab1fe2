package org.threesigns.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The change on one scale between two results of the same instrument at the same version.
 *
 * @param sem the standard error of measurement of both scores, in their points
 */
public record ScaleChange(ScaleScore earlier, ScaleScore later, BigDecimal sem) {

    /** From this many standard errors of the difference on, a change is more than a repeat could show (two-sided 5 %). */
    public static final BigDecimal LIMIT = new BigDecimal("1.96");

    /** @throws IllegalArgumentException if the two are not scores on the same scale */
    public ScaleChange {
        if (!earlier.scale().equals(later.scale()) || !earlier.isScored() || !later.isScored()) {
            throw new IllegalArgumentException("Not two scores on one scale");
        }
    }

    /** The change between these; empty where one of them has no score. */
    public static Optional<ScaleChange> between(ScaleScore earlier, ScaleScore later, BigDecimal sem) {
        return earlier.isScored() && later.isScored()
                ? Optional.of(new ScaleChange(earlier, later, sem))
                : Optional.empty();
    }

    /**
     * How large a change is at least if it is more than a repeat could show: {@code 1.96·√2·SEM}, in points of the score.
     *
     * @param sem the standard error of measurement of both scores
     */
    public static BigDecimal smallestReal(BigDecimal sem) {
        return LIMIT.multiply(BigDecimal.valueOf(2).sqrt(MathContext.DECIMAL32)).multiply(sem);
    }

    /** Above 0 where the later score is higher, below 0 where it is lower. */
    public int direction() {
        return later.compareScore(earlier);
    }

    /** Whether the change is more than a repeat on another day could show. */
    public boolean isReal() {
        return earlier.differsFrom(later, sem, sem);
    }
}

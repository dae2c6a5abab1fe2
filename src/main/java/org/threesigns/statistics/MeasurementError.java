package org.threesigns.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.threesigns.instrument.Scale;

/**
 * The standard error of measurement of a scale's scores, as respondents read it.
 *
 * @param points in points of the score. An estimated error is above 0, has two decimals, and is used in comparisons
 *     exactly as it is printed
 * @param n how many people it was estimated from; empty if the instrument assumes it
 */
public record MeasurementError(BigDecimal points, Optional<Long> n) {

    /** How many people, complete on the scale and not flagged as careless, an estimate needs. */
    public static final int FEWEST = 300;

    private static final int DECIMALS = 2;

    /** The error that the instrument assumes; empty where it assumes none. */
    public static Optional<MeasurementError> assumed(Scale scale) {
        return scale.assumedSem().map(sem -> new MeasurementError(sem, Optional.empty()));
    }

    /** {@code SD·√(1 − α)} of these respondents; empty if they are too few or their alpha is not above 0. */
    static Optional<MeasurementError> of(ResponseCounts counts, Scale scale) {
        return counts.complete(scale) < FEWEST ? Optional.empty() : of(new ReliabilityAnalysis(counts, scale));
    }

    private static Optional<MeasurementError> of(ReliabilityAnalysis reliability) {
        Estimate alpha = reliability.alpha();
        if (!alpha.isKnown() || alpha.get() <= 0) {
            return Optional.empty();
        }
        BigDecimal points = BigDecimal.valueOf(reliability.sem().get()).setScale(DECIMALS, RoundingMode.HALF_UP);
        return Optional.of(points)
                .filter(known -> known.signum() > 0)
                .map(known -> new MeasurementError(known, Optional.of(reliability.n())));
    }

    public boolean isAssumed() {
        return n.isEmpty();
    }
}

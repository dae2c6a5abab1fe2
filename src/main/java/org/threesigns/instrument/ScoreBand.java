package org.threesigns.instrument;

import java.math.BigDecimal;

/**
 * A labelled range of scale scores; a description, not a diagnosis.
 *
 * @param from the lowest mean in it
 * @param to the mean at which the next band begins; the highest band includes it
 */
public record ScoreBand(String id, BigDecimal from, BigDecimal to) {

    /** Whether a mean of {@code sum / answered} is in this band or a higher one, compared exactly, without division. */
    public boolean isReachedBy(int sum, int answered) {
        return BigDecimal.valueOf(sum).compareTo(from.multiply(BigDecimal.valueOf(answered))) >= 0;
    }
}

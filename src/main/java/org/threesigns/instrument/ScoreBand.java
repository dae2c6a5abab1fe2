package org.threesigns.instrument;

import java.math.BigDecimal;

/**
 * A labelled range of scale scores; a description, not a diagnosis.
 *
 * @param from the lowest score in it
 * @param to where it ends
 * @param inclusive whether a score of {@code to} is still in it; otherwise the next band begins there
 */
public record ScoreBand(String id, BigDecimal from, BigDecimal to, boolean inclusive) {

    /** Whether the score {@code numerator / denominator} is in it, compared exactly, without division. */
    boolean holds(long numerator, long denominator) {
        var score = BigDecimal.valueOf(numerator);
        int toEnd = score.compareTo(to.multiply(BigDecimal.valueOf(denominator)));
        return score.compareTo(from.multiply(BigDecimal.valueOf(denominator))) >= 0
                && (inclusive ? toEnd <= 0 : toEnd < 0);
    }
}

package org.threesigns.statistics;

import java.util.List;
import java.util.Optional;
import org.threesigns.scoring.ScaleScore;

/**
 * Where a score stands among those of the people who answered here: how many are below it, plus half of those with the
 * same score (mid-rank). These people chose to answer, so they are no norm group.
 *
 * @param percent 0 to 100, in whole per cent, so that no single other person shows
 * @param n how many have a score on the scale
 */
public record PercentileRank(int percent, long n) {

    /** How many scores a comparison needs. */
    public static final int FEWEST = 400;

    /**
     * {@code 100·(below + same/2)/n}, rounded half up; empty if too few have a score.
     *
     * @param scores how many people have which score on this scale
     */
    static Optional<PercentileRank> of(ScaleScore score, List<ScoreCount> scores) {
        var own = new ScoreCount(score.numerator(), score.denominator(), 0);
        long n = 0;
        long halves = 0;
        for (ScoreCount other : scores) {
            int order = other.compareTo(own);
            n += other.count();
            halves += order < 0 ? 2 * other.count() : order == 0 ? other.count() : 0;
        }
        return n < FEWEST ? Optional.empty() : Optional.of(new PercentileRank((int) ((100 * halves + n) / (2 * n)), n));
    }
}

package org.threesigns.statistics;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.instrument.Scale;

/**
 * How many respondents have one scale score, which is kept as the exact fraction {@code points / answered} above the
 * lowest value of the response scale.
 */
record ScaleScoreCount(int points, int answered, long count) implements Comparable<ScaleScoreCount> {

    /** All scores that somebody has, lowest first. */
    static List<ScaleScoreCount> sorted(ResponseCounts counts, Scale scale) {
        List<ScaleScoreCount> scores = new ArrayList<>();
        for (int answered = scale.minimumAnswered(); answered <= scale.items().size(); answered++) {
            for (int points = 0; points <= counts.mostPoints(scale, answered); points++) {
                long count = counts.answered(scale, answered, points);
                if (count > 0) {
                    scores.add(new ScaleScoreCount(points, answered, count));
                }
            }
        }
        scores.sort(null);
        return scores;
    }

    /** Orders by score: {@code p₁/a₁ < p₂/a₂} exactly if {@code p₁·a₂ < p₂·a₁}. */
    @Override
    public int compareTo(ScaleScoreCount other) {
        return Integer.compare(points * other.answered, other.points * answered);
    }
}

package org.threesigns.statistics;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.Scale;

/**
 * How many respondents have one scale score, which is kept as the exact fraction {@code points / answered} above the
 * lowest value of the response scale.
 */
record ScaleScoreCount(int points, int answered, long count) implements Comparable<ScaleScoreCount> {

    /** All scores that at least one respondent has, lowest first. */
    static List<ScaleScoreCount> sorted(ResponseCounts counts, Scale scale) {
        return IntStream.rangeClosed(scale.minimumAnswered(), scale.items().size())
                .boxed()
                .flatMap(answered -> scores(counts, scale, answered))
                .sorted()
                .toList();
    }

    private static Stream<ScaleScoreCount> scores(ResponseCounts counts, Scale scale, int answered) {
        return IntStream.rangeClosed(0, counts.mostPoints(scale, answered))
                .mapToObj(points -> new ScaleScoreCount(points, answered, counts.answered(scale, answered, points)))
                .filter(score -> score.count() > 0);
    }

    /** Orders by score: {@code p₁/a₁ < p₂/a₂} exactly if {@code p₁·a₂ < p₂·a₁}. */
    @Override
    public int compareTo(ScaleScoreCount other) {
        return Integer.compare(points * other.answered, other.points * answered);
    }
}

package org.threesigns.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.Scale;

/**
 * How many respondents have one score, which is kept as the exact fraction {@code numerator / denominator}.
 */
record ScoreCount(long numerator, long denominator, long count) implements Comparable<ScoreCount> {

    /** All scores on a scale that at least one respondent has, lowest first. */
    static List<ScoreCount> sorted(ResponseCounts counts, Scale scale) {
        return IntStream.of(counts.scoredShares(scale))
                .boxed()
                .flatMap(shares -> scores(counts, scale, shares))
                .sorted()
                .toList();
    }

    private static Stream<ScoreCount> scores(ResponseCounts counts, Scale scale, int shares) {
        int lowest = shares * counts.lowest(scale);
        int divisor = scale.divisor(shares);
        return IntStream.rangeClosed(0, counts.mostPoints(scale, shares))
                .mapToObj(points -> new ScoreCount(
                        scale.transform().numerator(lowest + points, divisor),
                        scale.transform().denominator(divisor),
                        counts.answered(scale, shares, points)))
                .filter(score -> score.count() > 0);
    }

    /** Above 0 where the score is higher than this, below 0 where it is lower. */
    int compareTo(BigDecimal score) {
        return BigDecimal.valueOf(numerator).compareTo(score.multiply(BigDecimal.valueOf(denominator)));
    }

    /** Orders by score: {@code s₁/d₁ < s₂/d₂} exactly if {@code s₁·d₂ < s₂·d₁}. */
    @Override
    public int compareTo(ScoreCount other) {
        return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }
}

package org.threesigns.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From the lowest to the highest score, in whole numbers that hold both. */
public record ScoreRange(int lowest, int highest) {

    /** Holds the score of everybody who answers all of these items, and any mean; a sum of fewer answers can be outside of it. */
    public static ScoreRange of(ScoringMethod method, List<Item> items) {
        return ofAllScores(method, items, items.size());
    }

    /** Every score that there can be, with as few answers as are enough: a sum of fewer can be lower, and of values below 0 higher. */
    static ScoreRange ofAllScores(ScoringMethod method, List<Item> items, int minimumAnswered) {
        return switch (method) {
            case MEAN ->
                new ScoreRange(
                        scales(items).mapToInt(ResponseScale::lowest).min().orElseThrow(),
                        scales(items).mapToInt(ResponseScale::highest).max().orElseThrow());
            case SUM ->
                new ScoreRange(
                        -highestSum(items, scale -> -scale.lowest(), minimumAnswered),
                        highestSum(items, ResponseScale::highest, minimumAnswered));
        };
    }

    /** The range of what becomes of these scores. */
    public ScoreRange transformed(Transform transform) {
        BigDecimal one = transformed(transform, lowest);
        BigDecimal other = transformed(transform, highest);
        return new ScoreRange(
                one.min(other).setScale(0, RoundingMode.FLOOR).intValueExact(),
                one.max(other).setScale(0, RoundingMode.CEILING).intValueExact());
    }

    private static BigDecimal transformed(Transform transform, int score) {
        return BigDecimal.valueOf(transform.numerator(score, 1))
                .divide(BigDecimal.valueOf(transform.denominator(1)), MathContext.DECIMAL64);
    }

    /** Of the highest scores those that have to be there, and what is above 0. */
    private static int highestSum(List<Item> items, ToIntFunction<ResponseScale> highest, int minimumAnswered) {
        int[] rising = scales(items).mapToInt(highest).sorted().toArray();
        return IntStream.range(0, rising.length)
                .filter(place -> place >= rising.length - minimumAnswered || rising[place] > 0)
                .map(place -> rising[place])
                .sum();
    }

    private static Stream<ResponseScale> scales(List<Item> items) {
        return items.stream().map(Item::responseScale);
    }

    public int width() {
        return highest - lowest;
    }

    boolean holds(BigDecimal score) {
        return score.compareTo(BigDecimal.valueOf(lowest)) >= 0 && score.compareTo(BigDecimal.valueOf(highest)) <= 0;
    }
}

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

    /** The range of complete answers. A sum of fewer answers can lie outside. */
    public static ScoreRange of(ScoringMethod method, List<KeyedItem> key, Transform transform) {
        return ofAllScores(method, key, key.size(), transform);
    }

    /**
     * Every score that there can be, with as few answers as are enough: a sum of fewer can be lower, and of values below 0 higher.
     *
     * @throws ArithmeticException if it is too large
     */
    static ScoreRange ofAllScores(ScoringMethod method, List<KeyedItem> key, int minimumAnswered, Transform transform) {
        return switch (method) {
            case MEAN ->
                between(
                        scales(key).mapToInt(ResponseScale::lowest).min().orElseThrow(),
                        scales(key).mapToInt(ResponseScale::highest).max().orElseThrow(),
                        1,
                        transform);
            case SUM ->
                between(
                        -highestSum(key, item -> -item.lowest(), minimumAnswered),
                        highestSum(key, KeyedItem::highest, minimumAnswered),
                        key.get(0).weight().unit(),
                        transform);
        };
    }

    /** The range of what becomes of the scores between these two sums. */
    private static ScoreRange between(int lowest, int highest, int divisor, Transform transform) {
        BigDecimal one = score(lowest, divisor, transform);
        BigDecimal other = score(highest, divisor, transform);
        return new ScoreRange(
                one.min(other).setScale(0, RoundingMode.FLOOR).intValueExact(),
                one.max(other).setScale(0, RoundingMode.CEILING).intValueExact());
    }

    private static BigDecimal score(int sum, int divisor, Transform transform) {
        return BigDecimal.valueOf(transform.numerator(sum, divisor))
                .divide(BigDecimal.valueOf(transform.denominator(divisor)), MathContext.DECIMAL64);
    }

    /** Of the highest scores those that have to be there, and what is above 0. */
    private static int highestSum(List<KeyedItem> key, ToIntFunction<KeyedItem> highest, int minimumAnswered) {
        int[] rising = key.stream().mapToInt(highest).sorted().toArray();
        return IntStream.range(0, rising.length)
                .filter(place -> place >= rising.length - minimumAnswered || rising[place] > 0)
                .map(place -> rising[place])
                .sum();
    }

    private static Stream<ResponseScale> scales(List<KeyedItem> key) {
        return key.stream().map(keyed -> keyed.item().responseScale());
    }

    public int width() {
        return highest - lowest;
    }

    boolean holds(BigDecimal score) {
        return score.compareTo(BigDecimal.valueOf(lowest)) >= 0 && score.compareTo(BigDecimal.valueOf(highest)) <= 0;
    }
}

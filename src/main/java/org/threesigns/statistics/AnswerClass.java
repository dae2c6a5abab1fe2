package org.threesigns.statistics;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.ResponseScale;

/**
 * Numbers that stand together where there are too many to show each, both ends included.
 *
 * @param from the lowest
 * @param to the highest
 */
public record AnswerClass(int from, int to) {

    private static final int MOST = 21;

    /** All numbers of a response scale in classes of a round width, at most 21; only the last one may be narrower. */
    public static List<AnswerClass> of(ResponseScale scale) {
        int numbers = scale.options().size();
        int width = Stream.iterate(1, AnswerClass::nextRound)
                .filter(each -> (numbers - 1) / each < MOST)
                .findFirst()
                .orElseThrow();
        return IntStream.rangeClosed(0, (numbers - 1) / width)
                .map(place -> place * width)
                .mapToObj(first ->
                        new AnswerClass(scale.value(first), scale.value(Math.min(first + width, numbers) - 1)))
                .toList();
    }

    /** 1, 2, 5, 10, 20, 50 and so on. */
    private static int nextRound(int width) {
        return Integer.toString(width).startsWith("2") ? width / 2 * 5 : width * 2;
    }

    /** As part of a figure's name, such as {@code 5_to_9}; of a single number {@code 5}. */
    public String key() {
        return from == to ? Integer.toString(from) : "%s_to_%s".formatted(from, to);
    }

    boolean holds(int value) {
        return value >= from && value <= to;
    }
}

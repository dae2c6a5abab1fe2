package org.threesigns.export;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One figure of the dashboard, for other programs.
 *
 * @param kind what it is about: {@code all}, {@code scale}, {@code item}, {@code item_pair}, {@code pair} or {@code month}; in a
 *     comparison one of its two groups, or {@code difference}
 * @param id which one; ids with slashes between them for a pair, a scale in a month, or an item on one of its several scales
 * @param n how many respondents it comes from
 * @param value the figure; empty if there is none
 * @param note why there is none; empty if there is one
 */
record AggregateFigure(String kind, String id, String statistic, long n, OptionalDouble value, String note) {

    private static final List<String> HEADER = List.of("kind", "id", "statistic", "n", "value", "note");

    /** With a header. */
    static List<List<String>> table(List<AggregateFigure> figures) {
        return Stream.concat(Stream.of(HEADER), figures.stream().map(AggregateFigure::cells))
                .toList();
    }

    private List<String> cells() {
        return List.of(
                kind, id, statistic, Long.toString(n), value.isPresent() ? number(value.getAsDouble()) : "", note);
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}

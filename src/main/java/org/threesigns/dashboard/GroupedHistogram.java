package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.statistics.ScaleComparison;
import org.threesigns.statistics.ScaleStatistics;
import org.threesigns.statistics.ScaleStatistics.Bin;

/**
 * The histograms of two groups in a picture of {@value #WIDTH} by {@value #HEIGHT}: for each bin the share of the first group
 * and, to its right, that of the second. Shares, because the groups differ in size.
 */
final class GroupedHistogram {

    static final int WIDTH = 320;
    static final int HEIGHT = 196;

    private static final int LEFT = 42;
    private static final int RIGHT = WIDTH - 8;
    private static final int TOP = 24;
    private static final int FLOOR = 150;
    private static final int MOST_TICKS = 11;
    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 25);
    private static final int MOST_STEPS = 5;

    private final ScaleStatistics first;
    private final ScaleStatistics second;
    private final int lowest;
    private final int highest;
    private final int step;
    private final int most;

    GroupedHistogram(ScaleComparison comparison) {
        first = comparison.first();
        second = comparison.second();
        lowest = (int) Math.floor(ends(Bin::from).min().orElseThrow());
        highest = (int) Math.ceil(ends(Bin::to).max().orElseThrow());
        double tallest = Stream.of(first, second)
                .mapToDouble(scale -> 100.0 * scale.highestBin() / Math.max(1, scale.n()))
                .max()
                .orElseThrow();
        step = STEPS.stream()
                .filter(each -> each * MOST_STEPS >= tallest)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        most = step * (int) Math.max(1, Math.ceil(tallest / step));
    }

    private DoubleStream ends(ToDoubleFunction<Bin> end) {
        return Stream.of(first, second)
                .flatMap(scale -> scale.histogram().stream())
                .mapToDouble(end);
    }

    /** A share of a group. */
    record Column(String x, String y, String width, String height) {}

    /** A number at an axis. */
    record Tick(String at, String label) {}

    public List<Column> firstColumns() {
        return columns(first, 0);
    }

    public List<Column> secondColumns() {
        return columns(second, 1);
    }

    private List<Column> columns(ScaleStatistics scale, int place) {
        return scale.histogram().stream().map(bin -> column(scale, bin, place)).toList();
    }

    private Column column(ScaleStatistics scale, Bin bin, int place) {
        double width = (x(bin.to()) - x(bin.from()) - 4) / 2;
        double height = (FLOOR - TOP) * 100.0 * bin.count() / Math.max(1, scale.n()) / most;
        return new Column(
                PictureBuilder.number(x(bin.from()) + 2 + place * width),
                PictureBuilder.number(FLOOR - height),
                PictureBuilder.number(width),
                PictureBuilder.number(height));
    }

    /** Scores, below. */
    public List<Tick> scores() {
        int apart = (highest - lowest) / MOST_TICKS + 1;
        return IntStream.iterate(lowest, value -> value <= highest, value -> value + apart)
                .mapToObj(value -> new Tick(PictureBuilder.number(x(value)), Integer.toString(value)))
                .toList();
    }

    /** Shares, on the left. */
    public List<Tick> shares() {
        List<Tick> ticks = new ArrayList<>();
        for (int share = 0; share <= most; share += step) {
            ticks.add(new Tick(PictureBuilder.number(FLOOR - (double) (FLOOR - TOP) * share / most), share + " %"));
        }
        return ticks;
    }

    private double x(double score) {
        return LEFT + (score - lowest) / (highest - lowest) * (RIGHT - LEFT);
    }
}

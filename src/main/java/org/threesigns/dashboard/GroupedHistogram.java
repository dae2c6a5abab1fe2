package org.threesigns.dashboard;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.threesigns.statistics.ScaleComparison;
import org.threesigns.statistics.ScaleStatistics;
import org.threesigns.statistics.ScaleStatistics.Bin;

/**
 * The histograms of two groups in one picture: for each bin the share of the first group, filled, and to its right that of the
 * second. Shares, because the groups differ in size.
 */
final class GroupedHistogram {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 196;

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

    Picture picture(String title) {
        var picture = new PictureBuilder(WIDTH, HEIGHT);
        picture.label(0, 11, "start", "Share of each group");
        for (int share = 0; share <= most; share += step) {
            double y = FLOOR - (double) (FLOOR - TOP) * share / most;
            picture.horizontal("grid", LEFT, RIGHT, y);
            picture.label(LEFT - 5, y + 4, "end", share + " %");
        }
        drawColumns(picture, "column", first, 0);
        drawColumns(picture, "column hollow", second, 1);
        picture.horizontal("axis", LEFT, RIGHT, FLOOR);
        int apart = (highest - lowest) / MOST_TICKS + 1;
        for (int score = lowest; score <= highest; score += apart) {
            picture.label(x(score), FLOOR + 18, "middle", FigureFormat.plain(score));
        }
        picture.label((LEFT + RIGHT) / 2.0, HEIGHT - 6, "middle", "Score");
        return picture.titled(title);
    }

    private void drawColumns(PictureBuilder picture, String look, ScaleStatistics scale, int place) {
        for (Bin bin : scale.histogram()) {
            double width = Math.max(1, (x(bin.to()) - x(bin.from()) - 4) / 2);
            double height = (FLOOR - TOP) * 100.0 * bin.count() / Math.max(1, scale.n()) / most;
            picture.box(look, x(bin.from()) + 2 + place * width, FLOOR - height, width, height);
        }
    }

    private DoubleStream ends(ToDoubleFunction<Bin> end) {
        return Stream.of(first, second)
                .flatMap(scale -> scale.histogram().stream())
                .mapToDouble(end);
    }

    private double x(double score) {
        return LEFT + (score - lowest) / (highest - lowest) * (RIGHT - LEFT);
    }
}

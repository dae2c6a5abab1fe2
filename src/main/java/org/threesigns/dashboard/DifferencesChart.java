package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.MeanDifference;

/** The standardised difference of two groups on each scale, with its 95 % interval, beside a line at 0. */
final class DifferencesChart {

    private static final int WIDTH = 320;
    private static final int LEFT = 18;
    private static final int RIGHT = WIDTH - LEFT;
    private static final int ROW = 44;
    private static final int BELOW = 44;

    private final List<ScaleComparisonView> scales;
    private final String difference;
    private final Axis axis;
    private final int floor;

    /**
     * @param scales at least one, each with an interval
     * @param difference which group's scores are taken from which
     */
    DifferencesChart(List<ScaleComparisonView> scales, String difference) {
        this.scales = scales;
        this.difference = difference;
        axis = Axis.holding(
                Math.min(0, ends(Interval::low).min().orElseThrow()),
                Math.max(0, ends(Interval::high).max().orElseThrow()));
        floor = scales.size() * ROW + 6;
    }

    private DoubleStream ends(ToDoubleFunction<Interval> end) {
        return scales.stream().map(DifferencesChart::interval).mapToDouble(end);
    }

    private static MeanDifference difference(ScaleComparisonView scale) {
        return scale.comparison().difference();
    }

    private static Interval interval(ScaleComparisonView scale) {
        return difference(scale).standardisedInterval().orElseThrow();
    }

    Picture picture(String title) {
        var picture = new PictureBuilder(WIDTH, floor + BELOW);
        for (int row = 0; row < scales.size(); row++) {
            draw(picture, scales.get(row), row * ROW);
        }
        axis.levels().forEach(level -> picture.label(x(level), floor + 18.0, "middle", axis.label(level)));
        picture.horizontal("axis", LEFT, RIGHT, floor);
        picture.label(WIDTH / 2.0, floor + 38, "middle", "Standardised difference d");
        return picture.titled(title);
    }

    private void draw(PictureBuilder picture, ScaleComparisonView scale, int top) {
        Interval interval = interval(scale);
        int y = top + 32;
        picture.label(0, top + 16, "start", scale.name());
        axis.levels().forEach(level -> picture.vertical("grid", x(level), y - 9.0, y + 9.0));
        picture.vertical("cut", x(0), y - 9.0, y + 9.0);
        picture.horizontal("mid", x(interval.low()), x(interval.high()), y);
        picture.vertical("mid", x(interval.low()), y - 4.0, y + 4.0);
        picture.vertical("mid", x(interval.high()), y - 4.0, y + 4.0);
        picture.dot("dot", x(difference(scale).standardised().get()), y, 4);
    }

    private double x(double d) {
        return LEFT + axis.place(d) * (RIGHT - LEFT);
    }

    /** The numbers of the picture. */
    List<List<String>> table() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("scale", "difference", "d", "low_95", "high_95")));
        for (ScaleComparisonView scale : scales) {
            table.add(List.of(
                    scale.name(),
                    difference,
                    "" + difference(scale).standardised().get(),
                    "" + interval(scale).low(),
                    "" + interval(scale).high()));
        }
        return table;
    }
}

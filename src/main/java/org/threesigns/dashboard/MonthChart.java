package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.PublishedResults.Month;

/** The means of one scale month by month, each with its 95 % interval, on an axis no longer than these need. */
final class MonthChart {

    private static final int WIDTH = 280;
    private static final int HEIGHT = 160;
    private static final int LEFT = 44;
    private static final int RIGHT = WIDTH - 8;
    private static final int TOP = 10;
    private static final int FLOOR = 130;

    private final List<Month> months;
    private final int scale;
    private final Axis axis;

    /**
     * @param months of which at least one has a mean
     * @param scale its place in the instrument
     */
    MonthChart(List<Month> months, int scale) {
        this.months = months;
        this.scale = scale;
        axis = Axis.holding(ends().min().orElseThrow(), ends().max().orElseThrow());
    }

    private DoubleStream ends() {
        return IntStream.range(0, months.size())
                .filter(month -> mean(month).isKnown())
                .mapToObj(this::interval)
                .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high()));
    }

    private Estimate mean(int month) {
        return months.get(month).scales().get(scale).mean();
    }

    private Interval interval(int month) {
        double mean = mean(month).get();
        return months.get(month).scales().get(scale).interval().orElse(new Interval(mean, mean));
    }

    /** What the axis shows, such as 2.4 to 3.2. */
    String axis() {
        return axis.words();
    }

    Picture picture(String title) {
        var picture = new PictureBuilder(WIDTH, HEIGHT);
        for (double level : axis.levels()) {
            picture.horizontal("grid", LEFT, RIGHT, y(level));
            picture.label(LEFT - 6, y(level) + 5, "end", axis.label(level));
        }
        picture.stroke("line", line());
        for (int month = 0; month < months.size(); month++) {
            drawMonth(picture, month);
        }
        drawNames(picture);
        return picture.titled(title);
    }

    private void drawMonth(PictureBuilder picture, int month) {
        if (mean(month).isKnown()) {
            double x = x(month);
            Interval interval = interval(month);
            picture.vertical("error", x, y(interval.low()), y(interval.high()));
            picture.horizontal("error", x - 3, x + 3, y(interval.low()));
            picture.horizontal("error", x - 3, x + 3, y(interval.high()));
            picture.dot("point", x, y(mean(month).get()), 3);
        }
    }

    /** Interrupted in months without a mean. */
    private String line() {
        var path = new StringBuilder();
        boolean broken = true;
        for (int month = 0; month < months.size(); month++) {
            if (mean(month).isKnown()) {
                path.append(broken ? "M" : "L")
                        .append(PictureBuilder.number(x(month)))
                        .append(' ')
                        .append(PictureBuilder.number(y(mean(month).get())));
            }
            broken = !mean(month).isKnown();
        }
        return path.toString();
    }

    private void drawNames(PictureBuilder picture) {
        int end = months.size() - 1;
        picture.label(LEFT, HEIGHT - 8, "start", name(0));
        picture.label(RIGHT, HEIGHT - 8, "end", name(end));
    }

    private String name(int month) {
        return FigureFormat.shortMonth(months.get(month).month());
    }

    private double x(int month) {
        double inside = LEFT + 8;
        return inside + (RIGHT - 8 - inside) * month / Math.max(1, months.size() - 1);
    }

    private double y(double score) {
        return FLOOR - axis.place(score) * (FLOOR - TOP);
    }

    /** The numbers of the picture. */
    List<List<String>> table() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("month", "n", "mean", "low_95", "high_95")));
        for (Month month : months) {
            Estimate mean = month.scales().get(scale).mean();
            Optional<Interval> interval = month.scales().get(scale).interval();
            table.add(List.of(
                    month.month().toString(),
                    mean.isKnown() ? Long.toString(mean.n()) : "",
                    mean.isKnown() ? Double.toString(mean.get()) : "",
                    interval.map(ends -> Double.toString(ends.low())).orElse(""),
                    interval.map(ends -> Double.toString(ends.high())).orElse("")));
        }
        return table;
    }
}

package org.threesigns.dashboard;

import java.util.List;
import java.util.stream.IntStream;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.ScaleStatistics;
import org.threesigns.statistics.ScaleStatistics.Bin;

/**
 * The layout of a scale's histogram in a picture of {@value #WIDTH} by {@value #HEIGHT}: above the columns a box from
 * the lower to the upper quartile with the median, and the mean with one standard error of measurement on each side.
 */
final class HistogramChart {

    static final int WIDTH = 320;
    static final int HEIGHT = 176;

    private static final int LEFT = 10;
    private static final int RIGHT = WIDTH - LEFT;
    private static final int TOP = 46;
    private static final int FLOOR = 150;
    private static final int MOST_TICKS = 11;

    private final ScaleStatistics statistics;
    private final Estimate sem;
    private final int lowest;
    private final int highest;

    HistogramChart(ScaleStatistics statistics, Estimate sem) {
        this.statistics = statistics;
        this.sem = sem;
        lowest = statistics.scale().range().lowest();
        highest = statistics.scale().range().highest();
    }

    /** A rectangle of the picture. */
    record Rectangle(String x, String y, String width, String height) {}

    /** A number under the axis. */
    record Tick(String x, String label) {}

    public List<Rectangle> columns() {
        return statistics.histogram().stream().map(this::column).toList();
    }

    private Rectangle column(Bin bin) {
        double height = (double) (FLOOR - TOP) * bin.count() / statistics.highestBin();
        double x = x(bin.from()) + 1;
        return rectangle(x, FLOOR - height, x(bin.to()) - 1 - x, height);
    }

    /** The box of the quartiles. */
    public Rectangle middleHalf() {
        double from = x(statistics.lowerQuartile().get());
        return rectangle(from, 6, Math.max(2, x(statistics.upperQuartile().get()) - from), 14);
    }

    public String median() {
        return number(x(statistics.median().get()));
    }

    public String mean() {
        return number(x(statistics.mean().get()));
    }

    public boolean hasSem() {
        return sem.isKnown();
    }

    public String semFrom() {
        return number(x(Math.max(lowest, statistics.mean().get() - sem.get())));
    }

    public String semTo() {
        return number(x(Math.min(highest, statistics.mean().get() + sem.get())));
    }

    /** Where one band ends and the next begins. */
    public List<String> cuts() {
        return statistics.scale().bands().stream()
                .skip(1)
                .map(ScoreBand::from)
                .map(cut -> number(x(cut.doubleValue())))
                .toList();
    }

    public List<Tick> ticks() {
        int step = (highest - lowest) / MOST_TICKS + 1;
        return IntStream.iterate(lowest, value -> value <= highest, value -> value + step)
                .mapToObj(value -> new Tick(number(x(value)), Integer.toString(value)))
                .toList();
    }

    private double x(double score) {
        return LEFT + (score - lowest) / (highest - lowest) * (RIGHT - LEFT);
    }

    private static Rectangle rectangle(double x, double y, double width, double height) {
        return new Rectangle(number(x), number(y), number(width), number(height));
    }

    static String number(double coordinate) {
        return Double.toString(Math.round(coordinate * 10) / 10.0);
    }
}

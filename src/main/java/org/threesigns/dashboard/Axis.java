package org.threesigns.dashboard;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * An axis with a few round levels that hold all that is drawn.
 *
 * @param first the first level, in steps from 0
 * @param last the last one, above the first
 */
record Axis(double step, long first, long last) {

    private static final int MOST_LEVELS = 5;
    private static final double[] STEPS = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

    /** @param high not below {@code low} */
    static Axis holding(double low, double high) {
        double step = DoubleStream.of(STEPS)
                .filter(width -> levels(low, high, width) <= MOST_LEVELS)
                .findFirst()
                .orElse(high - low);
        long first = (long) Math.floor(low / step);
        return new Axis(step, first, Math.max(first + 1, (long) Math.ceil(high / step)));
    }

    private static double levels(double low, double high, double width) {
        return Math.ceil(high / width) - Math.floor(low / width) + 1;
    }

    List<Double> levels() {
        return LongStream.rangeClosed(first, last)
                .mapToObj(level -> level * step)
                .toList();
    }

    String label(double level) {
        String label = FigureFormat.two(level);
        return step >= 1 ? label.replace(".00", "") : label;
    }

    /** From where to where it goes, such as 2.40 to 3.20. */
    String words() {
        return label(first * step) + " to " + label(last * step);
    }

    /** How far along it a value is: 0 at the first level, 1 at the last. */
    double place(double value) {
        return (value / step - first) / (last - first);
    }
}

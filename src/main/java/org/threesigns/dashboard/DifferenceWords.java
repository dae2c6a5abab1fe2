package org.threesigns.dashboard;

import static java.util.stream.Collectors.joining;

import org.threesigns.statistics.Interval;
import org.threesigns.statistics.MeanDifference;

/** Says a difference between two groups in figures and in a plain sentence. */
final class DifferenceWords {

    private static final double SMALL = 0.2;
    private static final double MEDIUM = 0.5;
    private static final double LARGE = 0.8;

    private DifferenceWords() {}

    /** In points of the score, with its interval and the degrees of freedom. */
    static String points(MeanDifference difference) {
        return FigureFormat.two(difference.points())
                + FigureFormat.behind(difference.interval())
                + difference.degreesOfFreedom().value().stream()
                        .mapToObj(df -> ", df " + FigureFormat.two(df))
                        .collect(joining());
    }

    /** In standard deviations, with its interval. */
    static String standardised(MeanDifference difference) {
        return FigureFormat.two(difference.standardised()) + FigureFormat.behind(difference.standardisedInterval());
    }

    /** What the figures say and don't, in terms of two groups by their names. */
    static String about(MeanDifference difference, String first, String second) {
        if (difference.interval().isEmpty()) {
            return "Within each group everybody has the same score, so chance cannot be judged.";
        }
        Interval interval = difference.interval().get();
        if (interval.holdsZero()) {
            return "The interval includes 0: these results do not show that the two groups differ.";
        }
        return "Higher mean: %s. By Cohen’s rule of thumb, the difference is %s."
                .formatted(
                        interval.low() > 0 ? second : first,
                        size(Math.abs(difference.standardised().get())));
    }

    private static String size(double d) {
        if (d < SMALL) {
            return "very small";
        }
        if (d < MEDIUM) {
            return "small";
        }
        return d < LARGE ? "medium" : "large";
    }
}

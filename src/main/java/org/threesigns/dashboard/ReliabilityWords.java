package org.threesigns.dashboard;

import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.ReliabilityAnalysis;

/** Explains reliability in one or two plain sentences. */
final class ReliabilityWords {

    private static final double UNSTEADY = 0.6;
    private static final double ROUGH = 0.7;
    private static final double GOOD = 0.8;
    private static final double REPEATS_ITSELF = 0.95;
    private static final double Z = 1.96;

    private ReliabilityWords() {}

    static String about(ReliabilityAnalysis reliability) {
        Estimate alpha = reliability.alpha();
        if (!alpha.isKnown()) {
            return why(alpha);
        }
        if (alpha.get() < 0) {
            return "Below 0: the items pull against each other. Look at the alarms in the table of the items.";
        }
        return "Of the differences between people, about %s are steady and %s are chance. %s One person's score is %s"
                .formatted(
                        FigureFormat.percent(alpha.get()),
                        FigureFormat.percent(1 - alpha.get()),
                        goodFor(alpha.get()),
                        "uncertain by about ±"
                                + FigureFormat.two(Z * reliability.sem().get()) + " points.");
    }

    private static String why(Estimate alpha) {
        return switch (alpha.absence().orElseThrow()) {
            case TOO_FEW ->
                "Reliability needs %s people who answered every item of the sign; here it is %s."
                        .formatted(ReliabilityAnalysis.FEWEST, fewer(alpha.n()));
            case TOO_FEW_ITEMS -> "Reliability needs two items.";
            case NO_VARIANCE, NO_ADMISSIBLE_SOLUTION, DIFFERENT_UNITS ->
                "Everybody answered alike, so there is nothing to be reliable.";
        };
    }

    private static String fewer(long n) {
        return n < 10 ? "fewer than ten" : FigureFormat.count(n);
    }

    private static String goodFor(double alpha) {
        if (alpha < UNSTEADY) {
            return "That is too unsteady to say much, even about groups.";
        }
        if (alpha < ROUGH) {
            return "That is a rough measure: groups can be compared, a person's score says little.";
        }
        if (alpha < GOOD) {
            return "That is enough to compare groups, and a hint for one person.";
        }
        return alpha < REPEATS_ITSELF
                ? "That is good for a short questionnaire."
                : "That is so high that some items may ask the same thing twice.";
    }

    /** Alpha with its interval, or why there is none. */
    static String alpha(ReliabilityAnalysis reliability) {
        String interval = reliability
                .alphaInterval()
                .map((Interval ends) -> " (95 %: " + FigureFormat.interval(ends) + ")")
                .orElse("");
        return FigureFormat.two(reliability.alpha()) + interval;
    }
}

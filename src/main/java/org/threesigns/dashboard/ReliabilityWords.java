package org.threesigns.dashboard;

import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.ReliabilityAnalysis;

/** Explains reliability, the consistency of answers given on one occasion, in one or two plain sentences. */
final class ReliabilityWords {

    static final double UNSTEADY = 0.6;
    static final double ROUGH = 0.7;
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
            return "Below 0: the items pull against each other. Look at the alarms on the page of the items.";
        }
        return "Answered once, the items agree %s. One person’s score is uncertain by about ±%s points."
                .formatted(
                        goodFor(alpha.get()),
                        FigureFormat.two(Z * reliability.sem().get()));
    }

    private static String why(Estimate alpha) {
        return switch (alpha.absence().orElseThrow()) {
            case TOO_FEW ->
                "Reliability needs %s results with every item of the scale answered; here it is %s."
                        .formatted(ReliabilityAnalysis.FEWEST, FigureFormat.group(alpha.n()));
            case TOO_FEW_ITEMS -> "Reliability needs two items.";
            case NO_VARIANCE, NO_ADMISSIBLE_SOLUTION, DIFFERENT_UNITS ->
                "All answers are alike, so there is nothing to be consistent.";
        };
    }

    private static String goodFor(double alpha) {
        if (alpha < UNSTEADY) {
            return "too little to say much, even about groups";
        }
        if (alpha < ROUGH) {
            return "roughly: groups can be compared, a person’s score says little";
        }
        if (alpha < GOOD) {
            return "well enough to compare groups, and for a hint about one person";
        }
        return alpha < REPEATS_ITSELF ? "well" : "so closely that some may ask the same thing twice";
    }

    /** Alpha with its interval, or why there is none. */
    static String alpha(ReliabilityAnalysis reliability) {
        return FigureFormat.with(reliability.alpha(), reliability.alphaInterval());
    }
}

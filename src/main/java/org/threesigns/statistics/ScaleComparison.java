package org.threesigns.statistics;

/** The scores of two groups on one scale. */
public record ScaleComparison(
        ScaleStatistics first,
        ScaleStatistics second,
        ReliabilityAnalysis firstReliability,
        ReliabilityAnalysis secondReliability,
        MeanDifference difference) {

    /** Whether enough people of each group have a score to show more than that. */
    public boolean isShown() {
        return first.isShown() && second.isShown();
    }

    /** Whether scores have the same names in both. */
    public boolean hasSameBands() {
        return first.scale().bands().equals(second.scale().bands());
    }
}

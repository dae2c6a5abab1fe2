package org.threesigns.statistics;

import java.util.List;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;

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
        return bands(first.scale()).equals(bands(second.scale()));
    }

    private static List<ScoreBand> bands(Scale scale) {
        return scale.bands().stream()
                .map(band -> new ScoreBand(
                        band.id(), band.from().stripTrailingZeros(), band.to().stripTrailingZeros(), band.inclusive()))
                .toList();
    }
}

package org.threesigns.export;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.dashboard.GroupsPage;
import org.threesigns.statistics.GroupComparison;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.MeanDifference;
import org.threesigns.statistics.ReliabilityAnalysis;
import org.threesigns.statistics.ScaleComparison;
import org.threesigns.statistics.ScaleStatistics;

/**
 * The figures of two groups side by side, as a list: those that the page of groups shows. The kind of a figure is the key of its
 * group, or {@code difference}.
 */
final class ComparisonFigures {

    private static final String DIFFERENCE = "difference";

    private final List<AggregateFigure> figures = new ArrayList<>();

    private ComparisonFigures() {}

    /** None where nothing may be compared. */
    static List<AggregateFigure> of(GroupsPage page) {
        var all = new ComparisonFigures();
        page.comparison()
                .ifPresent(
                        both -> all.addAll(both, page.keys().get(0), page.keys().get(1)));
        return all.figures;
    }

    private FigureCollector about(String kind, String id) {
        return new FigureCollector(kind, id, figures::add);
    }

    private void addAll(GroupComparison both, String first, String second) {
        addSize(first, both.first());
        addSize(second, both.second());
        for (ScaleComparison scale : both.scales()) {
            String id = scale.first().scale().id();
            if (scale.isShown()) {
                addGroup(about(first, id), scale, scale.first(), scale.firstReliability());
                addGroup(about(second, id), scale, scale.second(), scale.secondReliability());
                addDifference(about(DIFFERENCE, id), scale.difference());
            } else {
                // Beside the size of one group, that of both would tell how many of the other have a score.
                about(DIFFERENCE, id).addNone("mean", 0, "too few");
            }
        }
    }

    private void addSize(String group, InstrumentStatistics statistics) {
        about(group, "").addCount("respondents", statistics.respondents(), statistics.respondents());
    }

    private static void addGroup(
            FigureCollector group, ScaleComparison both, ScaleStatistics scale, ReliabilityAnalysis reliability) {
        group.addBins(scale);
        if (both.hasSameBands()) {
            group.addBands(scale);
        }
        group.add("mean", scale.mean(), scale.meanInterval());
        group.add("sd", scale.sd());
        group.addAlpha(reliability);
    }

    private static void addDifference(FigureCollector scale, MeanDifference difference) {
        scale.add("mean", difference.points(), difference.interval());
        scale.add("df", difference.degreesOfFreedom());
        scale.add("d", difference.standardised(), difference.standardisedInterval());
    }
}

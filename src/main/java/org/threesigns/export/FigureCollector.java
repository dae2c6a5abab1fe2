package org.threesigns.export;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.threesigns.dashboard.FigureFormat;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.ReliabilityAnalysis;
import org.threesigns.statistics.ScaleStatistics;
import org.threesigns.statistics.SmallGroupRule;

/** Collects the figures of one subject, such as a scale. */
final class FigureCollector {

    private final String kind;
    private final String id;
    private final Consumer<AggregateFigure> figures;

    /** @param figures takes each figure that is added */
    FigureCollector(String kind, String id, Consumer<AggregateFigure> figures) {
        this.kind = kind;
        this.id = id;
        this.figures = figures;
    }

    void addCount(String statistic, long n, long count) {
        add(statistic, n, (double) count);
    }

    void add(String statistic, long n, double value) {
        figures.accept(new AggregateFigure(kind, id, statistic, n, OptionalDouble.of(value), ""));
    }

    void add(String statistic, Estimate estimate) {
        if (estimate.isKnown()) {
            add(statistic, estimate.n(), estimate.get());
        } else {
            // The size of a group is a figure, too, and hidden if it is too small.
            addNone(statistic, estimate.n() < SmallGroupRule.FEWEST ? 0 : estimate.n(), FigureFormat.two(estimate));
        }
    }

    /** Says why there is no such figure. */
    void addNone(String statistic, long n, String why) {
        figures.accept(new AggregateFigure(kind, id, statistic, n, OptionalDouble.empty(), why));
    }

    /** A figure with its 95 % interval, if there is one. */
    void add(String statistic, Estimate estimate, Optional<Interval> interval) {
        add(statistic, estimate);
        interval.ifPresent(ends -> addInterval(statistic, estimate.n(), ends));
    }

    void addInterval(String statistic, long n, Interval interval) {
        add(statistic + "_low_95", n, interval.low());
        add(statistic + "_high_95", n, interval.high());
    }

    /** How many have a score in each bin of the histogram. */
    void addBins(ScaleStatistics scale) {
        scale.histogram().forEach(bin -> addCount("from_" + bin.from() + "_to_" + bin.to(), scale.n(), bin.count()));
    }

    /** How many have a score in each band. */
    void addBands(ScaleStatistics scale) {
        scale.bands().forEach(band -> addCount("band_" + band.band().id(), scale.n(), band.count()));
    }

    void addAlpha(ReliabilityAnalysis reliability) {
        add("alpha", reliability.alpha(), reliability.alphaInterval());
    }
}

package org.threesigns.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.dashboard.FigureFormat;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.ItemStatistics;
import org.threesigns.statistics.PublishedResults.Month;
import org.threesigns.statistics.ScalePairStatistics;
import org.threesigns.statistics.ScaleStatistics;
import org.threesigns.statistics.SmallGroupRule;

/** Everything that the dashboard shows, as a list of figures: the same groups and the same minimum sizes. */
final class AggregateFigures {

    private final Dashboard dashboard;
    private final List<AggregateFigure> figures = new ArrayList<>();

    private AggregateFigures(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    static List<AggregateFigure> of(Dashboard dashboard) {
        var all = new AggregateFigures(dashboard);
        dashboard.statistics().ifPresent(all::addAll);
        return all.figures;
    }

    private void addAll(InstrumentStatistics statistics) {
        whole("all", "", "respondents", statistics.respondents(), statistics.respondents());
        whole("all", "", "exported_rows", statistics.respondents(), dashboard.exportedRows());
        statistics.scales().forEach(scale -> addScale(statistics, scale));
        statistics.items().forEach(this::addItem);
        statistics.pairs().forEach(this::addPair);
        dashboard.trend().months().forEach(this::addMonth);
    }

    private void addScale(InstrumentStatistics statistics, ScaleStatistics scale) {
        String id = scale.scale().id();
        if (scale.isShown()) {
            scale.histogram()
                    .forEach(bin ->
                            whole("scale", id, "from_" + bin.from() + "_to_" + bin.to(), scale.n(), bin.count()));
            scale.bands()
                    .forEach(band -> whole("scale", id, "band_" + band.band().id(), scale.n(), band.count()));
        }
        add("scale", id, "mean", scale.mean());
        add("scale", id, "sd", scale.sd());
        add("scale", id, "quartile_1", scale.lowerQuartile());
        add("scale", id, "median", scale.median());
        add("scale", id, "quartile_3", scale.upperQuartile());
        var reliability = statistics.reliability(scale.scale());
        add("scale", id, "alpha", reliability.alpha());
        addInterval("scale", id, "alpha", reliability.n(), reliability.alphaInterval());
        add("scale", id, "omega_total", reliability.omega());
        add("scale", id, "sem", reliability.sem());
    }

    private void addItem(ItemStatistics item) {
        String id = item.item().id();
        if (item.isShown()) {
            item.chosenByValue().forEach((value, chosen) -> whole("item", id, "chose_" + value, item.n(), chosen));
            whole("item", id, "skipped", item.n() + item.skipped(), item.skipped());
        }
        add("item", id, "mean", item.mean());
        add("item", id, "sd", item.sd());
        for (var on : item.scales()) {
            String inScale =
                    item.scales().size() == 1 ? id : id + "/" + on.scale().id();
            add("item", inScale, "item_rest_r", on.itemRest());
            add("item", inScale, "alpha_if_dropped", on.alphaIfDropped());
        }
    }

    private void addPair(ScalePairStatistics pair) {
        String id = pair.x().id() + "/" + pair.y().id();
        add("pair", id, "r", pair.r());
        addInterval("pair", id, "r", pair.n(), pair.interval());
        add("pair", id, "r_disattenuated", pair.disattenuated());
        add("pair", id, "se_of_difference", pair.seOfDifference());
        add("pair", id, "reliability_of_difference", pair.reliabilityOfDifference());
    }

    private void addMonth(Month month) {
        String id = month.month().toString();
        month.n().ifPresent(n -> whole("month", id, "respondents", n, n));
        for (int scale = 0; scale < month.means().size(); scale++) {
            String name = dashboard.instrument().scales().get(scale).id();
            add("month", id + "/" + name, "mean", month.means().get(scale));
        }
    }

    private void addInterval(String kind, String id, String statistic, long n, Optional<Interval> interval) {
        interval.ifPresent(ends -> {
            add(kind, id, statistic + "_low_95", n, ends.low());
            add(kind, id, statistic + "_high_95", n, ends.high());
        });
    }

    private void add(String kind, String id, String statistic, Estimate estimate) {
        if (estimate.isKnown()) {
            add(kind, id, statistic, estimate.n(), estimate.get());
        } else {
            // The size of a group is a figure, too, and hidden if it is too small.
            long n = estimate.n() < SmallGroupRule.FEWEST ? 0 : estimate.n();
            figures.add(
                    new AggregateFigure(kind, id, statistic, n, OptionalDouble.empty(), FigureFormat.two(estimate)));
        }
    }

    private void whole(String kind, String id, String statistic, long n, long value) {
        add(kind, id, statistic, n, (double) value);
    }

    private void add(String kind, String id, String statistic, long n, double value) {
        figures.add(new AggregateFigure(kind, id, statistic, n, OptionalDouble.of(value), ""));
    }
}

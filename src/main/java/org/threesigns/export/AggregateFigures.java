package org.threesigns.export;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.AnswerClass;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.ItemStatistics;
import org.threesigns.statistics.PercentileTable;
import org.threesigns.statistics.PublishedResults.Month;
import org.threesigns.statistics.PublishedResults.ScaleMean;
import org.threesigns.statistics.ReliabilityAnalysis;
import org.threesigns.statistics.ScalePairStatistics;
import org.threesigns.statistics.ScaleStatistics;

/**
 * The figures of the overview and of the pages of items, reliability, months and percentiles, as a list: the same groups and the
 * same minimum sizes. Two groups side by side are {@link ComparisonFigures}.
 */
final class AggregateFigures {

    static final String ITEM_PAIR = "item_pair";

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

    private FigureCollector about(String kind, String... ids) {
        return new FigureCollector(kind, String.join("/", ids), figures::add);
    }

    private void addAll(InstrumentStatistics statistics) {
        long n = statistics.respondents();
        FigureCollector all = about("all");
        all.addCount("respondents", n, n);
        all.addCount("exported_rows", n, dashboard.exportedRows());
        if (dashboard.filter().careless()) {
            dashboard.carelessShare().ifPresent(share -> all.add("careless_share", n, share));
        }
        statistics.scales().forEach(scale -> addScale(scale, statistics.reliability(scale.scale())));
        dashboard.percentiles().forEach(this::addPercentiles);
        statistics.items().forEach(this::addItem);
        statistics.scales().forEach(scale -> addItemPairs(scale.scale(), statistics.reliability(scale.scale())));
        statistics.pairs().forEach(this::addPair);
        dashboard.trend().months().forEach(this::addMonth);
    }

    private void addScale(ScaleStatistics scale, ReliabilityAnalysis reliability) {
        FigureCollector subject = about("scale", scale.scale().id());
        if (scale.isShown()) {
            subject.addCount("unscored", scale.n() + scale.unscored(), scale.unscored());
            subject.addBins(scale);
            subject.addBands(scale);
            scale.bands().forEach(band -> addShare(subject, scale, band));
        }
        subject.add("mean", scale.mean(), scale.meanInterval());
        subject.add("sd", scale.sd());
        subject.add("quartile_1", scale.lowerQuartile());
        subject.add("median", scale.median());
        subject.add("quartile_3", scale.upperQuartile());
        subject.addAlpha(reliability);
        subject.add("omega_total", reliability.omega());
        subject.add("sem", reliability.sem());
    }

    private static void addShare(FigureCollector subject, ScaleStatistics scale, ScaleStatistics.BandCount band) {
        String share = "share_" + band.band().id();
        subject.add(share, scale.n(), scale.share(band));
        subject.addInterval(share, scale.n(), scale.shareInterval(band));
    }

    private void addPercentiles(PercentileTable table) {
        FigureCollector subject = about("scale", table.scale().id());
        table.rows().forEach(row -> subject.add("percentile_" + row.percent(), table.n(), row.score()));
    }

    private void addItem(ItemStatistics item) {
        String id = item.item().id();
        FigureCollector subject = about("item", id);
        if (item.isShown()) {
            addChosen(subject, item);
            subject.addCount("skipped", item.asked(), item.skipped());
            if (item.item().isConditional()) {
                subject.addCount("not_asked", item.asked() + item.notAsked(), item.notAsked());
            }
        }
        subject.add("mean", item.mean());
        subject.add("sd", item.sd());
        for (var on : item.scales()) {
            FigureCollector onScale = item.scales().size() == 1
                    ? subject
                    : about("item", id, on.scale().id());
            onScale.add("item_rest_r", on.itemRest());
            onScale.add("alpha_if_dropped", on.alphaIfDropped());
        }
    }

    private static void addChosen(FigureCollector subject, ItemStatistics item) {
        var answers = item.item().responseScale();
        if (!answers.isNumber()) {
            item.chosenByValue().forEach((value, chosen) -> subject.addCount("chose_" + value, item.n(), chosen));
            return;
        }
        AnswerClass.of(answers)
                .forEach(numbers -> subject.addCount("chose_" + numbers.key(), item.n(), item.chosenIn(numbers)));
        subject.add("quartile_1", item.percentile(25));
        subject.add("median", item.percentile(50));
        subject.add("quartile_3", item.percentile(75));
    }

    private void addItemPairs(Scale scale, ReliabilityAnalysis reliability) {
        List<Item> items = scale.items();
        for (int other = 1; other < items.size(); other++) {
            for (int item = 0; item < other; item++) {
                about(
                                ITEM_PAIR,
                                scale.id(),
                                items.get(item).id(),
                                items.get(other).id())
                        .add("r", reliability.itemCorrelation(item, other));
            }
        }
    }

    private void addPair(ScalePairStatistics pair) {
        FigureCollector subject = about("pair", pair.x().id(), pair.y().id());
        subject.add("r", pair.r(), pair.interval());
        subject.add("r_disattenuated", pair.disattenuated());
        subject.add("se_of_difference", pair.seOfDifference());
        subject.add("reliability_of_difference", pair.reliabilityOfDifference());
    }

    private void addMonth(Month month) {
        String id = month.month().toString();
        month.n().ifPresent(n -> about("month", id).addCount("respondents", n, n));
        for (int scale = 0; scale < month.scales().size(); scale++) {
            ScaleMean scores = month.scales().get(scale);
            about("month", id, dashboard.instrument().scales().get(scale).id())
                    .add("mean", scores.mean(), scores.interval());
        }
    }
}

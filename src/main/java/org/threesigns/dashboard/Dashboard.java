package org.threesigns.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.ItemStatistics;
import org.threesigns.statistics.PercentileTable;
import org.threesigns.statistics.PublishedResults;
import org.threesigns.statistics.ScaleStatistics;

/** Everything on the dashboard's page. */
public final class Dashboard {

    /** Administrators read English. */
    public static final String LANGUAGE = "en";

    private final DashboardFilter filter;
    private final PublishedResults published;
    private final Optional<InstrumentStatistics> statistics;
    private final List<ScaleView> scales;
    private final List<ItemView> items;
    private final List<PairView> pairs;
    private final LocalDate today;

    Dashboard(DashboardFilter filter, PublishedResults published, LocalDate today) {
        this.today = today;
        this.filter = filter;
        this.published = published;
        this.statistics = published.select(filter.counts());
        this.scales = statistics.stream()
                .flatMap(all -> all.scales().stream().map(scale -> ScaleView.of(all, scale)))
                .toList();
        this.items =
                statistics.stream().flatMap(all -> ItemView.all(all).stream()).toList();
        this.pairs = statistics.stream()
                .flatMap(all -> all.pairs().stream().map(pair -> PairView.of(all.instrument(), pair)))
                .toList();
    }

    /** The day of the figures, for a report on paper. */
    public String today() {
        return FigureFormat.day(today);
    }

    public LocalDate day() {
        return today;
    }

    /** What a downloaded chart is made of. */
    public String caption() {
        return "%s, version %s: %s; %s results as of %s"
                .formatted(
                        name(), instrument().version(), filter.summary(), FigureFormat.count(respondents()), today());
    }

    public DashboardFilter filter() {
        return filter;
    }

    public Instrument instrument() {
        return filter.instrument();
    }

    public String name() {
        return instrument().text(LANGUAGE).name();
    }

    /** The figures; empty if the group is too small to be shown. */
    public Optional<InstrumentStatistics> statistics() {
        return statistics;
    }

    public boolean isShown() {
        return statistics.isPresent();
    }

    /** Whether nothing is published. */
    public boolean isEmpty() {
        return published.months().isEmpty();
    }

    public long respondents() {
        return statistics.map(InstrumentStatistics::respondents).orElse(0L);
    }

    /** How many of the respondents are rows in the export of responses. */
    public long exportedRows() {
        return published.exportedRows(filter.counts());
    }

    /** Both in words, for those who compare rows with figures. */
    public String rowsInWords() {
        return "%s rows of %s counted".formatted(FigureFormat.count(exportedRows()), FigureFormat.count(respondents()));
    }

    public Optional<YearMonth> since() {
        return published.months().stream().findFirst();
    }

    public List<ScaleView> scales() {
        return scales;
    }

    /** Those that need attention first. */
    public List<ItemView> items() {
        return items;
    }

    /** How many items need attention. */
    public long alarms() {
        return items.stream().filter(ItemView::hasAlarm).count();
    }

    public List<PairView> pairs() {
        return pairs;
    }

    public TrendView trend() {
        return new TrendView(published.trend(filter.counts()), instrument());
    }

    public Optional<Double> carelessShare() {
        return published.carelessShare(filter.counts());
    }

    /** The share of all answers that are skips. */
    public double skipRate() {
        List<ItemStatistics> items = statistics.map(InstrumentStatistics::items).orElse(List.of());
        double skipped = items.stream().mapToLong(ItemStatistics::skipped).sum();
        double asked = items.stream().mapToLong(ItemStatistics::asked).sum();
        return asked == 0 ? 0 : skipped / asked;
    }

    /** The item that is skipped most often, of those that can be shown; empty if none of them is skipped. */
    Optional<ItemView> mostSkipped() {
        return items.stream()
                .filter(item -> item.statistics().isShown() && item.statistics().skipped() > 0)
                .max(Comparator.comparing(item -> item.statistics().skipRate()));
    }

    /** What the figures say, for those who do not read statistics. */
    public List<String> summary() {
        return new QuietSummary(scales, respondents()).sentences();
    }

    public QualityView quality() {
        return new QualityView(this);
    }

    /** How the figures of this instrument are made. */
    public List<String> method() {
        return new MethodNotes(instrument()).notes();
    }

    /** A percentile table for each scale. */
    public List<PercentileTable> percentiles() {
        return statistics.map(InstrumentStatistics::percentiles).orElse(List.of());
    }

    /** Whether any of these tables has a row. */
    public boolean hasPercentiles() {
        return percentiles().stream().anyMatch(table -> !table.rows().isEmpty());
    }

    /**
     * The histogram bins of all scales, for one table; empty where their scores have different bins, so that each scale
     * needs a table of its own.
     */
    public List<ScaleStatistics.Bin> sharedBins() {
        boolean shared = scales.stream().map(ScaleView::bins).distinct().count() == 1;
        return shared ? scales.get(0).statistics().histogram() : List.of();
    }

    /** Why no two scales are compared; empty where some are. */
    public Optional<String> noPairs() {
        if (!pairs.isEmpty()) {
            return Optional.empty();
        }
        if (scales.size() < 2) {
            return Optional.of("There is one scale, so there are no two to compare.");
        }
        if (scales.size() > InstrumentStatistics.MOST_SCALES_IN_PAIRS) {
            return Optional.of("With more than %s scales, nothing is counted of how two of them go together."
                    .formatted(InstrumentStatistics.MOST_SCALES_IN_PAIRS));
        }
        return Optional.of(
                hasWeightedMeans()
                        ? "Apart from weighted means, of which the site keeps no counts for pairs, no two scales without a common item are left"
                                + " to compare."
                        : "All scales have items in common, so how they go together says nothing.");
    }

    /** Whether there is any scale to have figures of. */
    public boolean isScored() {
        return instrument().isScored();
    }

    /** Whether any item counts more or less than once. */
    public boolean hasWeights() {
        return instrument().scales().stream().anyMatch(Scale::isWeighted);
    }

    /** Whether there is a scale of which nothing is counted together with others, because its mean is weighted. */
    public boolean hasWeightedMeans() {
        return instrument().scales().stream().anyMatch(Scale::isWeightedMean);
    }

    /** The chart of this name; empty where there is none, or none that may be shown. */
    public Optional<Chart> chart(String id) {
        return charts().filter(chart -> chart.id().equals(id)).findFirst();
    }

    private Stream<Chart> charts() {
        return Stream.of(
                        scales.stream()
                                .filter(sign -> sign.statistics().isShown())
                                .flatMap(sign -> Stream.concat(Stream.of(sign.scores()), sign.bandsChart().stream())),
                        items.stream().flatMap(item -> item.chart().stream()),
                        scales.stream()
                                .map(ScaleView::correlations)
                                .filter(CorrelationMap::isKnown)
                                .map(CorrelationMap::chart),
                        statistics.stream()
                                .flatMap(all -> trend().panels().stream().map(TrendView.Panel::chart)))
                .flatMap(some -> some);
    }
}

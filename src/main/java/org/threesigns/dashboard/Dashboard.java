package org.threesigns.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.Instrument;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.ItemStatistics;
import org.threesigns.statistics.PublishedResults;
import org.threesigns.statistics.ScaleStatistics;

/** Everything on the dashboard's page. */
public final class Dashboard {

    /** Administrators read English. */
    public static final String LANGUAGE = "en";

    private final DashboardFilter filter;
    private final PublishedResults published;
    private final Optional<InstrumentStatistics> statistics;
    private final List<ScaleView> signs;
    private final List<ItemView> items;
    private final List<PairView> pairs;
    private final LocalDate today;

    Dashboard(DashboardFilter filter, PublishedResults published, LocalDate today) {
        this.today = today;
        this.filter = filter;
        this.published = published;
        this.statistics = published.select(filter.counts());
        this.signs = statistics.stream()
                .flatMap(all -> all.scales().stream().map(scale -> ScaleView.of(all, scale)))
                .toList();
        this.items = statistics.stream()
                .flatMap(all -> all.items().stream().map(item -> ItemView.of(all.instrument(), item)))
                .sorted(ItemView.BY_ATTENTION)
                .toList();
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

    public List<ScaleView> signs() {
        return signs;
    }

    /** Those that need attention first. */
    public List<ItemView> items() {
        return items;
    }

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
        double asked =
                items.stream().mapToLong(item -> item.skipped() + item.n()).sum();
        return asked == 0 ? 0 : skipped / asked;
    }

    /** The item that is skipped most often. */
    public Optional<ItemView> mostSkipped() {
        return items.stream().max(Comparator.comparing(item -> item.statistics().skipRate()));
    }

    /** The histogram bins that all scales share, for the table below the charts. */
    public List<ScaleStatistics.Bin> bins() {
        return statistics.map(all -> all.scales().get(0).histogram()).orElse(List.of());
    }
}

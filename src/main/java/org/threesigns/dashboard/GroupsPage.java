package org.threesigns.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threesigns.dashboard.GroupChoice.Pair;
import org.threesigns.instrument.Instrument;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.GroupComparison;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.PublishedResults;
import org.threesigns.statistics.ScaleComparison;
import org.threesigns.statistics.ScaleStatistics;

/** Two groups side by side, or in words why they are not shown. */
public final class GroupsPage {

    private static final String DIFFERENCES = "differences";

    /** The parameter of addresses that says what the groups differ in. */
    public static final String BY = "by";

    static final String UNKNOWN_CONTRAST =
            "Groups can differ in language, wording, months or version. There is nothing else to choose by.";

    private final Contrast contrast;
    private final DashboardFilter filter;
    private final PublishedResults published;
    private final GroupChoice choice;
    private final List<String> remarks;
    private final LocalDate today;
    private final Optional<GroupComparison> comparison;
    private final List<ScaleComparisonView> scales;

    /** @param remarks beside those of the filter and the choice */
    GroupsPage(
            Contrast contrast,
            DashboardFilter filter,
            PublishedResults published,
            GroupChoice choice,
            List<String> remarks,
            LocalDate today) {
        this.today = today;
        this.contrast = contrast;
        this.filter = filter;
        this.published = published;
        this.choice = choice;
        this.remarks = Stream.of(remarks, choice.remarks(), filter.remarks())
                .flatMap(List::stream)
                .toList();
        this.comparison = choice.pair().filter(pair -> !pair.isOneGroup()).flatMap(GroupsPage::compare);
        this.scales = comparison.stream()
                .flatMap(both -> both.scales().stream().map(scale -> view(both, scale)))
                .toList();
    }

    private static Optional<GroupComparison> compare(Pair pair) {
        var first = pair.first();
        var second = pair.second();
        return first.published().equals(second.published())
                ? first.published().compare(first.counts(), second.counts())
                : first.published()
                        .select(first.counts())
                        .flatMap(one -> second.published()
                                .select(second.counts())
                                .map(other -> GroupComparison.of(one, other)));
    }

    private ScaleComparisonView view(GroupComparison both, ScaleComparison scale) {
        var pair = compared();
        return ScaleComparisonView.of(
                both, scale, pair.first().name(), pair.second().name());
    }

    /** The two groups. Only for a page that compares something. */
    private Pair compared() {
        return choice.pair().orElseThrow();
    }

    public String today() {
        return FigureFormat.day(today);
    }

    public LocalDate day() {
        return today;
    }

    /** What is compared; empty if nothing is. */
    public Optional<GroupComparison> comparison() {
        return problem().isEmpty() ? comparison : Optional.empty();
    }

    /** By which addresses name the two groups. Only for a page that compares something. */
    public List<String> keys() {
        return compared().both().stream().map(ComparedGroup::key).toList();
    }

    /** The query of an address that compares the same, with its question mark. */
    public String query() {
        return filter.query() + "&" + BY + "=" + contrast.key()
                + choice.pair()
                        .map(pair -> contrast == Contrast.MONTH
                                ? "&month=" + pair.second().key()
                                : "&first=%s&second=%s"
                                        .formatted(
                                                pair.first().key(),
                                                pair.second().key()))
                        .orElse("");
    }

    /** The chart of this name; empty where there is none, or none that may be shown. */
    public Optional<Chart> chart(String id) {
        return Stream.concat(
                        differences().stream(),
                        scales.stream()
                                .filter(scale -> scale.comparison().isShown())
                                .map(ScaleComparisonView::chart))
                .filter(chart -> chart.id().equals(id))
                .findFirst();
    }

    /** How much the two groups differ on every scale for which that is known; empty if it is for none. */
    public Optional<Chart> differences() {
        List<ScaleComparisonView> known = scales.stream()
                .filter(scale ->
                        scale.comparison().difference().standardisedInterval().isPresent())
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var chart = new DifferencesChart(known, difference());
        return Optional.of(new Chart(DIFFERENCES, 0, chart.picture("Differences: " + difference()), chart.table()));
    }

    /** The names of the two groups. Only for a page that compares something. */
    public String names() {
        var pair = compared();
        return "%s and %s".formatted(pair.first().name(), pair.second().name());
    }

    /** Which group's scores are taken from which. */
    private String difference() {
        var pair = compared();
        return "%s minus %s".formatted(pair.second().name(), pair.first().name());
    }

    /** What a downloaded chart is made of. Only for a page that compares something. */
    public String caption(Chart chart) {
        var pair = compared();
        String groups = chart.id().equals(DIFFERENCES)
                ? "%s (%s results) and %s (%s results)"
                : "%s (filled, %s results) and %s (hollow, %s results)";
        return "%s: %s; %s, as of %s"
                .formatted(
                        name(),
                        groups.formatted(
                                pair.first().name(),
                                FigureFormat.count(pair.first().size().orElseThrow()),
                                pair.second().name(),
                                FigureFormat.count(pair.second().size().orElseThrow())),
                        summary(),
                        today());
    }

    public List<Contrast> contrasts() {
        return List.of(Contrast.values());
    }

    public Contrast contrast() {
        return contrast;
    }

    /** Whether the groups differ in this, so that nobody chooses by it. */
    public boolean isBy(String key) {
        return contrast.key().equals(key);
    }

    public DashboardFilter filter() {
        return filter;
    }

    public Instrument instrument() {
        return filter.instrument();
    }

    public String name() {
        return instrument().text(Dashboard.LANGUAGE).name();
    }

    public List<String> remarks() {
        return remarks;
    }

    public List<ComparedGroup> offered() {
        return choice.offered();
    }

    public Optional<Pair> pair() {
        return choice.pair();
    }

    /** What the two groups have in common, in words. */
    public String summary() {
        return filter.summary();
    }

    public List<ScaleComparisonView> scales() {
        return scales;
    }

    /** Why nothing is compared; empty if something is. */
    public Optional<String> problem() {
        if (choice.pair().isEmpty()) {
            return Optional.of(GroupWords.nothingOffered(contrast, instrument()));
        }
        if (choice.pair().get().isOneGroup()) {
            return Optional.of("This is the same group twice. Choose two different ones.");
        }
        if (comparison.isEmpty()) {
            return Optional.of(GroupWords.TOO_FEW);
        }
        return scales.isEmpty() ? Optional.of(GroupWords.nothingInCommon(contrast, instrument())) : Optional.empty();
    }

    /** What must be known of such a comparison before anything is read into it. */
    public List<String> cautions() {
        return GroupWords.cautions(contrast, published.wordings().contains(CountedWording.NOT_SEPARATED));
    }

    /** The names of the scales that only one of the two versions has, or that they score differently. */
    public List<String> leftOut() {
        return comparison.stream()
                .flatMap(both -> Stream.concat(
                        namesWithout(both.first(), both.scales().stream().map(ScaleComparison::first)),
                        namesWithout(both.second(), both.scales().stream().map(ScaleComparison::second))))
                .distinct()
                .toList();
    }

    private static Stream<String> namesWithout(InstrumentStatistics version, Stream<ScaleStatistics> compared) {
        var text = version.instrument().text(Dashboard.LANGUAGE);
        List<ScaleStatistics> shown = compared.toList();
        return version.scales().stream()
                .filter(scale -> !shown.contains(scale))
                .map(scale -> text.scale(scale.scale()).name());
    }
}

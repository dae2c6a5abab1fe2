package org.threesigns.statistics;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;

/** The published results of one version of an instrument: all that anybody can see of them. */
public final class PublishedResults {

    private final Instrument instrument;
    private final List<PublishedCell> cells;

    public PublishedResults(Instrument instrument, List<PublishedCell> cells) {
        this.instrument = instrument;
        this.cells =
                cells.stream().filter(cell -> cell.counts().respondents() > 0).toList();
    }

    public Instrument instrument() {
        return instrument;
    }

    /** The languages with enough results to be shown. */
    public SortedSet<String> languages() {
        return new TreeSet<>(SmallGroupRule.shown(sizes(PublishedCell::language)));
    }

    /** The wordings with enough results to be shown. */
    public SortedSet<CountedWording> wordings() {
        return new TreeSet<>(SmallGroupRule.shown(sizes(PublishedCell::wording)));
    }

    /** The months in which results were counted. */
    public SortedSet<YearMonth> months() {
        SortedSet<YearMonth> months = new TreeSet<>();
        cells.forEach(cell -> months.add(cell.month()));
        return months;
    }

    /**
     * The statistics of the results that the filter selects; empty if these, or the ones it leaves out, are too few.
     */
    public Optional<InstrumentStatistics> select(CountFilter filter) {
        return counts(filter).map(InstrumentStatistics::new);
    }

    /**
     * Two groups side by side; empty if one of them may not be shown, or if those who are in neither are too few: they could be
     * found by subtracting both from the whole.
     *
     * @throws IllegalArgumentException if a result is in both
     */
    public Optional<GroupComparison> compare(CountFilter first, CountFilter second) {
        if (cells.stream().anyMatch(cell -> first.matches(cell) && second.matches(cell))) {
            throw new IllegalArgumentException("The groups have results in common: %s and %s".formatted(first, second));
        }
        CountFilter both = first.spanning(second);
        return isShown(size(first) + size(second), Stream.concat(Stream.of(both), both.wider()))
                ? select(first).flatMap(one -> select(second).map(other -> GroupComparison.of(one, other)))
                : Optional.empty();
    }

    /** The counts of the results that the filter selects, under the same condition. */
    Optional<ResponseCounts> counts(CountFilter filter) {
        return isShown(filter) ? Optional.of(sum(filter::matches)) : Optional.empty();
    }

    /** How many results the filter selects; empty if that must not be shown. */
    public Optional<Long> respondents(CountFilter filter) {
        return isShown(filter) ? Optional.of(size(filter)) : Optional.empty();
    }

    /** How many of these results are rows in exports. The others were published with results of withdrawn batches. */
    public long exportedRows(CountFilter filter) {
        return isShown(filter)
                ? cells.stream()
                        .filter(filter::matches)
                        .mapToLong(PublishedCell::exportedRows)
                        .sum()
                : 0;
    }

    /**
     * A group may be shown only if what each part of the filter leaves out is large enough as well. Otherwise
     * subtracting one page from another would show it.
     */
    private boolean isShown(CountFilter filter) {
        return isShown(size(filter), filter.wider());
    }

    private boolean isShown(long group, Stream<CountFilter> wholes) {
        return wholes.map(this::size).allMatch(whole -> SmallGroupRule.isShown(group, whole));
    }

    private long size(CountFilter filter) {
        return cells.stream()
                .filter(filter::matches)
                .mapToLong(cell -> cell.counts().respondents())
                .sum();
    }

    /**
     * One month.
     *
     * @param n how many results were counted in it; empty if none or too few to be shown
     * @param scales the mean on each scale, in the order of the instrument
     */
    public record Month(YearMonth month, Optional<Long> n, List<ScaleMean> scales) {

        public Month {
            scales = List.copyOf(scales);
        }
    }

    /**
     * The mean score of a month.
     *
     * @param interval empty if there is no mean, or everybody has the same score
     */
    public record ScaleMean(Estimate mean, Optional<Interval> interval) {

        private static final ScaleMean NONE =
                new ScaleMean(Estimate.missing(0, Estimate.Absence.TOO_FEW), Optional.empty());

        private static ScaleMean of(Distribution scores) {
            Estimate mean = scores.mean();
            return new ScaleMean(mean, Interval.ofMean(mean, scores.sd()));
        }
    }

    /** Every month from the first to the last that the filter selects, including those without results. */
    public List<Month> trend(CountFilter filter) {
        TreeMap<YearMonth, ResponseCounts> byMonth = new TreeMap<>();
        cells.stream()
                .filter(filter::matches)
                .forEach(cell -> byMonth.merge(cell.month(), cell.counts(), ResponseCounts::plus));
        Map<YearMonth, Long> sizes = new TreeMap<>();
        byMonth.forEach((month, counts) -> sizes.put(month, counts.respondents()));
        Set<YearMonth> shown = SmallGroupRule.shown(sizes);
        if (byMonth.isEmpty()) {
            return List.of();
        }
        return Stream.iterate(
                        byMonth.firstKey(), month -> !month.isAfter(byMonth.lastKey()), next -> next.plusMonths(1))
                .map(month ->
                        month(month, Optional.ofNullable(byMonth.get(month)).filter(counts -> shown.contains(month))))
                .toList();
    }

    private Month month(YearMonth month, Optional<ResponseCounts> counts) {
        return new Month(
                month,
                counts.map(ResponseCounts::respondents),
                instrument.scales().stream()
                        .map(scale -> counts.map(of -> ScaleMean.of(Distribution.of(of, scale)))
                                .orElse(ScaleMean.NONE))
                        .toList());
    }

    /** The share of the selected results that is flagged as careless; empty if it would reveal too much. */
    public Optional<Double> carelessShare(CountFilter filter) {
        long all = size(filter.withCareless());
        long flagged = all - size(filter.withoutCareless());
        return flagged == 0 || !SmallGroupRule.isShown(flagged, all)
                ? Optional.empty()
                : Optional.of((double) flagged / all);
    }

    private ResponseCounts sum(Predicate<PublishedCell> which) {
        return cells.stream()
                .filter(which)
                .map(PublishedCell::counts)
                .reduce(ResponseCounts.none(instrument), ResponseCounts::plus);
    }

    private <K extends Comparable<K>> Map<K, Long> sizes(Function<PublishedCell, K> key) {
        Map<K, Long> sizes = new TreeMap<>();
        cells.forEach(cell -> sizes.merge(key.apply(cell), cell.counts().respondents(), Long::sum));
        return sizes;
    }
}

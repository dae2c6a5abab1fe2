package org.threesigns.dashboard;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.GroupComparison;
import org.threesigns.statistics.ScaleComparison;
import org.threesigns.statistics.ScaleStatistics;
import org.threesigns.statistics.ScaleStatistics.Bin;

/**
 * One scale of two groups.
 *
 * @param tone its colour, by its place from 1
 * @param chart both histograms, with their numbers
 * @param bands how many are in each band; none where the two versions name scores differently
 */
record ScaleComparisonView(int tone, String name, ScaleComparison comparison, Chart chart, List<Row> bands) {

    private static final char NO_BREAK = '\u00a0';

    /** A figure of both groups. */
    record Row(String name, String range, String first, String second) {}

    /**
     * @param first the name of the first group
     * @param second that of the second one
     */
    static ScaleComparisonView of(GroupComparison all, ScaleComparison comparison, String first, String second) {
        var instrument = all.first().instrument();
        var scale = comparison.first().scale();
        var text = instrument.text(Dashboard.LANGUAGE).scale(scale);
        int tone = instrument.scales().indexOf(scale) + 1;
        return new ScaleComparisonView(
                tone,
                text.name(),
                comparison,
                new Chart(
                        "groups-" + scale.id(),
                        tone,
                        new GroupedHistogram(comparison)
                                .picture("Scores on %s: %s and %s".formatted(text.name(), first, second)),
                        table(comparison, first, second)),
                comparison.hasSameBands() ? bands(comparison, text) : List.of());
    }

    private static List<Row> bands(ScaleComparison comparison, ScaleText text) {
        List<Row> rows = new ArrayList<>();
        for (int band = 0; band < comparison.first().bands().size(); band++) {
            var first = comparison.first().bands().get(band);
            var second = comparison.second().bands().get(band);
            rows.add(new Row(
                    text.band(first.band()),
                    FigureFormat.range(first.band()),
                    share(first.count(), comparison.first()),
                    share(second.count(), comparison.second())));
        }
        return rows;
    }

    private static String share(long count, ScaleStatistics scale) {
        return "%s (%s)"
                .formatted(FigureFormat.count(count), FigureFormat.percent((double) count / scale.n()))
                .replace(' ', NO_BREAK);
    }

    /** The second mean minus the first, in points of the score. */
    public String points() {
        return DifferenceWords.points(comparison.difference());
    }

    /** The same in standard deviations. */
    public String standardised() {
        return DifferenceWords.standardised(comparison.difference());
    }

    /** What the difference says, in terms of two groups by their names. */
    public String words(String first, String second) {
        return DifferenceWords.about(comparison.difference(), first, second);
    }

    /** The figures of both groups, in the order shown. */
    public List<Row> figures() {
        var first = comparison.first();
        var second = comparison.second();
        return Stream.of(
                        Stream.of(
                                new Row("n", "", FigureFormat.count(first.n()), FigureFormat.count(second.n())),
                                new Row(
                                        "Mean",
                                        "",
                                        breakable(FigureFormat.with(first.mean(), first.meanInterval())),
                                        breakable(FigureFormat.with(second.mean(), second.meanInterval()))),
                                row("SD", first.sd(), second.sd())),
                        bands.stream(),
                        Stream.of(new Row(
                                "Alpha",
                                "",
                                breakable(ReliabilityWords.alpha(comparison.firstReliability())),
                                breakable(ReliabilityWords.alpha(comparison.secondReliability())))))
                .flatMap(rows -> rows)
                .toList();
    }

    /** A figure that goes on to the next line before its interval alone. */
    private static String breakable(String figure) {
        return figure.replace(' ', NO_BREAK).replace(NO_BREAK + "(", " (");
    }

    private static Row row(String name, Estimate first, Estimate second) {
        return new Row(name, "", FigureFormat.two(first), FigureFormat.two(second));
    }

    /** How many people of each group have a score in each bin of the chart. */
    public List<Row> bins() {
        List<Row> rows = new ArrayList<>();
        for (Bin bin : bins(comparison)) {
            rows.add(new Row(
                    FigureFormat.bin(bin, comparison.first().scale()),
                    "",
                    share(countIn(bin, comparison.first()), comparison.first()),
                    share(countIn(bin, comparison.second()), comparison.second())));
        }
        return rows;
    }

    private static List<List<String>> table(ScaleComparison comparison, String first, String second) {
        List<List<String>> table = new ArrayList<>(List.of(List.of("from", "to", first, second)));
        bins(comparison)
                .forEach(bin -> table.add(List.of(
                        "" + bin.from(),
                        "" + bin.to(),
                        "" + countIn(bin, comparison.first()),
                        "" + countIn(bin, comparison.second()))));
        return table;
    }

    /** The bins of either group, as if they were empty. */
    private static List<Bin> bins(ScaleComparison comparison) {
        return Stream.of(comparison.first(), comparison.second())
                .flatMap(scale -> scale.histogram().stream())
                .map(bin -> new Bin(bin.from(), bin.to(), 0))
                .distinct()
                .sorted(comparingDouble(Bin::from))
                .toList();
    }

    private static long countIn(Bin bin, ScaleStatistics scale) {
        return scale.histogram().stream()
                .filter(each -> each.from() == bin.from())
                .mapToLong(Bin::count)
                .sum();
    }
}

package org.threesigns.dashboard;

import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.ReliabilityAnalysis;
import org.threesigns.statistics.ScaleStatistics;

/**
 * One scale on the dashboard.
 *
 * @param tone its colour, by its place from 1
 * @param bands how many are in each score band; none where too few have a score
 */
record ScaleView(int tone, String name, ScaleStatistics statistics, ReliabilityAnalysis reliability, List<Band> bands) {

    ScaleView {
        bands = List.copyOf(bands);
    }

    /** A score band: its words, how many are in it, and their share with its interval. */
    record Band(String name, String range, long count, double share, Interval interval) {

        public String words() {
            return "%s (%s)".formatted(FigureFormat.percent(share), FigureFormat.percents(interval));
        }

        public Picture bar() {
            return BandsChart.bar(this);
        }
    }

    static ScaleView of(InstrumentStatistics all, ScaleStatistics statistics) {
        Instrument instrument = all.instrument();
        var text = instrument.text(Dashboard.LANGUAGE).scale(statistics.scale());
        List<Band> bands = statistics.isShown()
                ? statistics.bands().stream()
                        .map(band -> band(statistics, band, text))
                        .toList()
                : List.of();
        return new ScaleView(
                instrument.scales().indexOf(statistics.scale()) + 1,
                text.name(),
                statistics,
                all.reliability(statistics.scale()),
                bands);
    }

    private static Band band(ScaleStatistics statistics, ScaleStatistics.BandCount band, ScaleText text) {
        return new Band(
                text.band(band.band()),
                FigureFormat.range(band.band()),
                band.count(),
                statistics.share(band),
                statistics.shareInterval(band));
    }

    public String id() {
        return statistics.scale().id();
    }

    /** The bins of its histogram, in words. */
    List<String> bins() {
        return statistics.histogram().stream()
                .map(bin -> FigureFormat.bin(bin, statistics.scale()))
                .toList();
    }

    /** Its histogram. */
    public Chart scores() {
        var chart = new HistogramChart(statistics);
        return new Chart("scores-" + id(), tone, chart.picture("Scores on " + name), chart.table());
    }

    /** Its bands; empty where it has none. */
    public Optional<Chart> bandsChart() {
        var chart = new BandsChart(bands);
        return bands.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart("bands-" + id(), tone, chart.picture("Score bands of " + name), chart.table()));
    }

    /** How consistently its items were answered, item by item. */
    public CorrelationMap correlations() {
        return new CorrelationMap(this);
    }

    public String alpha() {
        return ReliabilityWords.alpha(reliability);
    }

    public String meaning() {
        return ReliabilityWords.about(reliability);
    }

    /** The mean with its interval: 2.77 (2.70 to 2.84). */
    public String mean() {
        return FigureFormat.with(statistics.mean(), statistics.meanInterval());
    }

    /** From the lowest to the highest score that there can be. */
    public String range() {
        ScoreRange range = statistics.scale().range();
        return "%s to %s".formatted(FigureFormat.plain(range.lowest()), FigureFormat.plain(range.highest()));
    }

    /** The middle half of the scores. */
    public String middleHalf() {
        return FigureFormat.two(statistics.lowerQuartile()) + " to " + FigureFormat.two(statistics.upperQuartile());
    }

    /** The share of the results without a score: too little was answered, or asked. */
    public double unscoredShare() {
        long all = statistics.n() + statistics.unscored();
        return all == 0 ? 0 : (double) statistics.unscored() / all;
    }
}

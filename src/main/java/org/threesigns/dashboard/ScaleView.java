package org.threesigns.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.ReliabilityAnalysis;
import org.threesigns.statistics.ScaleStatistics;

/**
 * One scale on the dashboard.
 *
 * @param tone its colour, by its place from 1
 */
record ScaleView(
        int tone,
        String name,
        ScaleStatistics statistics,
        ReliabilityAnalysis reliability,
        HistogramChart chart,
        List<Band> bands) {

    /** A score band: its words, and how many are in it. */
    record Band(String name, String range, long count, double share) {}

    static ScaleView of(InstrumentStatistics all, ScaleStatistics statistics) {
        Instrument instrument = all.instrument();
        var text = instrument.text(Dashboard.LANGUAGE).scale(statistics.scale());
        var reliability = all.reliability(statistics.scale());
        return new ScaleView(
                instrument.scales().indexOf(statistics.scale()) + 1,
                text.name(),
                statistics,
                reliability,
                new HistogramChart(statistics, reliability.sem()),
                statistics.bands().stream()
                        .map(band -> band(statistics, band, text))
                        .toList());
    }

    private static Band band(ScaleStatistics statistics, ScaleStatistics.BandCount band, ScaleText text) {
        return new Band(text.band(band.band()), FigureFormat.range(band.band()), band.count(), statistics.share(band));
    }

    public String alpha() {
        return ReliabilityWords.alpha(reliability);
    }

    public String meaning() {
        return ReliabilityWords.about(reliability);
    }

    /** The distribution in one sentence, for people who do not see the chart. */
    public String spread() {
        return "Half of the people score from %s to %s; the median is %s, the mean %s."
                .formatted(
                        FigureFormat.two(statistics.lowerQuartile()),
                        FigureFormat.two(statistics.upperQuartile()),
                        FigureFormat.two(statistics.median()),
                        FigureFormat.two(statistics.mean()));
    }

    /** The share of the people who answered too few of its items for a score. */
    public double unscoredShare() {
        long all = statistics.n() + statistics.unscored();
        return all == 0 ? 0 : (double) statistics.unscored() / all;
    }

    /** The figures of the distribution by their names, in the order shown. */
    public Map<String, String> figures() {
        var figures = new LinkedHashMap<String, String>();
        figures.put("Mean", FigureFormat.two(statistics.mean()));
        figures.put("Standard deviation", FigureFormat.two(statistics.sd()));
        figures.put("Lower quartile", FigureFormat.two(statistics.lowerQuartile()));
        figures.put("Median", FigureFormat.two(statistics.median()));
        figures.put("Upper quartile", FigureFormat.two(statistics.upperQuartile()));
        return figures;
    }
}

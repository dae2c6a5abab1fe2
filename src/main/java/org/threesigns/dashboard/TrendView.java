package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.PublishedResults.Month;

/** The months on the dashboard: a small panel for each scale. */
public final class TrendView {

    private final List<Month> months;
    private final Instrument instrument;

    TrendView(List<Month> months, Instrument instrument) {
        this.months = List.copyOf(months);
        this.instrument = instrument;
    }

    public List<Month> months() {
        return months;
    }

    /** Whether there is a line to draw. */
    public boolean isDrawn() {
        return !panels().isEmpty();
    }

    /**
     * The panel of one scale.
     *
     * @param axis in words, which part of the possible scores it shows
     */
    record Panel(String name, Chart chart, String axis) {}

    /** One for each scale that has a mean in at least two months. */
    public List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        for (int scale = 0; scale < instrument.scales().size(); scale++) {
            if (means(scale) > 1) {
                panels.add(panel(scale));
            }
        }
        return panels;
    }

    private long means(int scale) {
        return months.stream()
                .filter(month -> month.scales().get(scale).mean().isKnown())
                .count();
    }

    private Panel panel(int at) {
        Scale scale = instrument.scales().get(at);
        String name = names().get(at);
        var chart = new MonthChart(months, at);
        return new Panel(
                name,
                new Chart(
                        "months-" + scale.id(), at + 1, chart.picture("Mean on " + name + " by month"), chart.table()),
                "%s, of a scale from %s to %s"
                        .formatted(
                                chart.axis(),
                                FigureFormat.plain(scale.range().lowest()),
                                FigureFormat.plain(scale.range().highest())));
    }

    /** The mean on each scale in one month, with its interval. */
    public List<String> means(Month month) {
        return month.scales().stream()
                .map(scale -> FigureFormat.with(scale.mean(), scale.interval()))
                .toList();
    }

    public List<String> names() {
        var text = instrument.text(Dashboard.LANGUAGE);
        return instrument.scales().stream()
                .map((Scale scale) -> text.scale(scale).name())
                .toList();
    }
}

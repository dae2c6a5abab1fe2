package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.PublishedResults.Month;

/** The months on the dashboard in a picture {@value #WIDTH} wide: one line for each scale. */
public final class TrendView {

    static final int WIDTH = 640;

    private static final int LEFT = 34;
    private static final int TOP = 10;
    private static final int FLOOR = 150;
    private static final int MOST_LABELS = 6;

    private final List<Month> months;
    private final Instrument instrument;
    private final int lowest;
    private final int highest;

    TrendView(List<Month> months, Instrument instrument) {
        this.months = List.copyOf(months);
        this.instrument = instrument;
        lowest = ranges(instrument).mapToInt(ScoreRange::lowest).min().orElseThrow();
        highest = ranges(instrument).mapToInt(ScoreRange::highest).max().orElseThrow();
    }

    private static Stream<ScoreRange> ranges(Instrument instrument) {
        return instrument.scales().stream().map(Scale::range);
    }

    public List<Month> months() {
        return months;
    }

    /** Whether there is more than one month to draw. */
    public boolean isDrawn() {
        return months.stream().filter(month -> month.n().isPresent()).count() > 1;
    }

    /** The line of a scale's means, interrupted in months without one. */
    record Line(int tone, String path, List<Dot> dots) {}

    /** One month's mean on a line. */
    record Dot(String x, String y) {}

    /** A mark at an axis. */
    record Mark(String at, String label) {}

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int scale = 0; scale < instrument.scales().size(); scale++) {
            lines.add(line(scale));
        }
        return lines;
    }

    private Line line(int scale) {
        var path = new StringBuilder();
        List<Dot> dots = new ArrayList<>();
        boolean broken = true;
        for (int month = 0; month < months.size(); month++) {
            Estimate mean = months.get(month).means().get(scale);
            if (mean.isKnown()) {
                var dot = new Dot(x(month), y(mean.get()));
                path.append(broken ? "M" : "L").append(dot.x()).append(' ').append(dot.y());
                dots.add(dot);
            }
            broken = !mean.isKnown();
        }
        return new Line(scale + 1, path.toString(), dots);
    }

    public List<String> names() {
        var text = instrument.text(Dashboard.LANGUAGE);
        return instrument.scales().stream()
                .map((Scale scale) -> text.scale(scale).name())
                .toList();
    }

    /** Whole scores, on the left. */
    public List<Mark> levels() {
        List<Mark> marks = new ArrayList<>();
        int step = (highest - lowest) / MOST_LABELS + 1;
        for (int value = lowest; value <= highest; value += step) {
            marks.add(new Mark(y(value), Integer.toString(value)));
        }
        return marks;
    }

    /** Some of the months, below. */
    public List<Mark> labels() {
        List<Mark> marks = new ArrayList<>();
        int step = (months.size() - 1) / MOST_LABELS + 1;
        for (int month = 0; month < months.size(); month += step) {
            marks.add(
                    new Mark(x(month), FigureFormat.shortMonth(months.get(month).month())));
        }
        return marks;
    }

    private String x(int month) {
        double width = WIDTH - LEFT - 30;
        return HistogramChart.number(LEFT + 14 + (months.size() == 1 ? 0 : width * month / (months.size() - 1)));
    }

    private String y(double score) {
        return HistogramChart.number(FLOOR - (score - lowest) / (highest - lowest) * (FLOOR - TOP));
    }
}

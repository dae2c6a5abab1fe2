package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.ScaleStatistics;
import org.threesigns.statistics.ScaleStatistics.Bin;

/**
 * The histogram of a scale's scores: above the columns a box from the lower to the upper quartile with the median, and the
 * mean with its 95 % interval.
 */
final class HistogramChart {

    private static final int WIDTH = 280;
    private static final int HEIGHT = 160;
    private static final int LEFT = 12;
    private static final int RIGHT = WIDTH - LEFT;
    private static final int TOP = 50;
    private static final int FLOOR = 134;
    private static final int MOST_TICKS = 8;

    private final ScaleStatistics statistics;
    private final double lowest;
    private final double highest;

    HistogramChart(ScaleStatistics statistics) {
        this.statistics = statistics;
        List<Bin> bins = statistics.histogram();
        lowest = bins.get(0).from();
        highest = bins.get(bins.size() - 1).to();
    }

    Picture picture(String title) {
        var picture = new PictureBuilder(WIDTH, HEIGHT);
        drawColumns(picture);
        drawSpread(picture);
        cuts().forEach(cut -> picture.vertical("cut", x(cut), TOP, FLOOR));
        picture.horizontal("axis", LEFT, RIGHT, FLOOR);
        ticks().forEach(tick -> picture.label(x(tick), HEIGHT - 6, "middle", FigureFormat.plain(tick)));
        return picture.titled(title);
    }

    private void drawColumns(PictureBuilder picture) {
        for (Bin bin : statistics.histogram()) {
            double height = (double) (FLOOR - TOP) * bin.count() / statistics.highestBin();
            double x = x(bin.from()) + 1;
            picture.box("column", x, FLOOR - height, Math.max(1, x(bin.to()) - 1 - x), height);
        }
        picture.horizontal("grid", LEFT, RIGHT, TOP);
        long most = statistics.highestBin();
        picture.label(LEFT, TOP - 4, "start", FigureFormat.count(most) + (most == 1 ? " result" : " results"));
    }

    private void drawSpread(PictureBuilder picture) {
        double from = x(statistics.lowerQuartile());
        picture.box("box", from, 4, Math.max(2, x(statistics.upperQuartile()) - from), 12);
        picture.vertical("mid", x(statistics.median()), 1, 19);
        Interval interval = statistics
                .meanInterval()
                .orElse(new Interval(statistics.mean().get(), statistics.mean().get()));
        picture.horizontal("mid", x(interval.low()), x(interval.high()), 28);
        picture.vertical("mid", x(interval.low()), 24, 32);
        picture.vertical("mid", x(interval.high()), 24, 32);
        picture.dot("dot", x(statistics.mean()), 28, 3);
    }

    /** Where one band ends and the next begins, as far as scores go. */
    private List<Double> cuts() {
        return statistics.scale().bands().stream()
                .skip(1)
                .map(ScoreBand::from)
                .map(Number::doubleValue)
                .filter(cut -> cut > lowest && cut < highest)
                .toList();
    }

    private List<Integer> ticks() {
        List<Integer> ticks = new ArrayList<>();
        int step = (int) (highest - lowest) / MOST_TICKS + 1;
        for (int tick = (int) Math.ceil(lowest); tick <= highest; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private double x(Estimate score) {
        return x(score.get());
    }

    private double x(double score) {
        double inside = Math.max(lowest, Math.min(highest, score));
        return LEFT + (inside - lowest) / (highest - lowest) * (RIGHT - LEFT);
    }

    /** The numbers of the picture. */
    List<List<String>> table() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("figure", "from", "to", "value")));
        statistics
                .histogram()
                .forEach(bin -> table.add(List.of("results", "" + bin.from(), "" + bin.to(), "" + bin.count())));
        add(table, "lower quartile", statistics.lowerQuartile());
        add(table, "median", statistics.median());
        add(table, "upper quartile", statistics.upperQuartile());
        add(table, "mean", statistics.mean());
        statistics
                .meanInterval()
                .ifPresent(interval ->
                        table.add(List.of("95 % interval of the mean", "" + interval.low(), "" + interval.high(), "")));
        return table;
    }

    private static void add(List<List<String>> table, String figure, Estimate estimate) {
        table.add(List.of(figure, "", "", "" + estimate.get()));
    }
}

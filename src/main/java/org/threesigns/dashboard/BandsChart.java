package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.statistics.Interval;

/** How many are in each score band, as bars from 0 to 100 % with their 95 % intervals. */
final class BandsChart {

    private static final int WIDTH = 280;
    private static final int ROW = 38;
    private static final int BAR = 10;
    private static final int AXIS = 24;

    private final List<ScaleView.Band> bands;

    BandsChart(List<ScaleView.Band> bands) {
        this.bands = bands;
    }

    Picture picture(String title) {
        var picture = new PictureBuilder(WIDTH, bands.size() * ROW + AXIS);
        for (int row = 0; row < bands.size(); row++) {
            ScaleView.Band band = bands.get(row);
            picture.label(0, row * ROW + 14, "start", band.name());
            picture.label(WIDTH, row * ROW + 14, "end", band.words());
            draw(picture, band, row * ROW + 20);
        }
        int floor = bands.size() * ROW;
        picture.horizontal("axis", 0, WIDTH, floor);
        picture.label(0, floor + 16, "start", "0 %").label(WIDTH, floor + 16, "end", "100 %");
        return picture.titled(title);
    }

    /** The bar of one band, for the row of a table that says the same in words. */
    static Picture bar(ScaleView.Band band) {
        var picture = new PictureBuilder(WIDTH, BAR);
        draw(picture, band, 0);
        return picture.titled(band.name());
    }

    private static void draw(PictureBuilder picture, ScaleView.Band band, int top) {
        Interval interval = band.interval();
        picture.box("column", 0, top, band.share() * WIDTH, BAR, 0.55);
        picture.horizontal("mid", interval.low() * WIDTH, interval.high() * WIDTH, top + BAR / 2.0);
        picture.vertical("mid", interval.low() * WIDTH, top + 1, top + BAR - 1);
        picture.vertical("mid", interval.high() * WIDTH, top + 1, top + BAR - 1);
    }

    /** The numbers of the picture. */
    List<List<String>> table() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("band", "scores", "results", "share", "low_95", "high_95"));
        for (ScaleView.Band band : bands) {
            table.add(List.of(
                    band.name(),
                    band.range(),
                    "" + band.count(),
                    "" + band.share(),
                    "" + band.interval().low(),
                    "" + band.interval().high()));
        }
        return table;
    }
}

package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.statistics.ItemStatistics;

/** The histogram of an item's answers: a column for each option, up to the highest share of any item. */
final class ItemChart {

    private static final int WIDTH = 136;
    private static final int HEIGHT = 56;
    private static final int FLOOR = 40;
    private static final int MOST_LABELS = 6;
    private static final double GAP = 0.12;

    private final ItemStatistics statistics;
    private final double highest;

    /** @param highest the share that reaches the top */
    ItemChart(ItemStatistics statistics, double highest) {
        this.statistics = statistics;
        this.highest = highest;
    }

    Picture picture() {
        var picture = new PictureBuilder(WIDTH, HEIGHT);
        int options = statistics.chosen().size();
        double width = (double) WIDTH / options;
        int step = (options - 1) / MOST_LABELS + 1;
        for (int option = 0; option < options; option++) {
            double height = FLOOR * statistics.share(option) / highest;
            picture.box("column", (option + GAP / 2) * width, FLOOR - height, width * (1 - GAP), height);
            if (option % step == 0) {
                picture.label((option + 0.5) * width, HEIGHT - 3, "middle", value(option));
            }
        }
        picture.horizontal("axis", 0, WIDTH, FLOOR);
        return picture.titled("Answers to " + statistics.item().id());
    }

    private String value(int option) {
        return Integer.toString(statistics.item().responseScale().value(option));
    }

    List<List<String>> table() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("answer", "results", "share")));
        for (int option = 0; option < statistics.chosen().size(); option++) {
            table.add(List.of(value(option), "" + statistics.chosen().get(option), "" + statistics.share(option)));
        }
        return table;
    }
}

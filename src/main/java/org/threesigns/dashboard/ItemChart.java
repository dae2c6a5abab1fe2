package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.statistics.AnswerClass;
import org.threesigns.statistics.ItemStatistics;

/** The histogram of an item's answers: a column for each option, or for each class of numbers, up to the highest share of any item. */
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

    /** @param label what stands below it */
    private record Column(String label, String answer, long results, double share) {}

    /** The highest share of any column. */
    static double highest(ItemStatistics statistics) {
        return columns(statistics).stream().mapToDouble(Column::share).max().orElse(0);
    }

    private static List<Column> columns(ItemStatistics statistics) {
        ResponseScale answers = statistics.item().responseScale();
        return answers.isNumber()
                ? AnswerClass.of(answers).stream()
                        .map(numbers -> column(statistics, numbers))
                        .toList()
                : IntStream.range(0, statistics.chosen().size())
                        .mapToObj(option -> column(statistics, option))
                        .toList();
    }

    private static Column column(ItemStatistics statistics, int option) {
        int value = statistics.item().responseScale().value(option);
        return new Column(
                FigureFormat.plain(value),
                Integer.toString(value),
                statistics.chosen().get(option),
                statistics.share(option));
    }

    private static Column column(ItemStatistics statistics, AnswerClass numbers) {
        long results = statistics.chosenIn(numbers);
        String answer = numbers.from() == numbers.to()
                ? Integer.toString(numbers.from())
                : "%s to %s".formatted(numbers.from(), numbers.to());
        return new Column(
                FigureFormat.plain(numbers.from()),
                answer,
                results,
                statistics.n() == 0 ? 0 : (double) results / statistics.n());
    }

    Picture picture() {
        var picture = new PictureBuilder(WIDTH, HEIGHT);
        List<Column> columns = columns(statistics);
        double width = (double) WIDTH / columns.size();
        int step = (columns.size() - 1) / MOST_LABELS + 1;
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.get(place);
            double height = FLOOR * column.share() / highest;
            picture.box("column", (place + GAP / 2) * width, FLOOR - height, width * (1 - GAP), height);
            if (place % step == 0) {
                picture.label((place + 0.5) * width, HEIGHT - 3, "middle", column.label());
            }
        }
        picture.horizontal("axis", 0, WIDTH, FLOOR);
        return picture.titled("Answers to " + statistics.item().id());
    }

    List<List<String>> table() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("answer", "results", "share")));
        columns(statistics)
                .forEach(column -> table.add(List.of(column.answer(), "" + column.results(), "" + column.share())));
        return table;
    }
}

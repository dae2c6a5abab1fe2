package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.threesigns.instrument.Item;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.ReliabilityAnalysis;

/**
 * How the items of a scale go together: a table whose cells are darker the stronger a correlation is. On the page the table is
 * the picture.
 */
final class CorrelationMap {

    /** With more items, the table is only for a file. */
    static final int MOST_ITEMS = 24;

    private static final int CELL = 40;
    private static final int STEPS = 10;
    private static final double DARKEST = 0.6;

    private final ScaleView scale;
    private final List<String> items;

    CorrelationMap(ScaleView scale) {
        this.scale = scale;
        this.items = scale.statistics().scale().items().stream().map(Item::id).toList();
    }

    /**
     * A correlation as it is shown.
     *
     * @param look the class of its colour; empty for none
     */
    record Cell(String text, String look) {}

    public List<String> items() {
        return items;
    }

    public boolean isKnown() {
        return items.size() > 1 && scale.reliability().n() >= ReliabilityAnalysis.FEWEST;
    }

    public boolean isDrawn() {
        return isKnown() && items.size() <= MOST_ITEMS;
    }

    /** Why there is no map, in words. */
    public String absence() {
        if (items.size() < 2) {
            return "A scale of one item has nothing to go together.";
        }
        if (!isKnown()) {
            return "Correlations need %s results with every item of the scale answered; here it is %s."
                    .formatted(
                            ReliabilityAnalysis.FEWEST,
                            FigureFormat.group(scale.reliability().n()));
        }
        return "%s items make a table too large for a page; the file has all of it.".formatted(items.size());
    }

    /** The correlations of one item with those before it. */
    public List<Cell> row(int item) {
        List<Cell> cells = new ArrayList<>();
        for (int other = 0; other < item; other++) {
            cells.add(cell(scale.reliability().itemCorrelation(item, other)));
        }
        return cells;
    }

    private static Cell cell(Estimate r) {
        return r.isKnown() ? new Cell(withoutZero(r.get()), "heat-" + step(r.get())) : new Cell("\u2013", "");
    }

    /** From "0" to "9" by its size, and "minus" below zero. */
    private static String step(double r) {
        return r < 0 ? "minus" : Integer.toString(Math.min(STEPS - 1, (int) (r * STEPS)));
    }

    /** Two decimals without the zero before the point, as is usual for correlations. */
    private static String withoutZero(double r) {
        return FigureFormat.two(r).replaceFirst("0\\.", ".");
    }

    /** The name of its chart. */
    public String id() {
        return "correlations-" + scale.id();
    }

    Chart chart() {
        return new Chart(id(), scale.tone(), picture(), table());
    }

    private Picture picture() {
        int size = items.size();
        var picture = new PictureBuilder((size + 1) * CELL, (size + 1) * CELL);
        for (int item = 0; item < size; item++) {
            int middle = (item + 1) * CELL + CELL / 2;
            picture.label(CELL - 6, middle + 5, "end", items.get(item));
            picture.label(middle, CELL - 8, "middle", items.get(item));
            draw(picture, item);
        }
        return picture.titled("Correlations of the items of " + scale.name());
    }

    private void draw(PictureBuilder picture, int item) {
        for (int other = 0; other < item; other++) {
            Estimate r = scale.reliability().itemCorrelation(item, other);
            int x = (other + 1) * CELL;
            int y = (item + 1) * CELL;
            double size = r.isKnown() ? Math.abs(r.get()) : 0;
            String look = r.isKnown() && r.get() < 0 ? "dot" : "column";
            String opacity = String.format(Locale.ROOT, "%.2f", DARKEST * size);
            picture.box(look, x, y, CELL - 2, CELL - 2, Double.parseDouble(opacity));
            picture.label(x + CELL / 2.0 - 1, y + CELL / 2.0 + 4, "middle", cell(r).text());
        }
    }

    private List<List<String>> table() {
        List<List<String>> table = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("item"));
        header.addAll(items);
        table.add(header);
        for (int item = 0; item < items.size(); item++) {
            List<String> row = new ArrayList<>(List.of(items.get(item)));
            for (int other = 0; other < items.size(); other++) {
                Estimate r = scale.reliability().itemCorrelation(item, other);
                row.add(r.isKnown() ? Double.toString(r.get()) : "");
            }
            table.add(row);
        }
        return table;
    }
}

package org.threesigns.dashboard;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.ItemStatistics;
import org.threesigns.statistics.ItemStatistics.OnScale;

/**
 * How the table of the items is sorted. The address holds it, so that it needs no script.
 *
 * @param grouped whether each scale's items stand together
 * @param remark what was requested and cannot be done, in words
 */
record ItemOrder(Column column, boolean descending, boolean grouped, Optional<String> remark) {

    private static final String DESCENDING = "desc";
    private static final String TOGETHER = "none";

    /** What items can be sorted by. What is not shown of an item does not sort it either: such items come last. */
    enum Column {
        ATTENTION("Attention"),
        ITEM("Item"),
        N("n"),
        SKIPPED("Skipped"),
        MEAN("Mean"),
        SD("SD"),
        ITEM_REST("Item-rest r"),
        ALPHA("Alpha without it");

        private final String label;

        Column(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Its name in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private @Nullable Double of(ItemView item) {
            ItemStatistics figures = item.statistics();
            if (this == ITEM) {
                return (double) figures.item().index();
            }
            return figures.isShown() ? figure(figures) : null;
        }

        private @Nullable Double figure(ItemStatistics figures) {
            return switch (this) {
                case N -> (double) figures.n();
                case SKIPPED -> figures.skipRate();
                case MEAN -> known(figures.mean());
                case SD -> known(figures.sd());
                case ITEM_REST -> lowest(figures, OnScale::itemRest);
                case ALPHA -> lowest(figures, OnScale::alphaIfDropped);
                case ATTENTION, ITEM -> null;
            };
        }

        private static @Nullable Double known(Estimate estimate) {
            return estimate.isKnown() ? estimate.get() : null;
        }

        /** Of an item on several scales. */
        private static @Nullable Double lowest(ItemStatistics figures, Function<OnScale, Estimate> figure) {
            return figures.scales().stream()
                    .map(figure)
                    .filter(Estimate::isKnown)
                    .map(Estimate::get)
                    .min(naturalOrder())
                    .orElse(null);
        }
    }

    static ItemOrder of(Map<String, String> parameters) {
        String sort = parameters.getOrDefault("sort", "");
        Optional<Column> column = Stream.of(Column.values())
                .filter(each -> each.code().equals(sort))
                .findFirst();
        return new ItemOrder(
                column.orElse(Column.ATTENTION),
                DESCENDING.equals(parameters.get("order")),
                !TOGETHER.equals(parameters.get("group")),
                column.isPresent() || sort.isEmpty()
                        ? Optional.empty()
                        : Optional.of("Items cannot be sorted by that, so what needs attention stands first."));
    }

    Comparator<ItemView> comparator() {
        if (column == Column.ATTENTION) {
            return ItemView.BY_ATTENTION;
        }
        Comparator<Double> values = descending ? reverseOrder() : naturalOrder();
        return comparing(column::of, nullsLast(values)).thenComparing(ItemView.BY_ATTENTION);
    }

    /** The end of an address that sorts by this column; the other way round, if it is sorted so already. */
    public String by(Column other) {
        boolean turned = other == column && !descending && other != Column.ATTENTION;
        return address(other, turned, grouped);
    }

    /** The end of an address that groups the items, or no longer does. */
    public String otherGrouping() {
        return address(column, descending, !grouped);
    }

    /** What a form has to send so that the order stays. */
    public Map<String, String> fields() {
        var fields = new TreeMap<>(Map.of("sort", column.code()));
        if (descending) {
            fields.put("order", DESCENDING);
        }
        if (!grouped) {
            fields.put("group", TOGETHER);
        }
        return fields;
    }

    private static String address(Column column, boolean descending, boolean grouped) {
        return "&sort=" + column.code() + (descending ? "&order=" + DESCENDING : "")
                + (grouped ? "" : "&group=" + TOGETHER);
    }

    /** For {@code aria-sort}. */
    public @Nullable String sorted(Column other) {
        return other != column || other == Column.ATTENTION ? null : descending ? "descending" : "ascending";
    }
}

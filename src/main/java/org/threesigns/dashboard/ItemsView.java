package org.threesigns.dashboard;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The table of the items, in the order that somebody asked for. */
final class ItemsView {

    private final List<ItemView> items;
    private final long alarms;
    private final List<ScaleView> scales;
    private final ItemOrder order;

    ItemsView(Dashboard dashboard, ItemOrder order) {
        this.items = dashboard.items();
        this.alarms = dashboard.alarms();
        this.scales = dashboard.scales();
        this.order = order;
    }

    /**
     * Items that stand together.
     *
     * @param tone the colour of their scale; 0 where they belong to none or to several
     */
    record Group(String name, int tone, List<ItemView> items) {}

    public ItemOrder order() {
        return order;
    }

    public ItemOrder.Column[] columns() {
        return ItemOrder.Column.values();
    }

    /** The items of each scale, or all scored ones together; the unscored ones apart, at the end. */
    public List<Group> groups() {
        Stream<Group> scored = order.grouped()
                ? scales.stream()
                        .map(scale -> group(
                                scale.name(),
                                scale.tone(),
                                item -> item.isOn(scale.statistics().scale())))
                : Stream.of(new Group(
                        "Items that count on a scale",
                        0,
                        sorted().filter(ItemView::isScored).toList()));
        return Stream.concat(scored, Stream.of(group(unscored(), 0, item -> !item.isScored())))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    private String unscored() {
        return scales.isEmpty() ? "All items" : "Not scored";
    }

    private Group group(String name, int tone, Predicate<ItemView> which) {
        return new Group(name, tone, sorted().filter(which).toList());
    }

    private Stream<ItemView> sorted() {
        return items.stream().sorted(order.comparator());
    }

    /** How many need attention, in words. */
    public String attention() {
        if (alarms == 0) {
            return "No item needs attention.";
        }
        return alarms == 1 ? "One item needs attention." : "%s items need attention.".formatted(alarms);
    }
}

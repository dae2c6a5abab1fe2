package org.threesigns.dashboard;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Wording;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.ItemStatistics;
import org.threesigns.statistics.ItemStatistics.Alarm;
import org.threesigns.statistics.ItemStatistics.OnScale;

/**
 * One item on the dashboard.
 *
 * @param tone the colour of its first scale; 0 for an unscored item
 * @param sign the names of its scales; empty for an unscored item
 */
record ItemView(ItemStatistics statistics, String text, int tone, String sign, boolean reversed) {

    /**
     * Orders items by what needs attention first: the worst alarm, then the lowest correlation with the scale; unscored
     * items last.
     */
    static final Comparator<ItemView> BY_ATTENTION = comparing(ItemView::worst)
            .thenComparing(ItemView::weakness)
            .thenComparing(view -> view.statistics.item().index());

    private static final double NO_RELATION = 2;

    /** A part of the bar that shows how often each option was chosen. */
    record Segment(String x, String width, int step) {}

    static ItemView of(Instrument instrument, ItemStatistics statistics) {
        var text = instrument.text(Dashboard.LANGUAGE);
        Wording wording = instrument.wordings().get(0);
        return new ItemView(
                statistics,
                text.item(statistics.item(), wording),
                statistics.scales().stream()
                        .findFirst()
                        .map(on -> instrument.scales().indexOf(on.scale()) + 1)
                        .orElse(0),
                statistics.scales().stream()
                        .map(on -> text.scale(on.scale()).name())
                        .collect(joining(", ")),
                statistics.item().keying() == Keying.REVERSE);
    }

    private int worst() {
        return statistics.alarms().stream().mapToInt(Enum::ordinal).min().orElse(Alarm.values().length);
    }

    private double weakness() {
        return statistics.lowestItemRest().orElse(NO_RELATION);
    }

    /** What is wrong with the item, in words, the worst first. */
    public List<String> alarms() {
        return statistics.alarms().stream().sorted().map(this::words).toList();
    }

    public boolean hasAlarm() {
        return !statistics.alarms().isEmpty();
    }

    private String words(Alarm alarm) {
        var options = statistics.item().responseScale();
        return switch (alarm) {
            case NEGATIVE_ITEM_REST ->
                "Runs against its sign. Check its keying and, in a translation, that it says the same.";
            case NO_VARIANCE -> "Everybody gave the same answer, so it tells nothing.";
            case LOW_ITEM_REST -> "Hardly goes with the rest of its sign.";
            case OFTEN_SKIPPED -> "Skipped by %s.".formatted(FigureFormat.percent(statistics.skipRate()));
            case FLOOR ->
                "%s chose the lowest answer."
                        .formatted(FigureFormat.percent(statistics.shareOfValue(options.lowest())));
            case CEILING ->
                "%s chose the highest answer."
                        .formatted(FigureFormat.percent(statistics.shareOfValue(options.highest())));
        };
    }

    /** The bar of the options in a picture 100 wide, in the order shown; the higher the value, the stronger the colour. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        double x = 0;
        var options = statistics.item().responseScale();
        for (int option = 0; option < statistics.chosen().size(); option++) {
            double width = 100 * statistics.share(option);
            int step = 1 + Math.round(4f * (options.value(option) - options.lowest()) / options.width());
            segments.add(new Segment(HistogramChart.number(x), HistogramChart.number(width), step));
            x += width;
        }
        return segments;
    }

    /** The share of each option in whole per cent, in the order shown. */
    public String shares() {
        List<String> shares = new ArrayList<>();
        for (int option = 0; option < statistics.chosen().size(); option++) {
            shares.add(Long.toString(Math.round(100 * statistics.share(option))));
        }
        return String.join(" · ", shares) + " %";
    }

    /** One for each of its scales. */
    public String itemRest() {
        return onEachScale(OnScale::itemRest);
    }

    /** One for each of its scales. */
    public String alphaIfDropped() {
        return onEachScale(OnScale::alphaIfDropped);
    }

    private String onEachScale(Function<OnScale, Estimate> figure) {
        return statistics.scales().isEmpty()
                ? "\u2013"
                : statistics.scales().stream()
                        .map(figure)
                        .map(FigureFormat::two)
                        .collect(joining(", "));
    }
}

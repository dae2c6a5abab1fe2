package org.threesigns.dashboard;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Wording;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.ItemStatistics;
import org.threesigns.statistics.ItemStatistics.Alarm;
import org.threesigns.statistics.ItemStatistics.OnScale;

/**
 * One item on the dashboard.
 *
 * @param tone the colour of its first scale; 0 for an unscored item
 * @param scale the names of its scales; empty for an unscored item
 * @param counting in words where it counts in reverse or with a weight; empty where it counts forward and once
 * @param chart how often each answer was chosen; empty where too few answered
 */
record ItemView(
        ItemStatistics statistics, String text, int tone, String scale, String counting, Optional<Chart> chart) {

    /**
     * Orders items by what needs attention first: the worst alarm, then the lowest correlation with the scale; unscored
     * items last.
     */
    static final Comparator<ItemView> BY_ATTENTION = comparing(ItemView::worst)
            .thenComparing(ItemView::weakness)
            .thenComparing(view -> view.statistics.item().index());

    private static final double NO_RELATION = 2;

    /** All items, what needs attention first. */
    static List<ItemView> all(InstrumentStatistics statistics) {
        double highest = statistics.items().stream()
                .filter(ItemStatistics::isShown)
                .mapToDouble(ItemChart::highest)
                .max()
                .orElse(1);
        return statistics.items().stream()
                .map(item -> of(statistics.instrument(), item, highest))
                .sorted(BY_ATTENTION)
                .toList();
    }

    private static ItemView of(Instrument instrument, ItemStatistics statistics, double highest) {
        var text = instrument.text(Dashboard.LANGUAGE);
        Wording wording = instrument.wordings().get(0);
        int tone = statistics.scales().stream()
                .findFirst()
                .map(on -> instrument.scales().indexOf(on.scale()) + 1)
                .orElse(0);
        return new ItemView(
                statistics,
                text.item(statistics.item(), wording),
                tone,
                statistics.scales().stream()
                        .map(on -> text.scale(on.scale()).name())
                        .collect(joining(", ")),
                counting(statistics, text),
                statistics.isShown()
                        ? Optional.of(chart(tone, new ItemChart(statistics, highest), statistics))
                        : Optional.empty());
    }

    /** Its mean is in its usual direction and without a weight, which a scale may count in another way. */
    private static String counting(ItemStatistics statistics, InstrumentText text) {
        var words = new ArrayList<String>();
        boolean usually = statistics.item().keying() == Keying.REVERSE;
        String otherwise = statistics.scales().stream()
                .map(OnScale::scale)
                .filter(scale -> scale.keyed(statistics.item()).keying()
                        != statistics.item().keying())
                .map(scale -> text.scale(scale).name())
                .collect(joining(", "));
        if (!otherwise.isEmpty()) {
            words.add(
                    (usually ? "reversed, but not on %s" : "reversed on %s, but not in its mean").formatted(otherwise));
        } else if (usually) {
            words.add("reversed");
        }
        statistics.scales().stream()
                .map(OnScale::scale)
                .filter(scale -> !scale.keyed(statistics.item()).weight().isOne())
                .forEach(scale -> words.add("× %s on %s"
                        .formatted(
                                FigureFormat.plain(
                                        scale.keyed(statistics.item()).weight().decimal()),
                                text.scale(scale).name())));
        return String.join("; ", words);
    }

    private static Chart chart(int tone, ItemChart chart, ItemStatistics statistics) {
        return new Chart("item-" + statistics.item().id(), tone, chart.picture(), chart.table());
    }

    public String id() {
        return statistics.item().id();
    }

    boolean isOn(Scale scale) {
        return statistics.scales().stream().anyMatch(on -> on.scale().equals(scale));
    }

    public boolean isOnSeveralScales() {
        return statistics.scales().size() > 1;
    }

    public boolean isScored() {
        return tone > 0;
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
                "Runs against its scale. Check its keying and, in a translation, that it says the same.";
            case NO_VARIANCE -> "The same answer in every result, so it tells nothing.";
            case LOW_ITEM_REST -> "Hardly goes with the rest of its scale.";
            case OFTEN_SKIPPED -> "Skipped in %s.".formatted(FigureFormat.percent(statistics.skipRate()));
            case FLOOR ->
                "The lowest answer in %s.".formatted(FigureFormat.percent(statistics.shareOfValue(options.lowest())));
            case CEILING ->
                "The highest answer in %s.".formatted(FigureFormat.percent(statistics.shareOfValue(options.highest())));
        };
    }

    /** Of how many it was asked, in words; empty where that is everybody, or may not be shown. */
    public String asked() {
        return statistics.notAsked() == 0 || !statistics.isShown()
                ? ""
                : "asked of %s of %s"
                        .formatted(
                                FigureFormat.count(statistics.asked()),
                                FigureFormat.count(statistics.asked() + statistics.notAsked()));
    }

    /**
     * The share of each option in whole per cent, in the order shown; of a box the share that ticked it, and where the answers are numbers, the
     * quartiles.
     */
    public String shares() {
        if (statistics.item().responseScale().isCheckbox()) {
            return "ticked by %s %%".formatted(Math.round(100 * statistics.share(1)));
        }
        if (statistics.item().responseScale().isNumber()) {
            return "median %s; half of all from %s to %s".formatted(percentile(50), percentile(25), percentile(75));
        }
        List<String> shares = new ArrayList<>();
        for (int option = 0; option < statistics.chosen().size(); option++) {
            shares.add(Long.toString(Math.round(100 * statistics.share(option))));
        }
        return String.join("\u00a0· ", shares) + "\u00a0%"; // a line ends after a dot and begins with a share
    }

    private String percentile(int percent) {
        return FigureFormat.plain(
                BigDecimal.valueOf(statistics.percentile(percent).get()).stripTrailingZeros());
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

package org.threesigns.statistics;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;

/**
 * The statistics of one item.
 *
 * @param scales what it is on each scale it counts on, in their order; none for an unscored item
 * @param n how many answered it
 * @param skipped how many were asked and did not
 * @param notAsked of how many it was not asked
 * @param chosen how many chose each option, in the order shown
 * @param mean of the item scores, after keying
 * @param sd of the item scores, with divisor n − 1
 */
public record ItemStatistics(
        Item item,
        List<OnScale> scales,
        long n,
        long skipped,
        long notAsked,
        List<Long> chosen,
        Estimate mean,
        Estimate sd) {

    /** The share of skips from which an item needs attention. */
    public static final double MANY_SKIPS = 0.10;

    /** The share of answers at one end from which an item needs attention. */
    public static final double MANY_AT_THE_END = 0.60;

    /** The item-total correlation below which an item needs attention. */
    public static final double LOW_ITEM_REST = 0.20;

    /** What may be wrong with an item; the worst first. */
    public enum Alarm {
        /** The item runs against a scale of its own: often a wrong key, or a translation that says the opposite. */
        NEGATIVE_ITEM_REST,
        NO_VARIANCE,
        LOW_ITEM_REST,
        OFTEN_SKIPPED,
        FLOOR,
        CEILING
    }

    /**
     * The item among the items of one scale.
     *
     * @param itemRest the corrected item-total correlation
     * @param alphaIfDropped alpha of the scale's other items
     */
    public record OnScale(Scale scale, Estimate itemRest, Estimate alphaIfDropped) {

        static OnScale of(Item item, Scale scale, ReliabilityAnalysis analysis) {
            int place = scale.items().indexOf(item);
            return new OnScale(scale, analysis.itemRestCorrelation(place), analysis.alphaIfDropped(place));
        }
    }

    public ItemStatistics {
        scales = List.copyOf(scales);
        chosen = List.copyOf(chosen);
    }

    static ItemStatistics of(ResponseCounts counts, Item item, List<OnScale> scales) {
        List<Long> chosen = IntStream.range(0, CountLayout.skipped(item))
                .mapToObj(option -> counts.chose(item, option))
                .toList();
        var scores = distribution(chosen, item::score);
        return new ItemStatistics(
                item,
                scales,
                scores.n(),
                counts.skipped(item),
                counts.notAsked(item),
                chosen,
                scores.mean(),
                scores.sd());
    }

    private static Distribution distribution(List<Long> chosen, IntUnaryOperator value) {
        return new Distribution(IntStream.range(0, chosen.size())
                .mapToObj(option -> new ScoreCount(value.applyAsInt(option), 1, chosen.get(option)))
                .sorted()
                .toList());
    }

    /** How many were asked. */
    public long asked() {
        return n + skipped;
    }

    /** The share of skips among those who were asked. */
    public double skipRate() {
        return share(skipped, asked());
    }

    /** The lowest corrected item-total correlation that it has on any scale; empty where none is known. */
    public OptionalDouble lowestItemRest() {
        return scales.stream()
                .map(OnScale::itemRest)
                .filter(Estimate::isKnown)
                .mapToDouble(Estimate::get)
                .min();
    }

    /** The share of answers, without skips, that chose this option. */
    public double share(int option) {
        return share(chosen.get(option), n);
    }

    /** The share of answers, without skips, that chose an option of this value. */
    public double shareOfValue(int value) {
        return share(chosenByValue().getOrDefault(value, 0L), n);
    }

    /** How many chose each value, lowest first. */
    public Map<Integer, Long> chosenByValue() {
        var byValue = new TreeMap<Integer, Long>();
        for (int option = 0; option < chosen.size(); option++) {
            byValue.merge(item.responseScale().value(option), chosen.get(option), Long::sum);
        }
        return byValue;
    }

    /** How many chose a number of this class. */
    public long chosenIn(AnswerClass numbers) {
        return IntStream.range(0, chosen.size())
                .filter(option -> numbers.holds(item.responseScale().value(option)))
                .mapToLong(chosen::get)
                .sum();
    }

    /** A percentile of the answers as they were given: type 7 of Hyndman and Fan (1996), as those of scores. */
    public Estimate percentile(int percent) {
        return distribution(chosen, item.responseScale()::value).quantile(percent);
    }

    /** Whether enough people answered it to show more than that. */
    public boolean isShown() {
        return n >= SmallGroupRule.FEWEST;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** What needs attention; nothing if too few people answered it. */
    public Set<Alarm> alarms() {
        Set<Alarm> found = EnumSet.noneOf(Alarm.class);
        if (isShown()) {
            double rest = lowestItemRest().orElse(1);
            when(rest < 0, Alarm.NEGATIVE_ITEM_REST, found);
            when(rest >= 0 && rest < LOW_ITEM_REST, Alarm.LOW_ITEM_REST, found);
            when(sd.get() == 0, Alarm.NO_VARIANCE, found);
            when(skipRate() >= MANY_SKIPS, Alarm.OFTEN_SKIPPED, found);
            boolean box = item.responseScale().isCheckbox(); // most are left open by everybody
            when(!box && shareOfValue(item.responseScale().lowest()) >= MANY_AT_THE_END, Alarm.FLOOR, found);
            when(!box && shareOfValue(item.responseScale().highest()) >= MANY_AT_THE_END, Alarm.CEILING, found);
        }
        return found;
    }

    private static void when(boolean found, Alarm alarm, Set<Alarm> alarms) {
        if (found) {
            alarms.add(alarm);
        }
    }
}

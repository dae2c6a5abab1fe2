package org.threesigns.instrument;

import java.util.List;

/** Puts together what the items say of a scale, and refuses weights that it cannot be scored with. */
final class ScoringKeyReader {

    /** So that no product of two scores leaves the range of a long, and each sum can be counted. */
    private static final int MOST_PARTS = 1000;

    private static final int MOST_COUNTS = 400_000;

    private ScoringKeyReader() {}

    /** @param key the items of this scale, each with the weight that its author gives it */
    static List<KeyedItem> read(ContentNode scale, ScoringMethod method, List<KeyedItem> key) {
        int unit = key.stream().mapToInt(keyed -> keyed.weight().unit()).max().orElseThrow();
        List<KeyedItem> inParts =
                key.stream().map(keyed -> keyed.with(keyed.weight().in(unit))).toList();
        if (!Scale.isWeighted(key)) {
            requireCountable(scale, key);
            return inParts;
        }
        if (method == ScoringMethod.MEAN && key.stream().anyMatch(KeyedItem::lowers)) {
            throw scale.problem(
                    "A mean has no weights below 0, because those of the answered items could add up to 0.",
                    "Give 'score: sum', or turn the items with 'keying: reverse'.");
        }
        if (isTooFine(method, inParts)) {
            throw scale.problem(
                    "The weights make too many different scores.", "Use fewer decimals, or smaller weights.");
        }
        return inParts;
    }

    private static void requireCountable(ContentNode scale, List<KeyedItem> key) {
        if (key.size() * points(key) > MOST_COUNTS) {
            throw scale.problem(
                    "The answers make too many different scores.",
                    "Put fewer questions on the scale, or give numbers larger steps.");
        }
    }

    private static boolean isTooFine(ScoringMethod method, List<KeyedItem> key) {
        long parts = key.stream().mapToLong(keyed -> keyed.weight().parts()).sum();
        long farthest = key.stream()
                .mapToLong(keyed -> Math.max(Math.abs((long) keyed.lowest()), Math.abs((long) keyed.highest())))
                .sum();
        if (farthest > ScaleReader.MOST_POINTS) {
            return true;
        }
        return method == ScoringMethod.MEAN
                ? parts > MOST_PARTS || parts * farthest > MOST_COUNTS
                : key.size() * points(key) > MOST_COUNTS;
    }

    /** By how much the highest sum is above the lowest one, with one zero for all items. */
    private static long points(List<KeyedItem> key) {
        int lowest = key.stream().mapToInt(KeyedItem::lowest).min().orElseThrow();
        return key.stream().mapToLong(keyed -> keyed.highest() - lowest).sum();
    }
}

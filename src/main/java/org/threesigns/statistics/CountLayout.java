package org.threesigns.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;

/**
 * The position of each count of {@link ResponseCounts} in one row of integers.
 *
 * <p>Item scores are counted in <em>points</em>: the item score minus the lowest value of the response scale. Points
 * are never negative, so no count is, and a negative count always means that something is broken.
 */
final class CountLayout {

    /** The sums of two scales' scores for each pair of answered counts: n, Σx, Σy, Σx², Σy², Σxy. */
    static final int PAIR_SUMS = 6;

    /** With more scales than this, pairs are not counted: 30 scales would need a quarter of a million integers. */
    static final int MOST_SCALES_IN_PAIRS = 12;

    /** The number of respondents comes first. */
    static final int RESPONDENTS = 0;

    private final Instrument instrument;
    private final int options;
    private final int range;
    private final int optionCounts;
    private final Map<String, ScaleCounts> scales = new HashMap<>();
    private final List<PairCounts> pairs = new ArrayList<>();
    private final int size;

    CountLayout(Instrument instrument) {
        this.instrument = instrument;
        options = instrument.responseScale().options().size();
        range = instrument.responseScale().highest()
                - instrument.responseScale().lowest();
        optionCounts = RESPONDENTS + 1;
        int next = optionCounts + instrument.items().size() * (options + 1);
        for (Scale scale : instrument.scales()) {
            var counts = new ScaleCounts(scale.items().size(), range, next);
            scales.put(scale.id(), counts);
            next = counts.end();
        }
        size = scales.size() <= MOST_SCALES_IN_PAIRS ? addPairs(next) : next;
    }

    /** A whole and its part have items in common, so how they go together says nothing. */
    private int addPairs(int start) {
        int next = start;
        List<Scale> all = instrument.scales();
        for (int x = 0; x < all.size(); x++) {
            for (int y = x + 1; y < all.size(); y++) {
                if (Collections.disjoint(all.get(x).items(), all.get(y).items())) {
                    var pair = new PairCounts(x, y, all.get(x), all.get(y), next);
                    pairs.add(pair);
                    next = pair.end();
                }
            }
        }
        return next;
    }

    Instrument instrument() {
        return instrument;
    }

    int size() {
        return size;
    }

    /** The number of options; this index, one past the last option, counts the skips. */
    int skipped() {
        return options;
    }

    int option(Item item, int option) {
        return optionCounts + item.index() * (options + 1) + option;
    }

    /** @throws IllegalArgumentException if the instrument has no such scale */
    ScaleCounts scale(Scale scale) {
        ScaleCounts counts = scales.get(scale.id());
        if (counts == null) {
            throw new IllegalArgumentException("%s has no scale %s".formatted(instrument.id(), scale.id()));
        }
        return counts;
    }

    List<PairCounts> pairs() {
        return pairs;
    }

    /** The points of an option on an item's scale. */
    int points(Item item, int option) {
        return instrument.itemScore(item, option) - instrument.responseScale().lowest();
    }

    /**
     * One scale: respondents by how many items they answered and the sum of their points; then, for respondents who
     * answered the whole scale, the sum of each item and of each product of two items.
     */
    record ScaleCounts(int items, int range, int start) {

        int answeredAndSum(int answered, int points) {
            return start + answered + range * answered * (answered - 1) / 2 + points;
        }

        int most(int answered) {
            return range * answered;
        }

        int sum(int item) {
            return answeredAndSum(items + 1, 0) + item;
        }

        /** @param i at most {@code j} */
        int product(int i, int j) {
            return sum(items) + i * items - i * (i - 1) / 2 + (j - i);
        }

        int end() {
            return product(items - 1, items - 1) + 1;
        }
    }

    /**
     * Two scales, for respondents with a score on both: {@link #PAIR_SUMS} for each pair of answered counts.
     *
     * @param indexX the position of {@code x} among the instrument's scales
     */
    record PairCounts(int indexX, int indexY, Scale x, Scale y, int start) {

        /** Whether a difference between the two scores means something. */
        boolean sameUnits() {
            return x.method() == y.method() && x.range().equals(y.range());
        }

        int sums(int answeredX, int answeredY) {
            int column = answeredY - y.minimumAnswered();
            int row = answeredX - x.minimumAnswered();
            return start + PAIR_SUMS * (row * width(y) + column);
        }

        int end() {
            return start + PAIR_SUMS * width(x) * width(y);
        }

        private static int width(Scale scale) {
            return scale.items().size() - scale.minimumAnswered() + 1;
        }
    }
}

package org.threesigns.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;

/** The position of each count of {@link ResponseCounts} in one row of integers. */
final class CountLayout {

    /** The sums of two scales' scores for each pair of answered counts: n, Σx, Σy, Σx², Σy², Σxy. */
    static final int PAIR_SUMS = 6;

    /** With more scales than this, pairs are not counted: 30 scales would need a quarter of a million integers. */
    static final int MOST_SCALES_IN_PAIRS = 12;

    /** The number of respondents comes first. */
    static final int RESPONDENTS = 0;

    private final Instrument instrument;
    private final int[] optionCounts;
    private final Map<String, ScaleCounts> scales = new HashMap<>();
    private final List<PairCounts> pairs = new ArrayList<>();
    private final int size;

    CountLayout(Instrument instrument) {
        this.instrument = instrument;
        optionCounts = new int[instrument.items().size()];
        int next = RESPONDENTS + 1;
        for (Item item : instrument.items()) {
            optionCounts[item.index()] = next;
            next += (item.isConditional() ? notAsked(item) : skipped(item)) + 1;
        }
        for (Scale scale : instrument.scales()) {
            var counts = new ScaleCounts(scale, next);
            scales.put(scale.id(), counts);
            next = counts.end();
        }
        size = scales.size() <= MOST_SCALES_IN_PAIRS ? addPairs(next) : next;
    }

    /**
     * A whole and its part have items in common, so how they go together says nothing. Of a weighted mean nothing is counted together
     * with others: that would take a count for each sum of the weights of what was answered.
     */
    private int addPairs(int start) {
        int next = start;
        List<Scale> all = instrument.scales();
        for (int x = 0; x < all.size(); x++) {
            for (int y = x + 1; y < all.size(); y++) {
                next = addPair(x, y, next);
            }
        }
        return next;
    }

    private int addPair(int x, int y, int start) {
        Scale first = instrument.scales().get(x);
        Scale second = instrument.scales().get(y);
        if (first.isWeightedMean() || second.isWeightedMean() || !Collections.disjoint(first.items(), second.items())) {
            return start;
        }
        var pair = new PairCounts(x, y, first, second, start);
        pairs.add(pair);
        return pair.end();
    }

    Instrument instrument() {
        return instrument;
    }

    int size() {
        return size;
    }

    /** The number of the item's options; this index, one past the last option, counts the skips. */
    static int skipped(Item item) {
        return item.responseScale().options().size();
    }

    /** After the skips, of an item that not everybody is asked. */
    static int notAsked(Item item) {
        return skipped(item) + 1;
    }

    int option(Item item, int option) {
        return optionCounts[item.index()] + option;
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
            return scale.key().size() - scale.minimumAnswered() + 1;
        }
    }
}

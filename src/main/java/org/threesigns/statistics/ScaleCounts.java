package org.threesigns.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Scale;

/**
 * The counts of one scale: respondents by the shares of what they answered ({@link Scale#shareOf}, which is how many items, unless a
 * mean is weighted) and the sum of their points; then, for respondents who answered the whole scale, the sum of each item and of
 * each product of two items.
 *
 * <p>Item scores are counted in <em>points</em>: the weighted item score minus, for each share, the lowest one that there is on the
 * scale. Points are never negative, so no count is, and a negative count always means that something is broken.
 */
final class ScaleCounts {

    private static final int NEVER = -1;

    private final Scale scale;
    private final boolean weighted;
    private final int items;
    private final int lowest;

    /** The highest sum of points, by the shares; {@link #NEVER} where no answers have these. */
    private final int[] most;

    /** The position of the sum 0, by the shares. */
    private final int[] starts;

    ScaleCounts(Scale scale, int start) {
        this.scale = scale;
        weighted = scale.isWeighted();
        items = scale.key().size();
        lowest = scale.key().stream()
                .mapToInt(item -> item.lowest() / scale.shareOf(item))
                .min()
                .orElseThrow();
        most = most(scale.key());
        starts = new int[most.length + 1];
        starts[0] = start;
        for (int shares = 0; shares < most.length; shares++) {
            starts[shares + 1] = starts[shares] + most[shares] + 1;
        }
    }

    private int[] most(List<KeyedItem> key) {
        var sums = new int[1 + key.stream().mapToInt(scale::shareOf).sum()];
        Arrays.fill(sums, 1, sums.length, NEVER);
        key.forEach(item -> raise(sums, scale.shareOf(item), item.highest()));
        return sums;
    }

    /** The most for each share once an item of this share may be answered as well. */
    private void raise(int[] sums, int share, int highest) {
        for (int shares = sums.length - 1; shares >= share; shares--) {
            if (sums[shares - share] != NEVER) {
                sums[shares] = Math.max(sums[shares], sums[shares - share] + highest - lowest * share);
            }
        }
    }

    /** The lowest weighted item score for each share. */
    int lowest() {
        return lowest;
    }

    int points(KeyedItem item, int option) {
        return item.weight().parts() * item.score(option) - lowest * scale.shareOf(item);
    }

    /** All shares together. */
    int whole() {
        return most.length - 1;
    }

    /** The shares of answers that have a score, lowest first. */
    int[] scored() {
        int least = weighted ? 1 : scale.minimumAnswered();
        return IntStream.rangeClosed(least, whole())
                .filter(shares -> most[shares] != NEVER)
                .toArray();
    }

    /** The shares under which somebody counts who answered so many items. Of weighted items, too few are as none. */
    int counted(int answered, int shares) {
        return weighted && answered < scale.minimumAnswered() ? 0 : shares;
    }

    /** The highest sum of points that answers with these shares can have. */
    int most(int shares) {
        return most[shares];
    }

    int sharesAndSum(int shares, int points) {
        return starts[shares] + points;
    }

    /** @param item its place on the scale */
    int sum(int item) {
        return starts[most.length] + item;
    }

    /** @param i at most {@code j} */
    int product(int i, int j) {
        return sum(items) + i * items - i * (i - 1) / 2 + (j - i);
    }

    int end() {
        return product(items - 1, items - 1) + 1;
    }
}

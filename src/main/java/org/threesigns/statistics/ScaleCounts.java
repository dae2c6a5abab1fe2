package org.threesigns.statistics;

import java.util.Arrays;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;

/**
 * The counts of one scale: respondents by how many items they answered and the sum of their points; then, for respondents who
 * answered the whole scale, the sum of each item and of each product of two items.
 *
 * <p>Item scores are counted in <em>points</em>: the item score minus the lowest one that there is on the scale. Points are
 * never negative, so no count is, and a negative count always means that something is broken.
 */
final class ScaleCounts {

    private final int items;
    private final int lowest;

    /** The highest sum of points, by the number of answers. */
    private final int[] most;

    /** The position of the sum 0, by the number of answers. */
    private final int[] starts;

    ScaleCounts(Scale scale, int start) {
        items = scale.items().size();
        lowest = scale.items().stream()
                .map(Item::responseScale)
                .mapToInt(ResponseScale::lowest)
                .min()
                .orElseThrow();
        most = new int[items + 1];
        starts = new int[items + 2];
        int[] rising = scale.items().stream()
                .mapToInt(item -> item.responseScale().highest() - lowest)
                .sorted()
                .toArray();
        Arrays.setAll(
                most, answered -> Arrays.stream(rising, items - answered, items).sum());
        starts[0] = start;
        for (int answered = 0; answered <= items; answered++) {
            starts[answered + 1] = starts[answered] + most[answered] + 1;
        }
    }

    /** The lowest item score. */
    int lowest() {
        return lowest;
    }

    int points(KeyedItem item, int option) {
        return item.score(option) - lowest;
    }

    /** The highest sum of points that this many answers can have. */
    int most(int answered) {
        return most[answered];
    }

    int answeredAndSum(int answered, int points) {
        return starts[answered] + points;
    }

    /** @param item its place on the scale */
    int sum(int item) {
        return starts[items + 1] + item;
    }

    /** @param i at most {@code j} */
    int product(int i, int j) {
        return sum(items) + i * items - i * (i - 1) / 2 + (j - i);
    }

    int end() {
        return product(items - 1, items - 1) + 1;
    }
}

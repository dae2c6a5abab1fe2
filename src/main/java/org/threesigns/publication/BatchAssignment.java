package org.threesigns.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.threesigns.statistics.SmallGroupRule;

/**
 * Deals waiting results into batches at random. Each batch gets at least ten results that were never published, and at
 * most nine others: more of the first kind, or some that were withdrawn. So whoever looks before and after sees a change
 * of at least ten new results, whatever they know of those that came back.
 */
final class BatchAssignment {

    /** The fewest results of a batch, and the fewest of them that were never published. */
    static final int FEWEST = SmallGroupRule.FEWEST;

    static final int MOST = 2 * FEWEST - 1;

    private BatchAssignment() {}

    /**
     * Deals as many as can go.
     *
     * @param fresh results that were never published
     * @param withdrawn results that were, and were taken back
     * @return batches of 10 to 19; none where fewer than ten are fresh
     */
    static <R> List<List<R>> deal(List<R> fresh, List<R> withdrawn, RandomGenerator random) {
        List<R> rest = shuffled(fresh, random);
        List<List<R>> batches = new ArrayList<>();
        while (rest.size() >= FEWEST) {
            List<R> ten = rest.subList(rest.size() - FEWEST, rest.size());
            batches.add(new ArrayList<>(ten));
            ten.clear();
        }
        rest.addAll(shuffled(withdrawn, random));
        spread(rest, batches, random);
        return batches;
    }

    /** Gives each of the others to some batch that has room; those for which there is none wait on. */
    private static <R> void spread(List<R> others, List<List<R>> batches, RandomGenerator random) {
        List<List<R>> open = new ArrayList<>(batches);
        for (R result : others) {
            if (open.isEmpty()) {
                return;
            }
            List<R> batch = open.get(random.nextInt(open.size()));
            batch.add(result);
            if (batch.size() == MOST) {
                open.remove(batch);
            }
        }
    }

    private static <R> List<R> shuffled(List<R> results, RandomGenerator random) {
        List<R> shuffled = new ArrayList<>(results);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, random.nextInt(last + 1));
        }
        return shuffled;
    }
}

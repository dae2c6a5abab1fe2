package org.threesigns.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.threesigns.statistics.SmallGroupRule;

/**
 * Deals waiting results into batches at random. Each batch gets at least ten results that were never published, and at most
 * nine others: more of the first kind, or results of withdrawn batches. So any two readings differ by at least ten new results,
 * even for a reader who knows the withdrawn ones.
 */
final class BatchAssignment {

    /** The minimum of results in a batch that were never published. */
    static final int FEWEST = SmallGroupRule.FEWEST;

    static final int MOST = 2 * FEWEST - 1;

    private BatchAssignment() {}

    /**
     * Deals as many results as possible.
     *
     * @param fresh results that were never published
     * @param withdrawn results of withdrawn batches
     * @return batches of 10 to 19; none if fewer than ten results are fresh
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

    /** Puts each of the others into a random batch that has room; if none has, the rest wait. */
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

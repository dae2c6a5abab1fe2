package org.threesigns.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.threesigns.statistics.SmallGroupRule;

/**
 * Deals waiting results into batches at random. Each batch gets at least ten results that were never published, and at most nine
 * others. So any two readings differ by at least ten new results, even for a reader who knows the others.
 *
 * <p>Those others are survivors of withdrawn batches. If the rows of a batch were exported before and after one of its results
 * went, the missing row would show which. So survivors, and what is published with them, are never exported. They go into as few
 * batches as possible: those of one batch into two, which keeps at most 38 results out of the exports.
 */
final class BatchAssignment {

    /** The minimum of results in a batch that were never published. */
    static final int FEWEST = SmallGroupRule.FEWEST;

    static final int MOST = 2 * FEWEST - 1;

    private BatchAssignment() {}

    /**
     * Deals as many results as possible, survivors first.
     *
     * @param fresh results that were never published
     * @param survivors results of withdrawn batches
     * @return batches of 10 to 19; none if fewer than ten results are fresh
     */
    static <R> List<DealtBatch<R>> deal(List<R> fresh, List<R> survivors, Random random) {
        List<R> restOfFresh = shuffled(fresh, random);
        List<R> restOfSurvivors = shuffled(survivors, random);
        List<DealtBatch<R>> batches = new ArrayList<>();
        while (restOfFresh.size() >= FEWEST) {
            List<R> results = take(FEWEST, restOfFresh);
            List<R> known = take(MOST - FEWEST, restOfSurvivors);
            results.addAll(known);
            batches.add(new DealtBatch<>(results, known.isEmpty()));
        }
        spread(restOfFresh, batches, random);
        return batches;
    }

    private static <R> List<R> take(int most, List<R> rest) {
        List<R> last = rest.subList(Math.max(0, rest.size() - most), rest.size());
        List<R> taken = new ArrayList<>(last);
        last.clear();
        return taken;
    }

    /** Puts each of the last few into a random batch that has room, an exported one if there is any; if none has, they wait. */
    private static <R> void spread(List<R> few, List<DealtBatch<R>> batches, Random random) {
        boolean exported = batches.stream().anyMatch(DealtBatch::exported);
        for (R result : few) {
            List<DealtBatch<R>> open = batches.stream()
                    .filter(batch -> batch.exported() == exported && batch.hasRoom())
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            open.get(random.nextInt(open.size())).results().add(result);
        }
    }

    private static <R> List<R> shuffled(List<R> results, Random random) {
        List<R> shuffled = new ArrayList<>(results);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}

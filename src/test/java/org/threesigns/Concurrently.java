package org.threesigns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many who do something beside each other. What they gave comes in their order; what one of them throws is the cause of the
 * exception that their caller gets.
 */
public final class Concurrently {

    private Concurrently() {}

    /** All begin at the same moment. */
    public static <T> List<T> atOnce(int many, Callable<T> work) {
        return atOnce(Collections.nCopies(many, work));
    }

    /** All begin at the same moment. */
    public static <T> List<T> atOnce(List<Callable<T>> all) {
        var start = new CyclicBarrier(all.size());
        return someAtATime(
                all.size(),
                all.stream()
                        .map(work -> (Callable<T>) () -> {
                            start.await();
                            return work.call();
                        })
                        .toList());
    }

    /** So many at a time, until all are done. */
    public static <T> List<T> someAtATime(int some, List<Callable<T>> all) {
        ExecutorService threads = Executors.newFixedThreadPool(some);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(all)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}

package org.threesigns.durability;

import java.util.concurrent.Callable;

/** The longest of the times that something took. */
final class Stopwatch {

    private long longest;

    <T> T time(Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        longest = Math.max(longest, System.nanoTime() - start);
        return result;
    }

    String seconds() {
        return longest == 0 ? Outcome.NONE : "%.1f".formatted(longest / 1e9);
    }
}

package org.threesigns.operations;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every five seconds what is going on during long work, so that nobody takes it for stuck. */
final class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private Heartbeat() {}

    /** @param progress what is going on, and how far it is; asked by another thread */
    static <T> T during(Supplier<T> work, Supplier<String> progress) {
        return during(work, progress, EVERY, log::info);
    }

    static <T> T during(Supplier<T> work, Supplier<String> progress, Duration every, Consumer<String> lines) {
        var done = new CountDownLatch(1);
        Thread thread = new Thread(() -> beat(progress, every, lines, done), "heartbeat");
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get();
        } finally {
            done.countDown();
        }
    }

    private static void beat(Supplier<String> progress, Duration every, Consumer<String> lines, CountDownLatch done) {
        long start = System.nanoTime();
        try {
            while (!done.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                Duration passed = Duration.ofNanos(System.nanoTime() - start);
                lines.accept("Still at work after %s s: %s".formatted(passed.toSeconds(), progress.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the process ends
        }
    }
}

package org.threesigns.operations;

import java.time.Duration;
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
        Thread thread = new Thread(() -> beat(progress, every, lines), "heartbeat");
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get();
        } finally {
            thread.interrupt();
        }
    }

    private static void beat(Supplier<String> progress, Duration every, Consumer<String> lines) {
        long start = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(every.toMillis());
                Duration passed = Duration.ofNanos(System.nanoTime() - start);
                lines.accept("Still at work after %s s: %s".formatted(passed.toSeconds(), progress.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the work is done
        }
    }
}

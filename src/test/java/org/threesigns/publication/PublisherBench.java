package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.threesigns.statistics.Pairs;

/**
 * Whether the publisher keeps up, on a site that has {@code -Drows=} published results already: 100,000 that wait at
 * once, then a thousand more every second for a minute; and what it costs to look when nothing waits. See
 * {@code bench/statistics.md}.
 */
class PublisherBench {

    private static final int WAITING = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int A_SECOND = 1000;
    private static final int SECONDS = 60;
    private static final Duration EVERY = Duration.ofSeconds(10);

    @Test
    void keepsUp() throws Exception {
        long rows = Long.getLong("rows", 1_000_000);
        try (var few = new BenchSite();
                var many = new BenchSite()) {
            BenchRows.published(few, 10_000);
            BenchRows.published(many, rows);
            System.out.printf("%s: %,d published results, and 10,000 for comparison%n", BenchSite.ENGINE, rows);
            lookWhereNothingWaits(few, many);
            workOff(many);
            followAStream(many);
        }
    }

    private static void lookWhereNothingWaits(BenchSite few, BenchSite many) {
        new Pairs().measure(20, 10, () -> publish(few), () -> publish(many));
        System.out.println("looking where nothing waits: "
                + new Pairs()
                        .measure(25, 20, () -> publish(few), () -> publish(many))
                        .words());
    }

    private static void workOff(BenchSite site) {
        BenchRows.waiting(site, WAITING);
        Duration time = Duration.ofNanos(publish(site));
        System.out.printf(
                "%,d waiting results worked off in %.1f s (%,.0f a second)%n",
                WAITING, time.toMillis() / 1e3, WAITING * 1e3 / time.toMillis());
        assertThat(waiting(site)).isZero();
        assertThat(time).isLessThan(LIMIT);
    }

    /** The stream costs the database what bulk inserts cost; how many web requests it can take is another question. */
    private static void followAStream(BenchSite site) {
        var stream = CompletableFuture.runAsync(() -> {
            Instant start = Instant.now();
            for (int second = 0; second < SECONDS; second++) {
                BenchRows.waiting(site, A_SECOND);
                sleepUntil(start.plusSeconds(second + 1));
            }
        });
        long busy = 0;
        long most = 0;
        Instant start = Instant.now();
        while (!stream.isDone()) {
            sleepUntil(Instant.now().plus(EVERY));
            most = Math.max(most, waiting(site));
            busy += publish(site);
        }
        stream.join();
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1e3;
        busy += publish(site);
        System.out.printf(
                "%,d results in %.0f s: at most %,d waited, %,d were left; the publisher worked %.1f s of it%n",
                A_SECOND * SECONDS, seconds, most, waiting(site), busy / 1e9);
        assertThat(waiting(site)).isLessThan(BatchAssignment.FEWEST * 4L);
    }

    private static void sleepUntil(Instant then) {
        try {
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), then).toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long publish(BenchSite site) {
        long start = System.nanoTime();
        site.bean(Publisher.class).publish();
        return System.nanoTime() - start;
    }

    private static long waiting(BenchSite site) {
        return site.jdbc()
                .sql("select count(*) from assessment where batch is null")
                .query(Long.class)
                .single();
    }
}

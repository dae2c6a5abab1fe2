package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeartbeatTests {

    private static final Duration EVERY = Duration.ofMillis(20);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void longWorkSaysHowFarItIsUntilItIsDone() {
        var row = new AtomicInteger();
        AtomicReference<Thread> heartbeat = new AtomicReference<>(Thread.currentThread());

        String result = Heartbeat.during(
                () -> {
                    await().until(() -> lines.size() >= 2);
                    return "done";
                },
                () -> {
                    heartbeat.set(Thread.currentThread());
                    return "row " + row.incrementAndGet();
                },
                EVERY,
                lines::add);

        assertThat(result).isEqualTo("done");
        assertThat(lines.get(0)).matches("Still at work after \\d+ s: row 1");
        assertThat(lines.get(1)).matches("Still at work after \\d+ s: row 2");
        await().until(() -> !Objects.requireNonNull(heartbeat.get()).isAlive());
    }

    @Test
    void shortWorkSaysNothing() {
        Heartbeat.during(() -> 1, () -> "never", Duration.ofHours(1), lines::add);

        assertThat(lines).isEmpty();
    }
}

package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HeartbeatTests {

    private static final Duration EVERY = Duration.ofMillis(20);

    @Test
    void longWorkSaysHowFarItIsUntilItIsDone(CapturedOutput log) {
        var asked = new AtomicInteger();

        String result = Heartbeat.during(
                () -> {
                    await().until(() -> asked.get() >= 2);
                    return "done";
                },
                () -> "row " + asked.incrementAndGet(),
                EVERY);

        assertThat(result).isEqualTo("done");
        assertThat(log).contains("Still at work after 0 s: row 1", "row 2");
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("heartbeat")));
    }

    @Test
    void shortWorkSaysNothing(CapturedOutput log) {
        Heartbeat.during(() -> 1, () -> "never");

        assertThat(log).doesNotContain("Still at work");
    }
}

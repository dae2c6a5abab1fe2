package org.threesigns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.CannotCreateTransactionException;

/** While the database is away, a task ends with one line in the log and not with a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class ScheduleWithoutDatabaseTest {

    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    static RuntimeException[] failures() {
        return new RuntimeException[] {
            new CannotCreateTransactionException("away"), new DataAccessResourceFailureException("away")
        };
    }

    @BeforeEach
    void start() {
        Scheduling.warnings().customize(scheduler);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(10);
        scheduler.initialize();
    }

    @AfterEach
    void stop() {
        scheduler.shutdown();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aTaskWaitsForItsNextRound(RuntimeException away, CapturedOutput output) {
        run(away);

        assertThat(output.getAll())
                .contains("org.threesigns.ScheduleWithoutDatabaseTest could not do its work now; the next round will. ("
                        + away.getClass().getName() + ")")
                .doesNotContain("\tat ");
    }

    @Test
    void aFaultOfOursIsLoggedWhole(CapturedOutput output) {
        run(new IllegalStateException("a fault"));

        assertThat(output.getAll()).contains("a fault").contains("\tat ");
    }

    private void run(RuntimeException failure) {
        scheduler.execute(() -> {
            throw failure;
        });
        scheduler.shutdown();
    }
}

package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedDatabaseGuardTest {

    private final List<Object> states = new ArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final GenericApplicationContext context = new GenericApplicationContext();
    private final EmbeddedDatabaseGuard guard = new EmbeddedDatabaseGuard(context, () -> {
        ends.incrementAndGet();
        end.countDown();
    });

    @BeforeEach
    void listen() {
        context.addApplicationListener(event -> {
            if (event instanceof AvailabilityChangeEvent<?> change) {
                states.add(change.getState());
            }
        });
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void endsTheProcessOnceTheFileCannotBeWritten() throws Exception {
        guard.examine(diskFull());
        guard.examine(diskFull());

        assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ends).hasValue(1);
        assertThat(states).containsExactly(LivenessState.BROKEN);
    }

    @Test
    void endsTheProcessWhereTheDatabaseHasClosedItself() throws Exception {
        guard.examine(failedOf(new SQLException("closed", "90098", ErrorCode.DATABASE_IS_CLOSED)));

        assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saysWhatTheDatabaseHasClosedItselfFor(CapturedOutput output) {
        guard.examine(failedOf(new SQLException(
                "closed", "90098", ErrorCode.DATABASE_IS_CLOSED, new IllegalStateException("Chunk 7 not found"))));

        assertThat(output).contains("(SQLException: closed; because of IllegalStateException: Chunk 7 not found)");
    }

    @Test
    void goesOnAfterAFailureThatHurtsOneRequestOnly() {
        guard.examine(new DataIntegrityViolationException("a repeat", new SQLException("", "", 23505)));
        guard.examine(failedOf(DataUtils.newMVStoreException(DataUtils.ERROR_TRANSACTIONS_DEADLOCK, "deadlock")));
        guard.examine(new IllegalStateException());

        assertThat(states).isEmpty();
        assertThat(ends).hasValue(0);
    }

    private static RuntimeException diskFull() {
        return failedOf(new SQLException(
                "General error", DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "Writing failed")));
    }

    private static RuntimeException failedOf(Exception reason) {
        return new TransactionSystemException("Could not commit", reason);
    }
}

package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.threesigns.database.FreshH2File;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedDatabaseGuardTests {

    private static final String INSERT = "insert into numbers values (1)";

    private final List<Object> states = new ArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final GenericApplicationContext context = new GenericApplicationContext();

    private SingleConnectionDataSource database;
    private JdbcTemplate jdbc;
    private DatabaseEngine engine;
    private EmbeddedDatabaseGuard guard;

    @BeforeEach
    void open() throws Exception {
        FailingDisk.install();
        String file = "failing:" + FreshH2File.folder().resolve("file");
        database = new SingleConnectionDataSource("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE", true);
        jdbc = new JdbcTemplate(database);
        jdbc.execute("create table numbers (number int primary key)");
        engine = new DatabaseEngine(database);
        guard = new EmbeddedDatabaseGuard(engine, context, () -> {
            ends.incrementAndGet();
            end.countDown();
        });
        context.addApplicationListener(event -> {
            if (event instanceof AvailabilityChangeEvent<?> change) {
                states.add(change.getState());
            }
        });
        context.refresh();
    }

    @AfterEach
    void close() {
        FailingDisk.heal();
        context.close();
        database.destroy();
    }

    @Test
    void endsTheProcessOnceTheFileCannotBeWritten(CapturedOutput output) throws Exception {
        FailingDisk.failToWrite();
        insertUnlessRefused();
        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(engine::sync);
        FailingDisk.heal();

        guard.check();
        guard.check();

        assertThat(end.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(ends).hasValue(1);
        assertThat(states).containsExactly(LivenessState.BROKEN);
        assertThat(output).contains("Make room where the file is", "(IOException: No space left on device)");
    }

    @Test
    void endsTheProcessWhereNobodyButH2ItselfHasMetTheFailure() throws Exception {
        FailingDisk.failToWrite();
        insertUnlessRefused();

        await().atMost(1, TimeUnit.MINUTES).until(() -> engine.failure().isPresent());
        guard.check();

        assertThat(end.await(1, TimeUnit.MINUTES)).isTrue();
    }

    /** H2 writes by itself as well: it may have met the failure before. */
    private void insertUnlessRefused() {
        try {
            jdbc.execute(INSERT);
        } catch (DataAccessException refused) {
            assertThat(engine.failure()).isPresent();
        }
    }

    @Test
    void whatCouldNotBeSyncedOnceIsNotTriedAgain() throws Exception {
        jdbc.execute(INSERT);
        FailingDisk.failToSync();
        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(engine::sync);
        FailingDisk.heal();

        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(engine::sync);
        guard.check();

        assertThat(end.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void endsTheProcessWhereH2HasClosedTheFile(CapturedOutput output) throws Exception {
        jdbc.execute("shutdown immediately");

        guard.check();

        assertThat(end.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("H2 has closed it");
    }

    @Test
    void goesOnAfterAFailureThatHurtsOneRequestOnly() {
        jdbc.execute(INSERT);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> jdbc.execute(INSERT));

        guard.check();

        assertThat(states).isEmpty();
        assertThat(ends).hasValue(0);
    }

    /** H2 does not know of syncs beside its statements, and one that meets a file half closed can keep it closing for ever. */
    @Test
    void theFileIsClosedOnlyAfterASyncThatHasBegun() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        jdbc.execute(INSERT);
        FailingDisk.beforeTheNextSync(() -> {
            begun.countDown();
            awaitOrFail(goOn);
        });
        var sync = CompletableFuture.runAsync(engine::sync);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

        var shutDown = CompletableFuture.runAsync(engine::shutDown);

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> shutDown.get(500, TimeUnit.MILLISECONDS));
        goOn.countDown();
        assertThat(sync).succeedsWithin(1, TimeUnit.MINUTES);
        assertThat(shutDown).succeedsWithin(1, TimeUnit.MINUTES);
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEndInOrderIsNoLoss() {
        engine.shutDown();

        guard.check();

        assertThat(states).isEmpty();
        assertThat(ends).hasValue(0);
    }

    @Test
    void aDatabaseInMemoryHasNoFileToLose() throws Exception {
        var memory = new DriverManagerDataSource("jdbc:h2:mem:");

        assertThat(new DatabaseEngine(memory).failure()).isEmpty();
    }
}

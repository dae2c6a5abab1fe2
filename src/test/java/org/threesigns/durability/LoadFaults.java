package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threesigns.Concurrently;
import org.threesigns.packaging.Java;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;
import org.threesigns.respondent.Respondent.Form;

/** Rows of the fault matrix: many at once, and a store that is slow, scarce, or copied. */
class LoadFaults {

    private static final int AT_ONCE = 50;
    private static final int FORMS = 10;
    private static final int COPIES = 5;
    private static final int CROWDS = 5;
    private static final Duration WHILE = Duration.ofSeconds(10);

    private static final List<String> SLOW = List.of(
            """
            create function slow() returns trigger language plpgsql as
            $$ begin perform pg_sleep(random() * 0.02); return new; end $$""",
            "create trigger slow before insert on assessment for each row execute function slow()",
            "alter system set statement_timeout = '10ms'",
            "select pg_reload_conf()");
    private static final List<String> AS_BEFORE = List.of(
            "alter system reset statement_timeout", "select pg_reload_conf()", "drop trigger slow on assessment");

    private interface Look {

        void now() throws Exception;
    }

    private final Random random = new Random(50);
    private final Ledger ledger = new Ledger();
    private final Stopwatch served = new Stopwatch();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void fiftyPostsOfOneForm(Engine engine) throws Exception {
        try (var site = Site.on(engine, folder)) {
            var application = site.start();
            for (int number = 0; number < FORMS; number++) {
                Form form = new Respondent(application.port()).fillIn(random);
                var results = new HashSet<>(Concurrently.atOnce(
                        AT_ONCE,
                        () -> new Respondent(application.port()).send(form).orElse("refused")));
                assertThat(results).hasSize(1);
                ledger.acknowledge(form, results.iterator().next());
            }
            tell("%d posts of one form at once, %d forms".formatted(AT_ONCE, FORMS), site, application);
        }
    }

    @Test
    void theEmbeddedFileIsCopiedWhileItIsWritten() throws Exception {
        int opened = 0;
        int whole = 0;
        try (var site = Site.on(Engine.H2, folder)) {
            var application = site.start();
            var crowd = new Crowd(application.port(), ledger, random);
            List<Ledger> before = new ArrayList<>();
            for (int number = 0; number < COPIES; number++) {
                crowd.work(Duration.ofSeconds(2));
                before.add(ledger.copy());
                copy(site.data(), number);
                before.get(number).forgetAllBut(ledger);
            }
            crowd.stop();
            for (int number = 0; number < COPIES; number++) {
                int lost = lostIn(number, before.get(number));
                opened += lost < 0 ? 0 : 1;
                whole += lost == 0 ? 1 : 0;
            }
            tell(
                    "the file is copied while it is written: %d of %d copies open, %d of them whole"
                            .formatted(opened, COPIES, whole),
                    site,
                    application);
        }
    }

    private void copy(Path data, int number) throws IOException {
        Path copy = Files.createDirectories(copyFolder(number).resolve("data"));
        Files.copy(data.resolve("three-signs.mv.db"), copy.resolve("three-signs.mv.db"));
    }

    private Path copyFolder(int number) {
        return folder.resolve("copy-" + number);
    }

    /** Negative where a copy does not open; then it says so in words. */
    private int lostIn(int number, Ledger before) throws IOException {
        try (var application = RunningApplication.launch(copyFolder(number), Java.application(), Map.of())) {
            Site.awaitOutput(application, "Site: ", 0);
            if (!application.isRunning()) {
                assertThat(application.output())
                        .contains("Restore it from a backup")
                        .doesNotContain("\tat ");
                return -1;
            }
            return before.lost(new Respondent(application.port()));
        }
    }

    @Test
    void statementsWaitForALockUntilTheyTimeOut() throws Exception {
        try (var site = Site.on(Engine.POSTGRESQL, folder)) {
            var application = site.start();
            workUnharmed(application);
            try (var other = DriverManager.getConnection(site.url(), site.user(), "")) {
                lockTheTable(other);
                workHarmed(application);
                assertThat(ledger.refused()).isPositive();
                other.rollback();
            }
            recover(application);
            tell("statements wait for a lock until they time out", site, application);
        }
    }

    private static void lockTheTable(Connection other) throws Exception {
        other.setAutoCommit(false);
        try (var statement = other.createStatement()) {
            statement.execute("lock table assessment in access exclusive mode");
        }
    }

    @Test
    void statementsAreCancelledByTheServer() throws Exception {
        try (var site = Site.on(Engine.POSTGRESQL, folder)) {
            var application = site.start();
            workUnharmed(application);
            onServer(site, SLOW);
            workHarmed(application);
            assertThat(ledger.refused()).isPositive();
            onServer(site, AS_BEFORE);
            recover(application);
            tell("the server cancels half of the inserts", site, application);
        }
    }

    private static void onServer(Site site, List<String> statements) throws Exception {
        try (var connection =
                        DriverManager.getConnection(site.url() + "?options=-c%20statement_timeout=0", site.user(), "");
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePoolHasFiveConnections(Engine engine) throws Exception {
        try (var site = Site.on(engine, folder)) {
            var pool = new ConnectionPool();
            var application = site.start(
                    "--spring.datasource.hikari.maximum-pool-size=5", "--management.server.port=" + pool.port());
            workHarmed(application, pool::look);
            assertThat(pool.mostInUse()).as("connections in use at once").isEqualTo(5);
            assertThat(pool.mostWaiting()).as("requests that waited for one").isPositive();
            recover(application);
            tell("five connections in the pool, twenty people", site, application);
        }
    }

    @Test
    void theServerTakesFiveConnections() throws Exception {
        var five = Map.of("max_connections", "5", "superuser_reserved_connections", "0", "max_wal_senders", "0");
        try (var site = Site.on(Engine.POSTGRESQL, folder, five)) {
            var application = site.start();
            workHarmed(
                    application,
                    () -> assertThat(site.answers()).as("a sixth connection").isFalse());
            recover(application);
            tell("the server takes five connections, twenty people", site, application);
        }
    }

    private void workUnharmed(RunningApplication application) throws InterruptedException {
        var crowd = new Crowd(application.port(), ledger, random);
        crowd.work(Duration.ofSeconds(3));
        crowd.stop();
        assertThat(ledger.acknowledged()).isPositive();
    }

    private void workHarmed(RunningApplication application) throws Exception {
        workHarmed(application, () -> {});
    }

    /** @param look is done again and again meanwhile */
    private void workHarmed(RunningApplication application, Look look) throws Exception {
        List<Crowd> crowds = new ArrayList<>();
        for (int i = 0; i < CROWDS; i++) {
            crowds.add(new Crowd(application.port(), ledger, random));
        }
        long end = System.nanoTime() + WHILE.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
            look.now();
        }
        for (Crowd crowd : crowds) {
            crowd.stop();
        }
    }

    private void recover(RunningApplication application) throws Exception {
        served.time(() -> {
            ledger.settle(new Respondent(application.port()));
            return ledger;
        });
    }

    private void tell(String fault, Site site, RunningApplication application) throws IOException {
        String refused = Outcome.ofAll(ledger.refusedInWords(), ledger.refused());
        String untilServed = ledger.refused() == 0 ? Outcome.NONE : served.seconds();
        Outcome.of(fault, site, application, ledger, 0, refused, untilServed).tell();
    }
}

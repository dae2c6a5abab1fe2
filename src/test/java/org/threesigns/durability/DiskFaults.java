package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;

/** Rows of the fault matrix: a real disk, of memory, is full. Mounting one needs root. */
class DiskFaults {

    private static final int MEGABYTES = 400;
    private static final int BEFORE = 20;
    private static final int MORE_THAN_FIT = 5_000;
    private static final int REFUSED_AT_MOST = 20;
    private static final int IMPORTED = 50_000;

    private final Random random = new Random(28);
    private final Ledger ledger = new Ledger();
    private final Stopwatch restarts = new Stopwatch();

    @TempDir
    private static Path folder;

    @AutoClose
    private SmallDisk disk;

    @BeforeEach
    void mount() throws Exception {
        disk = SmallDisk.mountBelow(folder, MEGABYTES);
    }

    @ParameterizedTest
    @EnumSource
    void isFullDuringSittings(Engine engine) throws Exception {
        try (var site = Site.on(engine, disk.folder())) {
            var application = site.start();
            var respondent = new Respondent(application.port());
            send(respondent, BEFORE);
            disk.fill();
            sendUntilRefused(respondent);
            assertThat(ledger.refused()).isPositive();
            disk.makeRoom();
            settleAndTell("the disk is full during sittings", site, recovered(site, application), 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFullDuringAnImport(Engine engine) throws Exception {
        String[] command = {
            "--three-signs.command=import", "--three-signs.import.file=" + ResponseFiles.write(folder, IMPORTED)
        };
        try (var site = Site.on(engine, disk.folder())) {
            var application = site.start();
            send(new Respondent(application.port()), BEFORE);
            application.stop();
            disk.fill();
            endsForLackOfRoom(site.launch(command));
            disk.makeRoom();
            reviveIfEnded(site);
            var again = site.launch(command);
            assertThat(again.awaitEnd()).as(again.output()).isZero();
            settleAndTell(
                    "the disk is full during an import of %,d".formatted(IMPORTED),
                    site,
                    restarts.time(() -> site.start()),
                    IMPORTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFullAtTheFirstStart(Engine engine) throws Exception {
        try (var site = Site.on(engine, disk.folder())) {
            disk.fill();
            endsForLackOfRoom(site.launch());
            disk.makeRoom();
            reviveIfEnded(site);
            var application = restarts.time(() -> site.start());
            send(new Respondent(application.port()), BEFORE);
            Outcome.of(
                            "the disk is full at the first start",
                            site,
                            application,
                            ledger,
                            0,
                            Outcome.ofAll(1, 1),
                            restarts.seconds())
                    .tell();
        }
    }

    private static void endsForLackOfRoom(RunningApplication refused) {
        assertThat(refused.awaitEnd()).isEqualTo(1);
        assertThat(refused.output())
                .containsPattern("No space left|no room left")
                .doesNotContain("\tat ");
    }

    private void send(Respondent respondent, int many) throws IOException {
        for (int sent = 0; sent < many; sent++) {
            ledger.send(respondent, respondent.fillIn(random));
        }
    }

    /** Until the embedded file's process has ended, or a server has refused some. */
    private void sendUntilRefused(Respondent respondent) {
        try {
            for (int sent = 0; sent < MORE_THAN_FIT && ledger.refused() < REFUSED_AT_MOST; sent++) {
                send(respondent, 1);
            }
        } catch (IOException e) {
            assertThat(ledger.refused()).as("refused before the process ended").isPositive();
        }
    }

    /** With the embedded file, a host starts it again; with a server, it goes on by itself. */
    private RunningApplication recovered(Site site, RunningApplication application) throws Exception {
        if (site.engine() == Engine.H2) {
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(application.output())
                    .contains("Make room where the file is")
                    .doesNotContain("\tat ");
            return restarts.time(() -> site.start());
        }
        reviveIfEnded(site);
        return restarts.time(() -> {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> application.get("/actuator/health").statusCode() == 200);
            return application;
        });
    }

    /** A server that cannot write its log ends, and its host starts it again. */
    private static void reviveIfEnded(Site site) {
        if (site.engine() == Engine.POSTGRESQL && !site.answers()) {
            site.server().startAgain();
        }
    }

    private void settleAndTell(String fault, Site site, RunningApplication application, int imported)
            throws IOException {
        ledger.settle(new Respondent(application.port()));
        String refused = imported == 0 ? Outcome.ofAll(ledger.refusedInWords(), ledger.refused()) : "1 of 1";
        Outcome.of(fault, site, application, ledger, imported, refused, restarts.seconds())
                .tell();
    }
}

package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.packaging.Java;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;

/**
 * The embedded database runs out of room. A limit on the size of files stands in for the full disk, as nobody needs to
 * be root for it: writing fails in the same call and with an error of the same kind. Where there is next to no room from
 * the beginning, a real disk is needed: what is told depends on how much is left.
 */
@EnabledOnOs(OS.LINUX)
@Tag("once")
class DiskFullIT {

    private static final int ENOUGH_FOR_SOME = 1_200; // kB
    private static final int LESS_THAN_AN_EXPORT = 8; // kB
    private static final int MORE_THAN_FIT = 5_000;
    private static final int DISK_MEGABYTES = 100;
    private static final int MORE_THAN_FIT_AN_IMPORT = 20_000;
    private static final int FAILED = 1;
    private static final Pattern SIGN_IN = Pattern.compile("/admin/demo/\\w+");

    private final Random random = new Random(11);
    private final Ledger ledger = new Ledger();

    @TempDir
    private Path folder;

    @Test
    void endsInWordsLosesNothingAndStartsAgainOnceThereIsRoom() throws Exception {
        try (var application = start(ENOUGH_FOR_SOME)) {
            var refusal = fill(new Respondent(application.port()));

            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(refusal.body()).contains("Your answers were not saved", "id=\"main\"");
            assertThat(application.awaitEnd()).isEqualTo(FAILED);
            assertThat(application.output())
                    .contains("Make room where the file is")
                    .doesNotContain("\tat ");
        }
        try (var application = start(Integer.MAX_VALUE)) {
            var respondent = new Respondent(application.port());
            ledger.check(respondent);
            ledger.settle(respondent);
            ledger.check(respondent);
            assertThat(respondent.get("/actuator/health").statusCode()).isEqualTo(200);
        }
        System.out.printf("Disk full on H2: %d results acknowledged, 0 lost%n", ledger.acknowledged());
    }

    @Test
    void anExportThatDoesNotFitIsRefusedInWordsAndNothingElseIs() throws Exception {
        try (var application = start(LESS_THAN_AN_EXPORT, "--spring.profiles.active=demo")) {
            var browser = new AdministratorsBrowser();
            Matcher link = SIGN_IN.matcher(application.output());
            assertThat(link.find()).isTrue();
            browser.get(application.port(), link.group());

            var refusal = browser.get(application.port(), "/admin/export/responses.csv");

            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(refusal.body()).contains("This server could not write the file");
            assertThat(browser.get(application.port(), "/admin/audit").body()).contains("Export failed");
            assertThat(folder.resolve("data")).isEmptyDirectory();
        }
    }

    /** The site needs more blocks of a disk than these to make its tables. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aFirstStartWithoutRoomLeavesNothingBehind(int blocks) throws Exception {
        try (var disk = SmallDisk.mountBelow(folder, DISK_MEGABYTES);
                var site = Site.on(Engine.H2, disk.folder())) {
            disk.fillExcept(blocks);
            assertEndsForLackOfRoom(site.launch());
            assertThat(site.data())
                    .satisfiesAnyOf(
                            none -> assertThat(none).doesNotExist(),
                            empty -> assertThat(empty).isEmptyDirectory());
        }
    }

    /** The database may have its name already, and then the next start goes on from there. */
    @Test
    void aFirstStartThatRunsOutOfRoomLaterLeavesNothingThatStopsTheNext() throws Exception {
        try (var disk = SmallDisk.mountBelow(folder, DISK_MEGABYTES);
                var site = Site.on(Engine.H2, disk.folder())) {
            disk.fillExcept(10);
            assertEndsForLackOfRoom(site.launch());
            assertThat(site.data()).isDirectoryNotContaining("glob:**-new.mv.db");

            disk.makeRoom();
            var respondent = new Respondent(site.start().port());
            ledger.send(respondent, respondent.fillIn(random));
            assertThat(ledger.acknowledged()).isEqualTo(1);
        }
    }

    /** There is room to open the file with, and not for all that is imported. */
    @Test
    void anImportWithoutRoomBringsNothingAndTheNextOneAll() throws Exception {
        String[] command = {
            "--three-signs.command=import",
            "--three-signs.import.file=" + ResponseFiles.write(folder, MORE_THAN_FIT_AN_IMPORT)
        };
        try (var disk = SmallDisk.mountBelow(folder, DISK_MEGABYTES);
                var site = Site.on(Engine.H2, disk.folder())) {
            site.start().stop();
            disk.fillExcept(SmallDisk.blocksOf(2));
            assertEndsForLackOfRoom(site.launch(command));

            disk.makeRoom();
            assertThat(site.rows()).isZero();
            var again = site.launch(command);
            assertThat(again.awaitEnd()).as(again.output()).isZero();
            assertThat(site.rows()).isEqualTo(MORE_THAN_FIT_AN_IMPORT);
        }
    }

    private static void assertEndsForLackOfRoom(RunningApplication application) {
        assertThat(application.awaitEnd()).as(application.output()).isEqualTo(FAILED);
        assertThat(application.output())
                .containsPattern("There is no room left on the disk|No space left on device")
                .doesNotContain("\tat ");
    }

    /** Sends results until one is refused. */
    private HttpResponse<String> fill(Respondent respondent) throws IOException {
        for (int sent = 0; sent < MORE_THAN_FIT; sent++) {
            var refusal = ledger.send(respondent, respondent.fillIn(random));
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        throw new AssertionError("It never ran out of room");
    }

    private RunningApplication start(int kilobytes, String... arguments) {
        String limited =
                "ulimit -f %s; exec \"$@\"".formatted(kilobytes == Integer.MAX_VALUE ? "unlimited" : kilobytes);
        return RunningApplication.start(
                folder,
                Stream.concat(Stream.of("bash", "-c", limited, "bash"), Java.application(arguments).stream())
                        .toList(),
                Map.of());
    }
}

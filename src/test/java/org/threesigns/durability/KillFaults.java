package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threesigns.respondent.Respondent;

/** Rows of the fault matrix: the process is killed while it changes all results. */
class KillFaults {

    private static final int FEW = 5_000;
    private static final int MANY = 20_000;
    private static final int LONGEST_MILLIS = 1_500;
    private static final int ABOUT_ONE_STEP_MILLIS = 60;
    private static final String MIGRATIONS_IN_THE_LOG =
            "--logging.level.org.flywaydb.core.internal.command.DbMigrate=info";
    private static final String MIGRATING = "Migrating schema";
    private static final String MIGRATED = "Successfully applied";
    private static final String UP_TO_DATE = "is up to date. No migration necessary";

    private final Kills kills = new Kills();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void duringAMigrationFromEachSchemaSinceTheFirst(Engine engine) throws Exception {
        List<String> versions = versionsWithASuccessor();
        try (var site = Site.on(engine, folder)) {
            for (int from = 0; from < versions.size(); from++) {
                for (int repeat = 0; repeat < Kills.REPEATS; repeat++) {
                    var old = OldResults.some(FEW);
                    old.storeIn(site, versions.get(from));
                    killInAMigration(site, versions.size() - from);
                    kills.look(site, old);
                    site.empty();
                }
            }
        }
        kills.tell(
                "killed during a migration from each of %d schemas".formatted(versions.size()), engine, Outcome.NONE);
    }

    @Test
    void duringTheFirstStart() throws Exception {
        var ledger = new Ledger();
        try (var site = Site.on(Engine.H2, folder)) {
            for (int repeat = 0; repeat < Kills.REPEATS; repeat++) {
                killInAMigration(site, versionsWithASuccessor().size());
                try (var application = kills.startAgain(site)) {
                    var respondent = new Respondent(application.port());
                    ledger.send(respondent, respondent.fillIn(new Random(repeat)));
                    application.stop();
                }
                site.empty();
            }
        }
        assertThat(ledger.acknowledged()).isEqualTo(Kills.REPEATS);
        kills.tell("killed during the first start", Engine.H2, Outcome.NONE);
    }

    /** @param steps how many versions there are to go */
    private void killInAMigration(Site site, int steps) throws InterruptedException {
        kills.killAfter(
                site.launch(MIGRATIONS_IN_THE_LOG), MIGRATING, kills.upTo(steps), ABOUT_ONE_STEP_MILLIS, MIGRATED);
    }

    @Test
    void duringTheMoveToPostgreSql() throws Exception {
        var old = OldResults.some(MANY);
        old.storeIn(Site.on(Engine.H2, folder), "latest");
        String move = "--three-signs.move-from=" + folder.resolve("data");
        int moved = 0;
        try (var site = Site.on(Engine.POSTGRESQL, Files.createDirectory(folder.resolve("new")))) {
            for (int repeat = 0; repeat < Kills.REPEATS; repeat++) {
                kills.killAfter(site.launch(move, MIGRATIONS_IN_THE_LOG), MIGRATED, 0, LONGEST_MILLIS, "Moved " + MANY);
                var again = site.launch(move);
                Site.awaitOutput(again, "Site: ", 0);
                again.kill();
                if (again.output().contains("holds data already")) {
                    moved++;
                } else {
                    assertThat(again.output()).contains("Moved " + MANY);
                }
                kills.look(site, old);
                site.empty();
            }
        }
        kills.tell("killed during `move-from`", Engine.POSTGRESQL, Outcome.ofAll(moved, moved));
    }

    @Test
    void duringCompact() throws Exception {
        try (var site = Site.on(Engine.H2, folder)) {
            for (int repeat = 0; repeat < Kills.REPEATS; repeat++) {
                var old = OldResults.some(MANY);
                old.storeIn(site, "latest");
                site.jdbc().update("delete from assessment where completed_on = ?", OldResults.OLD);
                kills.killAfter(
                        site.launch("--three-signs.command=compact", MIGRATIONS_IN_THE_LOG),
                        UP_TO_DATE,
                        0,
                        2 * LONGEST_MILLIS,
                        "Compacted");
                kills.look(site, old.only(each -> !each.day().equals(OldResults.OLD)));
                site.empty();
            }
        }
        kills.tell("killed during `compact`", Engine.H2, Outcome.NONE);
    }

    private static List<String> versionsWithASuccessor() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<String> versions = files.map(
                            file -> file.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"))
                    .sorted(Comparator.comparingInt(Integer::parseInt))
                    .toList();
            return versions.subList(0, versions.size() - 1);
        }
    }
}

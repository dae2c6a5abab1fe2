package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threesigns.durability.OldResults.Difference;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;

/** Rows of the fault matrix: the process is killed while it changes all results. */
class KillFaults {

    private static final int REPEATS = Integer.getInteger("three-signs.fault-repeats", 1);
    private static final long SEED = Long.getLong("three-signs.fault-seed", 20_250_317L);
    private static final int FEW = 5_000;
    private static final int MANY = 20_000;
    private static final int LONGEST_MILLIS = 1_500;
    private static final String MIGRATIONS_IN_THE_LOG =
            "--logging.level.org.flywaydb.core.internal.command.DbMigrate=info";
    private static final String MIGRATING = "Migrating schema";
    private static final String UP_TO_DATE = "is up to date. No migration necessary";

    private final Random random = new Random(SEED);
    private final Stopwatch restarts = new Stopwatch();

    @TempDir
    private Path folder;

    private int kills;
    private int lost;
    private int doubled;
    private int stored;

    @ParameterizedTest
    @EnumSource
    void duringAMigrationFromEachSchemaSinceTheFirst(Engine engine) throws Exception {
        List<String> versions = versions();
        try (var site = Site.on(engine, folder)) {
            for (int from = 0; from < versions.size() - 1; from++) {
                for (int repeat = 0; repeat < REPEATS; repeat++) {
                    var old = OldResults.some(FEW);
                    old.storeIn(site, versions.get(from));
                    int step = random.nextInt(versions.size() - 1 - from);
                    killAfter(site.launch(MIGRATIONS_IN_THE_LOG), MIGRATING, step, LONGEST_MILLIS / 5);
                    look(site, old);
                    site.empty();
                }
            }
        }
        tell("killed during a migration from each of %d schemas".formatted(versions.size() - 1), engine, Outcome.NONE);
    }

    @Test
    void duringTheMoveToPostgreSql() throws Exception {
        var old = OldResults.some(MANY);
        old.storeIn(Site.on(Engine.H2, folder), "latest");
        String move = "--three-signs.move-from=" + folder.resolve("data");
        int moved = 0;
        try (var site = Site.on(Engine.POSTGRESQL, Files.createDirectory(folder.resolve("new")))) {
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                killAfter(site.launch(move, MIGRATIONS_IN_THE_LOG), "Successfully applied", 0, LONGEST_MILLIS);
                var again = site.launch(move);
                Site.awaitOutput(again, "Site: ", 0);
                again.kill();
                if (again.output().contains("holds data already")) {
                    moved++;
                } else {
                    assertThat(again.output()).contains("Moved " + MANY);
                }
                look(site, old);
                site.empty();
            }
        }
        tell("killed during `move-from`", Engine.POSTGRESQL, Outcome.ofAll(moved, moved));
    }

    @ParameterizedTest
    @EnumSource
    void duringRetention(Engine engine) throws Exception {
        var old = OldResults.some(FEW);
        var kept = old.only(each -> !each.day().equals(OldResults.OLD));
        String[] retention = {"--three-signs.retention-days=30", "--three-signs.statistics.publish=false"};
        try (var site = Site.on(engine, folder)) {
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                old.storeIn(site, "latest");
                var application = site.start(retention);
                TimeUnit.SECONDS.sleep(59); // it begins a minute after the start
                pauseAndKill(application, 2 * LONGEST_MILLIS);
                try (var again = restarts.time(() -> site.start(retention))) {
                    TimeUnit.SECONDS.sleep(70); // so that the rest is deleted
                    kept.requireShownBy(new Respondent(again.port()));
                    again.stop();
                }
                count(kept, kept.differenceTo(site.jdbc()));
                site.empty();
            }
        }
        tell("killed during retention", engine, Outcome.NONE);
    }

    @Test
    void duringCompact() throws Exception {
        try (var site = Site.on(Engine.H2, folder)) {
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                var old = OldResults.some(MANY);
                old.storeIn(site, "latest");
                site.jdbc().update("delete from assessment where completed_on = ?", OldResults.OLD);
                killAfter(
                        site.launch("--three-signs.command=compact", MIGRATIONS_IN_THE_LOG),
                        UP_TO_DATE,
                        0,
                        2 * LONGEST_MILLIS);
                look(site, old.only(each -> !each.day().equals(OldResults.OLD)));
                site.empty();
            }
        }
        tell("killed during `compact`", Engine.H2, Outcome.NONE);
    }

    /** Kills it some time after it has written a text so many times and once more. */
    private void killAfter(RunningApplication application, String text, int times, int longestMillis)
            throws InterruptedException {
        Site.awaitOutput(application, text, times);
        pauseAndKill(application, longestMillis);
    }

    private void pauseAndKill(RunningApplication application, int longestMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(longestMillis));
        if (application.isRunning()) {
            kills++;
        }
        application.kill();
    }

    /** Starts the site, and compares what it shows and what it holds with what there was. */
    private void look(Site site, OldResults old) throws Exception {
        try (var application = restarts.time(() -> site.start("--three-signs.statistics.publish=false"))) {
            old.requireShownBy(new Respondent(application.port()));
            application.stop();
        }
        count(old, old.differenceTo(site.jdbc()));
    }

    private void count(OldResults old, Difference difference) {
        stored += old.size();
        lost += difference.lost();
        doubled += difference.doubled();
    }

    private void tell(String fault, Engine engine, String refused) throws IOException {
        assertThat(kills).as("processes that were killed in time").isPositive();
        new Outcome("%s, %d kills".formatted(fault, kills), engine, stored, lost, doubled, refused, restarts.seconds())
                .tell();
    }

    private static List<String> versions() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"))
                    .sorted(Comparator.comparingInt(Integer::parseInt))
                    .toList();
        }
    }
}

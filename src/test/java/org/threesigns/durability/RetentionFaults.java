package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.threesigns.respondent.Respondent;

/** Rows of the fault matrix: the process is killed while it deletes what is due, published results among it. */
class RetentionFaults {

    private static final int RESULTS = 5_000;
    private static final int LONGEST_MILLIS = 40;

    /** Of the transactions that it takes: a batch has no more than 38 results. */
    private static final int TRANSACTIONS = RESULTS / 2 / 38;

    private static final int TOO_FEW_TO_PUBLISH = 10;
    private static final String[] RETENTION = {
        "--three-signs.retention-days=1",
        "--three-signs.statistics.publish=false",
        "--logging.level.org.hibernate.SQL=debug"
    };
    private static final String COMMITS_SOON = "insert into deletion";
    private static final String DONE = "Retention deleted";

    /** Their forms are young enough to be taken, so that each needs a tombstone. */
    private final LocalDate due = LocalDate.now(ZoneOffset.UTC).minusDays(5);

    private final Kills kills = new Kills();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void duringRetention(Engine engine) throws Exception {
        var old = OldResults.some(RESULTS, due);
        var kept = old.only(each -> !each.day().equals(due));
        try (var site = Site.on(engine, folder)) {
            for (int repeat = 0; repeat < Kills.REPEATS; repeat++) {
                old.storeIn(site, "latest");
                publish(site);
                // Not in the first of them, as nothing would be deleted yet.
                int transactions = 1 + kills.upTo(TRANSACTIONS - 1);
                kills.killAfter(site.start(RETENTION), COMMITS_SOON, transactions, LONGEST_MILLIS, DONE);
                assertThat(deletedAsItsTracesSay(site, old)).isBetween(1, old.size() - kept.size() - 1);
                deleteTheRest(site, kept);
                assertThat(deletedAsItsTracesSay(site, old)).isEqualTo(old.size() - kept.size());
                kills.count(site, kept);
                site.empty();
            }
        }
        kills.tell("killed during retention", engine, Outcome.NONE);
    }

    private static void publish(Site site) throws InterruptedException {
        do {
            try (var application = site.start("--three-signs.statistics.publish-every=1s")) {
                TimeUnit.SECONDS.sleep(10);
                application.stop();
            }
        } while (number(site.jdbc(), "select count(*) from assessment where batch is null") >= 2 * TOO_FEW_TO_PUBLISH);
    }

    private void deleteTheRest(Site site, OldResults kept) throws Exception {
        try (var again = kills.startAgain(site, RETENTION)) {
            Site.awaitOutput(again, DONE, 0);
            kept.requireShownBy(new Respondent(again.port()));
            again.stop();
        }
    }

    /** How many are gone; the deletions, the tombstones and the counts have to agree on it. */
    private static int deletedAsItsTracesSay(Site site, OldResults old) {
        var database = site.jdbc();
        int deleted = old.size() - site.rows();
        assertThat(number(database, "select coalesce(sum(results), 0) from deletion where cause = 'retention'"))
                .as("the log of deletions")
                .isEqualTo(deleted);
        assertThat(number(database, "select count(*) from tombstone"))
                .as("tombstones")
                .isEqualTo(deleted);
        assertThat(number(database, "select count(*) from tombstone t join assessment a on a.id = t.assessment_id"))
                .as("tombstones of results that are there")
                .isZero();
        var recount = site.launch("--three-signs.command=recount");
        recount.awaitEnd();
        assertThat(recount.output()).contains("groups of results agree");
        return deleted;
    }

    private static int number(JdbcTemplate database, String query) {
        return database.queryForList(query, Integer.class).get(0);
    }
}

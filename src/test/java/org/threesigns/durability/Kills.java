package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.threesigns.durability.OldResults.Difference;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;

/** Processes that are killed at work, and what became of the results of their site: a row of the matrix. */
final class Kills {

    static final int REPEATS = Integer.getInteger("three-signs.fault-repeats", 1);

    private static final long SEED = Long.getLong("three-signs.fault-seed", 20_250_317L);

    private final Random random = new Random(SEED);
    private final Stopwatch restarts = new Stopwatch();

    private int all;
    private int inTime;
    private int lost;
    private int doubled;
    private int stored;

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    /**
     * Kills it some time after it has written a text so many times and once more.
     *
     * @param done what it writes when its work is done, so that a kill after that counts for nothing
     */
    void killAfter(RunningApplication application, String text, int times, int longestMillis, String done)
            throws InterruptedException {
        Site.awaitOutput(application, text, times);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(longestMillis));
        boolean running = application.isRunning();
        application.kill();
        all++;
        if (running && !application.output().contains(done)) {
            inTime++;
        }
    }

    RunningApplication startAgain(Site site, String... arguments) throws Exception {
        return restarts.time(() -> site.start(arguments));
    }

    /** Starts the site, and compares what it shows and what it holds with what there was. */
    void look(Site site, OldResults old) throws Exception {
        try (var application = startAgain(site, "--three-signs.statistics.publish=false")) {
            old.requireShownBy(new Respondent(application.port()));
            application.stop();
        }
        count(site, old);
    }

    /** Compares what a site holds while no process serves it. */
    void count(Site site, OldResults old) {
        Difference difference = old.differenceTo(site.jdbc());
        stored += old.size();
        lost += difference.lost();
        doubled += difference.doubled();
    }

    void tell(String fault, Engine engine, String refused) throws IOException {
        assertThat(inTime)
                .as("processes that were killed before they were done")
                .isPositive();
        new Outcome(
                        "%s: %d of %d before it was done".formatted(fault, inTime, all),
                        engine,
                        stored,
                        lost,
                        doubled,
                        refused,
                        restarts.seconds())
                .tell();
    }
}

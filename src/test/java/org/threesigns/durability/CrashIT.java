package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threesigns.database.KillablePostgreSql;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.packaging.Java;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;

/**
 * Real processes are killed at random moments while people answer, delete and repeat what failed. After each restart
 * everything that was acknowledged is there, with the same answers, and everything deleted is gone, even where its form is
 * sent once more.
 */
@Tag("once")
class CrashIT {

    private static final int CYCLES = Integer.getInteger("three-signs.crash-cycles", 2);
    private static final long SEED = Long.getLong("three-signs.crash-seed", 20_250_317L);
    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 1_500;

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();

    @TempDir
    private Path folder;

    @Test
    void h2LosesNothingWhenTheProcessIsKilledAndRefusesOnlyWhoComesAfterAHostsStop() throws Exception {
        var application = start(Map.of());
        try {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                var crowd = crowdAtWork(application);
                application.kill();
                crowd.join();
                application = start(Map.of());
                ledger.settle(new Respondent(application.port()));
                ledger.check(new Respondent(application.port()));
            }
            var crowd = crowdAtWork(application);
            application.stop();
            crowd.join();
            assertThat(crowd.brokenLines()).isNotEmpty().allMatch(CrashIT::isUnanswered);

            application = start(Map.of());
            ledger.settle(new Respondent(application.port()));
            ledger.check(new Respondent(application.port()));
        } finally {
            application.close();
        }
        report("H2");
    }

    @Test
    void postgreSqlLosesNothingWhenTheProcessOrTheServerOrBothAreKilled() throws Exception {
        try (var server = new KillablePostgreSql(folder.resolve("server"))) {
            var application = start(on(server));
            try {
                for (int cycle = 0; cycle < CYCLES; cycle++) {
                    var crowd = crowdAtWork(application);
                    boolean withServer = cycle % 3 != 2;
                    boolean withApplication = cycle % 3 != 1;
                    if (withServer) {
                        server.kill();
                    }
                    if (withApplication) {
                        application.kill();
                    }
                    crowd.stop();
                    if (withServer) {
                        server.startAgain();
                    }
                    if (withApplication) {
                        application = start(on(server));
                    } else {
                        awaitRecovery(application);
                    }
                    ledger.settle(new Respondent(application.port()));
                    ledger.check(new Respondent(application.port()));
                }
            } finally {
                application.close();
            }
        }
        report("PostgreSQL");
    }

    /** At least one result has been acknowledged, and then some time has gone by. */
    private Crowd crowdAtWork(RunningApplication application) throws InterruptedException {
        int before = ledger.acknowledged();
        var crowd = new Crowd(application.port(), ledger, random);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> ledger.acknowledged() > before);
        crowd.work(Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
        return crowd;
    }

    /** Refused, or closed before a byte of an answer, as where one stood in line or was still asking: never half done. */
    private static boolean isUnanswered(IOException line) {
        String reason = String.valueOf(line.getMessage());
        return line instanceof ConnectException
                || reason.contains("received no bytes")
                || reason.contains("Connection reset")
                || reason.contains("Broken pipe")
                || line.getCause() instanceof ClosedChannelException;
    }

    private static void awaitRecovery(RunningApplication application) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> application.get("/actuator/health").statusCode() == 200);
    }

    private RunningApplication start(Map<String, String> environment) {
        return RunningApplication.start(folder, Java.application(), environment);
    }

    private static Map<String, String> on(KillablePostgreSql server) {
        return Map.of(
                "SPRING_PROFILES_ACTIVE",
                "postgresql",
                "SPRING_DATASOURCE_URL",
                server.url(),
                "SPRING_DATASOURCE_USERNAME",
                PostgreSqlServer.USER);
    }

    private void report(String where) {
        System.out.printf(
                "Crash test on %s, seed %d: %d cycles, %d results acknowledged (%d of them when sent again), 0 lost;"
                        + " %d deletions acknowledged, 0 came back, their forms sent again included%n",
                where, SEED, CYCLES, ledger.acknowledged(), ledger.sentAgain(), ledger.deleted());
    }
}

package org.threesigns.durability;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.threesigns.Concurrently;
import org.threesigns.database.KillablePostgreSql;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.packaging.Java;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;
import org.threesigns.respondent.Respondent.Form;

/** PostgreSQL is killed, or stands still, under an application that goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class DatabaseAwayIT {

    /** Three seconds for a connection, five for an answer, and the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final int AT_ONCE = 30;

    /** How the driver quotes what was to be stored. */
    private static final String VALUES = "values (('";

    private final Random random = new Random(7);

    @TempDir
    private static Path folder;

    private KillablePostgreSql server;
    private RunningApplication application;
    private Respondent respondent;

    @BeforeAll
    void start() {
        server = new KillablePostgreSql(folder.resolve("server"));
        application = RunningApplication.start(
                folder,
                Java.application(),
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "postgresql",
                        "SPRING_DATASOURCE_URL",
                        server.url(),
                        "SPRING_DATASOURCE_USERNAME",
                        PostgreSqlServer.USER));
        respondent = new Respondent(application.port());
    }

    @AfterAll
    void stop() {
        application.close();
        server.close();
    }

    @Test
    void aServerThatIsGoneCostsNobodyTheirAnswers() throws Exception {
        String stored = respondent.send(respondent.fillIn(random)).orElseThrow();
        server.kill();
        try {
            Form form = assertNothingIsSavedAndNothingIsLost("gone", stored);
            server.startAgain();
            assertTheSameFormGivesTheOneResult(form);
        } finally {
            assertThat(respondent.answersAt(stored)).isPresent();
        }
        assertThat(application.output()).doesNotContain("\tat ", VALUES);
    }

    @Test
    void aServerThatHangsCostsNobodyTheirAnswers() throws Exception {
        String stored = respondent.send(respondent.fillIn(random)).orElseThrow();
        server.halt();
        Form form;
        try {
            form = assertNothingIsSavedAndNothingIsLost("hangs", stored);
        } finally {
            server.goOn();
        }
        assertTheSameFormGivesTheOneResult(form);
        assertThat(respondent.answersAt(stored)).isPresent();
        assertThat(application.output()).doesNotContain("\tat ", VALUES);
    }

    private Form assertNothingIsSavedAndNothingIsLost(String how, String stored) throws Exception {
        Form form = respondent.fillIn(random);

        assertThat(gotten(List.of("/en", "/en/method", "/en/privacy", "/en/support")))
                .allSatisfy(page -> assertThat(page.statusCode()).isEqualTo(200));
        List<Duration> times = new ArrayList<>();
        for (var answer : atOnce(() -> timed(form, times))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Your answers were not saved");
            assertThat(Respondent.chosenOn(answer.body())).isEqualTo(form.answers());
        }
        assertThat(times).hasSize(AT_ONCE).allMatch(time -> time.compareTo(PATIENCE) < 0);
        assertTheLogHasOneLineOf(() -> assertThat(
                        gotten(List.of(stored, stored + "/sheet", stored + "/result.json", "/admin/sign-in")))
                .allSatisfy(page -> {
                    assertThat(page.statusCode()).isEqualTo(503);
                    assertThat(page.body()).contains("id=\"main\"", "our storage just now");
                }));
        assertThat(respondent.get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(respondent.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        System.out.printf(
                "PostgreSQL %s: %d forms at once came back with every answer, the slowest after %d ms%n",
                how, AT_ONCE, Collections.max(times).toMillis());
        return form;
    }

    /** Asked for at once, as each waits for the database by itself. */
    private List<HttpResponse<String>> gotten(List<String> pages) {
        return Concurrently.atOnce(pages.stream()
                .map(page -> (Callable<HttpResponse<String>>) () -> respondent.get(page))
                .toList());
    }

    /** At most: within a minute of another of its kind, there is none. */
    private void assertTheLogHasOneLineOf(Runnable failures) {
        int before = application.output().length();

        failures.run();

        String log = application.output().substring(before);
        assertThat(log).doesNotContain("\tat ", "ERROR");
        assertThat(log.split("The database did not answer", -1)).hasSizeLessThanOrEqualTo(2);
    }

    private void assertTheSameFormGivesTheOneResult(Form form) throws Exception {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> respondent.get("/actuator/health").statusCode() == 200);
        int before = rows();

        String result = respondent.send(form).orElseThrow();

        assertThat(atOnce(() -> resultOfWhoSendsUntilTaken(form))).allMatch(result::equals);
        assertThat(respondent.answersAt(result)).contains(form.answers());
        // One more, or none where the database had stored one that it could not confirm.
        assertThat(rows()).isBetween(before, before + 1);
    }

    /** There are fewer connections than people, and who has waited three seconds for one is asked to send the form again. */
    private String resultOfWhoSendsUntilTaken(Form form) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> respondent.send(form), Optional::isPresent)
                .orElseThrow();
    }

    private HttpResponse<String> timed(Form form, List<Duration> times) throws IOException {
        long start = System.nanoTime();
        var answer = new Respondent(application.port()).post(Respondent.QUESTIONNAIRE, form.fields());
        synchronized (times) {
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return answer;
    }

    private int rows() {
        return server.jdbc().queryForList("select 1 from assessment").size();
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> results = new ArrayList<>();
            for (var each : threads.invokeAll(Collections.nCopies(AT_ONCE, work), 120, SECONDS)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

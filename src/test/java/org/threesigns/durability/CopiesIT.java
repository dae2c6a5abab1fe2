package org.threesigns.durability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.threesigns.database.KillablePostgreSql;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.packaging.Java;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;

/** Two copies that start at the same moment on one empty PostgreSQL, and what each of them can go on with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("once")
class CopiesIT {

    private static final Pattern CODE = Pattern.compile("set-up code ((?:[0-9A-Z]{5} ){3}[0-9A-Z]{5}),");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int RESULTS = 25;

    private final Random random = new Random(11);

    @TempDir
    private static Path folder;

    private KillablePostgreSql server;
    private RunningApplication one;
    private RunningApplication other;

    @BeforeAll
    void startBothAtOnce() {
        server = new KillablePostgreSql(folder.resolve("server"));
        var first = CompletableFuture.supplyAsync(this::copy);
        var second = CompletableFuture.supplyAsync(this::copy);
        one = first.join();
        other = second.join();
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
        server.close();
    }

    @Test
    @Order(1)
    void theyMakeTablesSecretAndSetUpCodeOnce() {
        // The code is made, and said to the host, a moment after the ports are open.
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> codes() > 0
                        && (one.output() + other.output())
                                .contains("A set-up code was printed less than 2 minutes ago"));

        List<String> versions = server.jdbc()
                .queryForList(
                        "select version from flyway_schema_history where success and version is not null",
                        String.class);

        assertThat(versions).isNotEmpty().doesNotHaveDuplicates();
        assertThat(count("select count(*) from flyway_schema_history where not success"))
                .isZero();
        assertThat(count("select count(*) from application_secret")).isEqualTo(1);
        assertThat(count("select count(*) from set_up_code")).isEqualTo(1);
        assertThat(codes()).isEqualTo(1);
        assertThat(one.output() + other.output()).doesNotContain("ERROR", "Exception");
    }

    private int codes() {
        return codesIn(one).size() + codesIn(other).size();
    }

    @Test
    @Order(2)
    void aSittingMayGoFromOneToTheOtherAtEveryStep() throws Exception {
        var here = new Respondent(one.port());
        var there = new Respondent(other.port());
        for (int i = 0; i < RESULTS; i++) {
            var form = here.fillIn(random);
            String result = there.send(form).orElseThrow();

            assertThat(here.send(form)).contains(result);
            assertThat(here.answersAt(result)).contains(form.answers());
            assertThat(there.answersAt(result)).contains(form.answers());
        }
        assertThat(count("select count(*) from assessment")).isEqualTo(RESULTS);
    }

    @Test
    @Order(3)
    void everyResultIsCountedOnceThoughBothPublish() throws Exception {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> count("select count(*) from assessment where batch is not null") >= RESULTS - 9);

        assertThat(count("select count(*) from response_cell")).isEqualTo(1);
        // It adds up the published answers once more, and compares with what the two copies have counted.
        assertThat(outputOf("--three-signs.command=recount")).contains("all 1 groups of results agree");
    }

    @Test
    @Order(4)
    void anAdministratorWhoSignedInAtOneStaysSignedInWhenThatOneDies() throws Exception {
        var browser = new AdministratorsBrowser();
        String code =
                codesIn(one).isEmpty() ? codesIn(other).get(0) : codesIn(one).get(0);
        browser.setUp(other.port(), code);
        browser.signIn(one.port());
        assertThat(browser.get(one.port(), "/admin").statusCode()).isEqualTo(200);

        one.kill();

        assertThat(browser.get(other.port(), "/admin").statusCode()).isEqualTo(200);
        assertThat(new AdministratorsBrowser().get(other.port(), "/admin").statusCode())
                .isEqualTo(302);
    }

    @Test
    @Order(5)
    void aCopyThatIsToEndSaysSoAndServesUntilABalancerHasSeenIt() throws Exception {
        var respondent = new Respondent(other.port());
        assertThat(respondent.get("/readyz").statusCode()).isEqualTo(200);

        var end = CompletableFuture.supplyAsync(other::stop);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> respondent.get("/readyz").statusCode() == 503);
        var form = new Respondent(other.port()).fillIn(random);
        assertThat(new Respondent(other.port()).send(form)).isPresent();
        assertThat(respondent.get("/livez").statusCode()).isEqualTo(200);
        assertThat(respondent.get("/en").headers().firstValue("Connection")).contains("close");
        end.join();
        assertThatThrownBy(() -> new Respondent(other.port()).get("/en")).isInstanceOf(ConnectException.class);
    }

    private long count(String query) {
        return Objects.requireNonNull(server.jdbc().queryForObject(query, Long.class));
    }

    private static List<String> codesIn(RunningApplication copy) {
        return CODE.matcher(copy.output())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String outputOf(String command) throws Exception {
        var builder = new ProcessBuilder(Java.application(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private RunningApplication copy() {
        return RunningApplication.start(
                folder,
                Java.application("--three-signs.statistics.publish-every=200ms", "--three-signs.stop.drains-for=8s"),
                environment());
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPRING_PROFILES_ACTIVE",
                "postgresql",
                "SPRING_DATASOURCE_URL",
                server.url(),
                "SPRING_DATASOURCE_USERNAME",
                PostgreSqlServer.USER);
    }
}

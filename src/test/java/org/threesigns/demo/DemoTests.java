package org.threesigns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.threesigns.accounts.TestBrowser;
import org.threesigns.startup.StartupLine;

/** The site with the profile {@code demo}: full, marked on every page, and open to its administrator by one link. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTests {

    private static final String MARK = "<aside class=\"demo\" aria-label=\"Demo\">";
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    private final TestBrowser stranger;
    private final TestBrowser administrator;
    private final List<StartupLine> lines;
    private final JdbcClient database;
    private final String signIn;

    @Autowired
    DemoTests(@LocalServerPort int port, List<StartupLine> lines, JdbcClient database) {
        this.stranger = new TestBrowser(port);
        this.administrator = new TestBrowser(port);
        this.lines = lines;
        this.database = database;
        this.signIn = printed("Administrators: ").findFirst().orElseThrow();
    }

    @BeforeAll
    void signIn() {
        HttpResponse<String> answer = administrator.get(signIn);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/admin");
    }

    @Test
    void theLinkSignsInOnlyOnce() {
        assertThat(stranger.get(signIn).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/admin").statusCode()).isEqualTo(302);
    }

    @Test
    void aWrongCodeSignsNobodyIn() {
        assertThat(stranger.get("/admin/demo/0123456789ABCDEFGHJK").statusCode())
                .isEqualTo(404);
    }

    @Test
    void threeHundredResultsOfTenMonthsArePublished() {
        assertThat(count("assessment where batch is not null")).isEqualTo(300);
        assertThat(count("(select distinct completed_on from assessment where batch is not null) as months"))
                .isEqualTo(10);
        assertThat(count("(select distinct language, wording from assessment where batch is not null) as kinds"))
                .isEqualTo(4);
        assertThat(count("assessment where careless")).isEqualTo(20);
        assertThat(administrator.get("/admin").body())
                .contains("<div><dt>Results</dt><dd>300</dd></div>")
                .contains("<svg class=\"chart");
    }

    @Test
    void threeDifferentResultsHaveLinks() {
        List<HttpResponse<String>> results =
                printed("Sample result: ").map(stranger::get).toList();

        assertThat(results)
                .hasSize(3)
                .allSatisfy(result -> assertThat(result.statusCode()).isEqualTo(200));
        assertThat(results).extracting(HttpResponse::body).doesNotHaveDuplicates();
        assertThat(count("(select distinct responses from assessment where batch is null) as different"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRespondentsPageSaysThatItIsADemo(String page) {
        saysThatItIsADemo(stranger.get(page), 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/accounts",
                "/admin/accounts/new",
                "/admin/audit",
                "/admin/codebook",
                "/admin/groups",
                "/admin/password",
                "/admin/passkeys"
            })
    void everyAdministratorsPageSaysThatItIsADemo(String page) {
        saysThatItIsADemo(administrator.get(page), 200);
    }

    @Test
    void soDoTheSignInPageAndEveryErrorPage() {
        saysThatItIsADemo(stranger.get("/admin/sign-in"), 200);
        saysThatItIsADemo(stranger.get("/es/nothing-here"), 404);
        saysThatItIsADemo(administrator.get("/admin/nothing-here"), 404);
    }

    private static void saysThatItIsADemo(HttpResponse<String> page, int status) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(MARK);
    }

    private Stream<String> pages() {
        String result = printed("Sample result: ").findFirst().orElseThrow().replaceFirst("^/en", "");
        return Stream.of(
                        "",
                        "/method",
                        "/privacy",
                        "/support",
                        "/check/three-signs",
                        "/check/three-signs?about=past",
                        result,
                        result + "/sheet",
                        result + "/change",
                        result + "/compare",
                        result + "/shares",
                        result + "/delete")
                .flatMap(page -> Stream.of("/en" + page, "/es" + page));
    }

    /** The paths of the addresses that startup prints behind these words. */
    private Stream<String> printed(String words) {
        return lines.stream()
                .flatMap(line -> line.text("http://localhost:1").lines())
                .filter(line -> line.startsWith(words))
                .flatMap(line -> ADDRESS.matcher(line).results())
                .map(MatchResult::group)
                .map(address -> URI.create(address).getPath());
    }

    private int count(String rows) {
        return database.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}

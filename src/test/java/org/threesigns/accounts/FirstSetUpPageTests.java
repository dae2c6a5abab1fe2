package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:set-up;DB_CLOSE_DELAY=-1",
            "three-signs.setup-code=given-by the host-12"
        })
class FirstSetUpPageTests {

    private static final String PASSWORD = "seven lamps under a bridge";
    private static final Map<String, String> RIGHT =
            Map.of("code", "GIVEN by the HOST 12", "username", "ada", "password", PASSWORD, "repeated", PASSWORD);

    private final int port;
    private final TestBrowser browser;
    private final JdbcClient database;
    private final SetUpAnnouncement start;

    @Autowired
    FirstSetUpPageTests(@LocalServerPort int port, JdbcClient database, SetUpAnnouncement start) {
        this.port = port;
        this.browser = new TestBrowser(port);
        this.database = database;
        this.start = start;
    }

    @BeforeEach
    void startWithoutAnAccount() {
        database.sql("delete from admin_account").update();
        database.sql("delete from sign_in_delay").update();
        assertThat(start.text("http://localhost")).endsWith("/admin/set-up, with the set-up code that you configured");
    }

    @Test
    void theSignInPageLeadsThereUntilThereIsAnAccount() {
        assertThat(browser.get("/admin/sign-in").headers().firstValue("Location"))
                .contains("/admin/set-up");
    }

    @Test
    void whoHasTheCodeMakesTheAccountAndSignsIn() {
        HttpResponse<String> made = browser.fillIn("/admin/set-up", RIGHT);

        assertThat(made.headers().firstValue("Location")).contains("/admin/sign-in?made");
        assertThat(browser.get("/admin/sign-in?made").body()).contains("Your account is ready");
        assertThat(browser.signIn("ADA", PASSWORD).headers().firstValue("Location"))
                .contains("/admin");
        assertThat(browser.get("/admin/set-up").statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasTheCodeIsNotKeptOutByThoseWhoGuessIt() {
        for (int i = 0; i < 20; i++) {
            assertThat(new TestBrowser(port)
                            .fillIn("/admin/set-up", Map.of("code", "wrong " + i))
                            .statusCode())
                    .isEqualTo(422);
        }

        assertThat(browser.fillIn("/admin/set-up", RIGHT).headers().firstValue("Location"))
                .contains("/admin/sign-in?made");
        assertThat(browser.cookie("three-signs-device")).isNotEmpty();
    }

    @Test
    void everyMistakeIsSaidAtItsFieldAndOnTop() {
        HttpResponse<String> answer = browser.fillIn(
                "/admin/set-up",
                Map.of("code", "wrong", "username", "not a name", "password", "short", "repeated", "shorter"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "<title>Error: ",
                        "href=\"#code\"",
                        "href=\"#username\"",
                        "href=\"#password\"",
                        "href=\"#repeated\"")
                .contains("aria-describedby=\"password-hint password-error\"", "at least 15 characters")
                .contains("value=\"not a name\"")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void twoDifferentPasswordsMakeNoAccount() {
        Map<String, String> form = new HashMap<>(RIGHT);
        form.put("repeated", PASSWORD + "s");

        assertThat(browser.fillIn("/admin/set-up", form).statusCode()).isEqualTo(422);
        assertThat(browser.get("/admin/set-up").statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyFormIsAnsweredAndNotAFailure() {
        assertThat(browser.fillIn("/admin/set-up", Map.of()).statusCode()).isEqualTo(422);
    }

    @Test
    void withoutTheFormTokenNoAccountIsMade() {
        assertThat(browser.post("/admin/set-up", RIGHT).statusCode()).isEqualTo(403);
        assertThat(browser.get("/admin/set-up").statusCode()).isEqualTo(200);
    }
}

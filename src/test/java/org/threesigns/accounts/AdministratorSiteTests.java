package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A site with a name of its own behind a reverse proxy, which passes on what the browser asked for. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:passkey-site;DB_CLOSE_DELAY=-1",
            "server.forward-headers-strategy=native",
            "three-signs.administrators.site=https://signs.example.org"
        })
class AdministratorSiteTests {

    private static final String PASSWORD = "seven lamps under a bridge";
    private static final String STEP = "/admin/sign-in/passkey";

    private final int port;
    private final AccountRepository accounts;
    private final PasswordHasher passwords;
    private final JdbcClient database;

    @Autowired
    AdministratorSiteTests(
            @LocalServerPort int port, AccountRepository accounts, PasswordHasher passwords, JdbcClient database) {
        this.port = port;
        this.accounts = accounts;
        this.passwords = passwords;
        this.database = database;
    }

    @BeforeEach
    void haveAnAdministrator() {
        database.sql("delete from admin_account").update();
        database.sql("delete from sign_in_delay").update();
        accounts.save(new Account(
                UUID.randomUUID(),
                new Username("ada"),
                passwords.hash(PASSWORD),
                Role.ADMINISTRATOR,
                true,
                Instant.parse("2026-11-23T17:00:00Z")));
    }

    @Test
    void passkeysAreBoundToTheNameThatTheHostGave() {
        TestAuthenticator key = new TestAuthenticator();
        TestBrowser ada = browserAt("signs.example.org");
        ada.signIn("ada", PASSWORD);
        ada.fillIn("/admin/passkeys/new", Map.of("name", "phone", "password", PASSWORD));
        HttpResponse<String> page = ada.get("/admin/passkeys/new/key");
        String options = TestBrowser.passkeyOptionsOn(page);
        assertThat(options).contains("\"id\":\"signs.example.org\"");
        ada.post(
                "/admin/passkeys/new/key",
                Map.of(
                        "passkey", key.make(options, "https://signs.example.org"),
                        "_csrf", TestBrowser.formTokenOn(page)));

        TestBrowser again = browserAt("signs.example.org");
        again.signIn("ada", PASSWORD);
        assertThat(show(again, key, "http://signs.example.org")).isEqualTo(STEP + "?wrong");
        assertThat(show(again, key, "http://localhost:" + port)).isEqualTo(STEP + "?wrong");
        assertThat(show(again, key, "https://signs.example.org")).isEqualTo("/admin");
    }

    @Test
    void underAForgedNameNothingIsAskedForAndThePageSaysWhereToGo() {
        TestBrowser ada = browserAt("evil.example");
        ada.signIn("ada", PASSWORD);

        assertThat(ada.get("/admin/passkeys").body())
                .contains("<a href=\"https://signs.example.org/admin\">")
                .doesNotContain("Add a passkey", "evil.example");
        assertThat(ada.get("/admin/passkeys/new").headers().firstValue("Location"))
                .contains("/admin/passkeys");
    }

    @Test
    void anInvitationLeadsToWhereTheHostSaysTheSiteIs() {
        TestBrowser ada = browserAt("evil.example");
        ada.signIn("ada", PASSWORD);

        assertThat(ada.fillIn("/admin/accounts/new", Map.of("username", "ben", "role", "ANALYST"))
                        .body())
                .contains(">https://signs.example.org/admin/new-password/")
                .doesNotContain("evil.example");
    }

    @Test
    void theStartNamesThePathThatTheSiteIsBelow(@Autowired SetUpAnnouncement announcement) {
        assertThat(announcement.text("http://localhost:8080/trust"))
                .isEqualTo("Administrators: https://signs.example.org/trust/admin");
    }

    private static String show(TestBrowser browser, TestAuthenticator key, String origin) {
        HttpResponse<String> page = browser.get(STEP);
        return browser.post(
                        STEP,
                        Map.of(
                                "passkey", key.show(TestBrowser.passkeyOptionsOn(page), origin),
                                "_csrf", TestBrowser.formTokenOn(page)))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private TestBrowser browserAt(String host) {
        return new TestBrowser(port).withHeader("X-Forwarded-Proto", "https").withHeader("X-Forwarded-Host", host);
    }
}

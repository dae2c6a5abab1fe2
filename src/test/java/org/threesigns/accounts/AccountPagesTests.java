package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages on which administrators look after accounts and read the audit log. */
@AdministratorTest
@ExtendWith(OutputCaptureExtension.class)
class AccountPagesTests {

    private static final String PASSWORD = "seven lamps under a bridge";
    private static final String OTHER_PASSWORD = "four kettles beside the harbour";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/admin/new-password/[A-Z0-9-]{23})<");

    private final int port;
    private final AccountRepository accounts;
    private final PasswordHasher passwords;
    private final JdbcClient database;
    private final AuditLog audit;

    @Autowired
    AccountPagesTests(
            @LocalServerPort int port,
            AccountRepository accounts,
            PasswordHasher passwords,
            JdbcClient database,
            AuditLog audit) {
        this.port = port;
        this.accounts = accounts;
        this.passwords = passwords;
        this.database = database;
        this.audit = audit;
    }

    @BeforeEach
    void haveOneAccountOfEachRole() {
        for (String table : List.of("admin_session", "admin_account", "audit_event", "sign_in_delay")) {
            database.sql("delete from " + table).update();
        }
        add("ada", Role.ADMINISTRATOR);
        add("ann", Role.ANALYST);
    }

    @Test
    void aNewAccountGetsALinkThatWorksOnceAndStandsOnNoOtherPage() {
        TestBrowser ada = signedInAs("ada");

        String link = linkOn(ada.fillIn("/admin/accounts/new", Map.of("username", "Eve", "role", "ANALYST")));
        assertThat(browser().get(link).body()).contains("eve");
        HttpResponse<String> chosen =
                browser().fillIn(link, Map.of("password", OTHER_PASSWORD, "repeated", OTHER_PASSWORD));

        assertThat(chosen.headers().firstValue("Location")).contains("/admin/sign-in?made");
        assertThat(signIn("eve", OTHER_PASSWORD)).isTrue();
        assertThat(browser().get(link).statusCode()).isEqualTo(404);
        assertThat(ada.get("/admin/audit").body()).contains("Password chosen").doesNotContain(link);
    }

    @Test
    void aMistakenNameIsSaidAtItsField() {
        TestBrowser ada = signedInAs("ada");

        HttpResponse<String> answer =
                ada.fillIn("/admin/accounts/new", Map.of("username", "ann", "role", "ADMINISTRATOR"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Error: ", "href=\"#username\"", "already", "value=\"ann\"")
                .containsPattern("value=\"ADMINISTRATOR\" checked");
    }

    @Test
    void anAddressThatCanBeNoAccountsIsNotQuotedInTheLog(CapturedOutput log) {
        HttpResponse<String> answer = signedInAs("ada").get("/admin/accounts/pasted-by-mistake");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("pasted-by-mistake");
    }

    @Test
    void withAWeakPasswordTheLinkStaysGood() {
        TestBrowser ada = signedInAs("ada");
        String link = linkOn(ada.fillIn("/admin/accounts/new", Map.of("username", "eve", "role", "ANALYST")));

        HttpResponse<String> answer = browser().fillIn(link, Map.of("password", "short", "repeated", "shorter"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#password\"", "href=\"#repeated\"");
        assertThat(browser().get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheFormTokenNothingChanges() {
        TestBrowser ada = signedInAs("ada");

        for (String what : List.of("role", "closed", "opened", "link", "passkeys", "delete")) {
            assertThat(ada.post(pageOf("ann") + "/" + what, Map.of("role", "ADMINISTRATOR"))
                            .statusCode())
                    .as(what)
                    .isEqualTo(403);
        }
        assertThat(accounts.findByUsername("ann").orElseThrow().role()).isEqualTo(Role.ANALYST);
    }

    @Test
    void anAnalystCanChangeNoAccount() {
        TestBrowser ann = signedInAs("ann");
        String token = ann.formToken("/admin/test-form");

        for (String what : List.of("role", "closed", "opened", "link", "passkeys", "delete")) {
            assertThat(ann.post(pageOf("ada") + "/" + what, Map.of("role", "ANALYST", "_csrf", token))
                            .statusCode())
                    .as(what)
                    .isEqualTo(403);
        }
        assertThat(ann.get("/admin").body()).doesNotContain("/admin/accounts", "/admin/audit");
    }

    @Test
    void closingAnAccountEndsItsSessionsForGood() {
        TestBrowser ada = signedInAs("ada");
        TestBrowser ann = signedInAs("ann");

        change(ada, "ann", "closed", Map.of());
        change(ada, "ann", "opened", Map.of());

        assertThat(ann.get("/admin/test-page").statusCode()).isEqualTo(302);
        assertThat(signIn("ann", PASSWORD)).isTrue();
    }

    @Test
    void aNewRoleCountsForOpenSessionsAtOnce() {
        TestBrowser ada = signedInAs("ada");
        TestBrowser ann = signedInAs("ann");

        change(ada, "ann", "role", Map.of("role", "ADMINISTRATOR"));

        assertThat(ann.get("/admin/accounts").body()).contains("ada").contains("(you)");
    }

    @Test
    void anAdministratorMayGoWhereAnotherStays() {
        TestBrowser ada = signedInAs("ada");
        change(ada, "ann", "role", Map.of("role", "ADMINISTRATOR"));

        change(ada, "ada", "delete", Map.of());

        assertThat(ada.get("/admin").headers().firstValue("Location")).contains("/admin/sign-in");
        assertThat(signIn("ada", PASSWORD)).isFalse();
    }

    @Test
    void theLastAdministratorIsToldWhyNot() {
        TestBrowser ada = signedInAs("ada");

        HttpResponse<String> answer =
                ada.post(pageOf("ada") + "/closed", Map.of("_csrf", ada.formToken(pageOf("ada"))));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#state\"", "Nobody else could manage the accounts");
        assertThat(ada.get("/admin/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherLinkEndsThePasswordAndTheSessions() {
        TestBrowser ada = signedInAs("ada");
        TestBrowser ann = signedInAs("ann");

        String link = linkOn(ada.post(pageOf("ann") + "/link", Map.of("_csrf", ada.formToken(pageOf("ann")))));

        assertThat(ann.get("/admin/test-page").statusCode()).isEqualTo(302);
        assertThat(signIn("ann", PASSWORD)).isFalse();
        assertThat(browser().get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void aClosedAccountIsOfferedNoLinkAndAnOlderPageIsToldWhy() {
        TestBrowser ada = signedInAs("ada");
        String offer = "action=\"" + pageOf("ann") + "/link\"";
        assertThat(ada.get(pageOf("ann")).body()).contains(offer);

        change(ada, "ann", "closed", Map.of());

        assertThat(ada.get(pageOf("ann")).body()).doesNotContain(offer).contains("Open the account first");
        HttpResponse<String> answer = ada.post(pageOf("ann") + "/link", Map.of("_csrf", ada.formToken(pageOf("ann"))));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#link\"", "id=\"link\"", "This account is closed");
        change(ada, "ann", "opened", Map.of());
        assertThat(signIn("ann", PASSWORD)).isTrue();
    }

    @Test
    void whoChangesTheirPasswordStaysSignedInHereAndNowhereElse() {
        TestBrowser here = signedInAs("ann");
        TestBrowser elsewhere = signedInAs("ann");
        String before = here.cookie("three-signs-session");

        HttpResponse<String> answer = here.fillIn(
                "/admin/password", Map.of("old", PASSWORD, "password", OTHER_PASSWORD, "repeated", OTHER_PASSWORD));

        assertThat(answer.headers().firstValue("Location")).contains("/admin/password?changed");
        assertThat(here.get("/admin/password?changed").body()).contains("Your password is changed");
        assertThat(here.cookie("three-signs-session")).isNotEqualTo(before);
        assertThat(elsewhere.get("/admin/test-page").statusCode()).isEqualTo(302);
        assertThat(signIn("ann", PASSWORD)).isFalse();
        assertThat(signIn("ann", OTHER_PASSWORD)).isTrue();
    }

    @Test
    void aWrongOldPasswordIsSaidAtItsFieldAndNothingTypedComesBack() {
        TestBrowser ann = signedInAs("ann");

        HttpResponse<String> answer = ann.fillIn(
                "/admin/password", Map.of("old", "wrong", "password", OTHER_PASSWORD, "repeated", OTHER_PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#old\"", "old-error").doesNotContain(OTHER_PASSWORD);
    }

    @Test
    void theAuditLogIsFilteredAndWhatCannotBeIsTakenAsNotSaid() {
        TestBrowser ada = signedInAs("ada");
        signIn("ada", "wrong");

        assertThat(ada.get("/admin/audit?event=sign-in-failed").body())
                .contains("<td>Sign in failed</td>")
                .doesNotContain("<td>Signed in</td>");
        assertThat(ada.get("/admin/audit?event=%27&page=-1").body()).contains("<td>Signed in</td>");
    }

    @Test
    void aNumberAfterTheLastPageOfTheAuditLogIsTheLastPage() {
        TestBrowser ada = signedInAs("ada");
        for (int i = 0; i < AuditLog.ENTRIES_A_PAGE; i++) {
            audit.record(AuditEvent.SIGNED_OUT, "ann");
        }

        assertThat(List.of("3", "42949673", "42949674", "99999999", "2147483648", "99999999999999999999"))
                .allSatisfy(number -> assertThat(
                                ada.get("/admin/audit?page=" + number).body())
                        .contains("Page 2 of 2"));
    }

    private void change(TestBrowser browser, String name, String what, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", browser.formToken(pageOf(name)));
        assertThat(browser.post(pageOf(name) + "/" + what, form).statusCode()).isEqualTo(302);
    }

    private String pageOf(String name) {
        return "/admin/accounts/" + accounts.findByUsername(name).orElseThrow().id();
    }

    private static String linkOn(HttpResponse<String> answer) {
        Matcher link = LINK.matcher(answer.body());
        assertThat(link.find()).as(answer.body()).isTrue();
        return link.group(1);
    }

    private TestBrowser browser() {
        return new TestBrowser(port);
    }

    private TestBrowser signedInAs(String name) {
        TestBrowser browser = browser();
        browser.signIn(name, PASSWORD);
        return browser;
    }

    private boolean signIn(String name, String password) {
        return browser().signIn(name, password).statusCode() == 302;
    }

    private void add(String name, Role role) {
        Instant madeAt = Instant.parse("2026-11-23T17:00:00Z");
        accounts.save(new Account(UUID.randomUUID(), new Username(name), passwords.hash(PASSWORD), role, true, madeAt));
    }
}

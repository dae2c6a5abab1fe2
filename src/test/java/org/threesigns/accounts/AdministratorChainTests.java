package org.threesigns.accounts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.web.SecurityHeaders;

/** The administrators' chain: who gets in, and with what. */
@AdministratorTest
class AdministratorChainTests {

    private static final String PASSWORD = "seven lamps under a bridge";
    private static final String HTTP_SESSION = "three-signs-session";
    private static final String HTTPS_SESSION = "__Host-three-signs-session";

    private final int port;
    private final AccountRepository accounts;
    private final PasswordHasher passwords;
    private final JdbcClient database;

    @Autowired
    AdministratorChainTests(
            @LocalServerPort int port, AccountRepository accounts, PasswordHasher passwords, JdbcClient database) {
        this.port = port;
        this.accounts = accounts;
        this.passwords = passwords;
        this.database = database;
    }

    @BeforeEach
    void haveOneAccountOfEachRole() {
        for (String table : List.of("admin_session", "admin_account", "audit_event", "sign_in_delay")) {
            change("delete from " + table);
        }
        add("ada", Role.ADMINISTRATOR);
        add("ann", Role.ANALYST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/",
                "/admin/test-page",
                "/admin/accounts",
                "/admin/nothing-here",
                "/admin/demo/0123456789ABCDEFGHJK"
            })
    void withoutSignInEveryAddressLeadsToTheSignInPageAndMakesNoSession(String path) {
        HttpResponse<String> answer = browser().get(path);

        assertThat(leadsToSignIn(answer)).isTrue();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(sessions()).isZero();
    }

    @Test
    void anAdministratorsPageCarriesEveryProtectiveHeaderAndIsNeverKept() {
        assertThat(browser().get("/admin/sign-in").headers().map())
                .containsEntry("content-security-policy", List.of(SecurityHeaders.CONTENT_SECURITY_POLICY))
                .containsEntry("permissions-policy", List.of(SecurityHeaders.PERMISSIONS_POLICY_OF_ADMINISTRATORS))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry("referrer-policy", List.of("same-origin"))
                .containsEntry("cache-control", List.of("no-store"))
                .doesNotContainKeys("strict-transport-security", "server");
    }

    @Test
    void openingTheSignInPageWritesNothing() {
        browser().get("/admin/sign-in");

        assertThat(sessions()).isZero();
    }

    @Test
    void whoKnowsNameAndPasswordIsLetInAndWrittenDown() {
        TestBrowser ada = signedInAs("ada");

        assertThat(ada.get("/admin/test-page").body()).isEqualTo("admin page");
        assertThat(audited()).containsExactly("signed-in ada");
    }

    @Test
    void overHttpTheCookiesHaveAPlainName() {
        TestBrowser ada = signedInAs("ada");
        ada.get("/admin");

        assertThat(List.of(ada.cookieAsSent(HTTP_SESSION), ada.cookieAsSent("three-signs-form")))
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Path=/", "HttpOnly", "SameSite=Strict")
                        .doesNotContain("Secure", "Domain", "Expires", "Max-Age"));
    }

    @Test
    void overHttpsTheCookiesAreBoundToTheHostAndSecure() {
        TestBrowser ada = overHttps();
        ada.signIn("ada", PASSWORD);
        HttpResponse<String> home = ada.get("/admin");

        assertThat(home.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(List.of(ada.cookieAsSent(HTTPS_SESSION), ada.cookieAsSent("__Host-three-signs-form")))
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Path=/", "HttpOnly", "SameSite=Strict", "Secure")
                        .doesNotContain("Domain", "Expires", "Max-Age"));
    }

    @Test
    void overHttpsACookieOfThePlainNameIsNotTaken() {
        String session = signedInAs("ada").cookie(HTTP_SESSION);

        assertThat(leadsToSignIn(overHttps().withCookie(HTTP_SESSION, session).get("/admin/test-page")))
                .isTrue();
        assertThat(leadsToSignIn(browser().withCookie(HTTPS_SESSION, session).get("/admin/test-page")))
                .isTrue();
    }

    @Test
    void signingInAgainMakesANewSessionAndEndsTheOld() {
        TestBrowser ada = signedInAs("ada");
        String before = ada.cookie(HTTP_SESSION);

        ada.post(
                "/admin/sign-in",
                Map.of("username", "ada", "password", PASSWORD, "_csrf", ada.formToken("/admin/test-form")));

        assertThat(ada.cookie(HTTP_SESSION)).isNotEqualTo(before);
        assertThat(leadsToSignIn(browser().withCookie(HTTP_SESSION, before).get("/admin/test-page")))
                .isTrue();
    }

    @Test
    void aPlantedSessionIsNotTakenOver() {
        TestBrowser ada = browser().withCookie(HTTP_SESSION, "cGxhbnRlZA==");

        ada.signIn("ada", PASSWORD);

        assertThat(ada.cookie(HTTP_SESSION)).isNotEqualTo("cGxhbnRlZA==");
    }

    @Test
    void aWrongPasswordAnUnknownNameAndAnImpossibleNameSoundTheSame() {
        String wrongPassword = refusalOf("ada", "wrong");

        assertThat(wrongPassword).contains("do not fit together");
        assertThat(refusalOf("nobody-here", "wrong")).isEqualTo(wrongPassword);
        assertThat(refusalOf("not a name!", "wrong")).isEqualTo(wrongPassword);
        assertThat(audited()).containsExactly("sign-in-failed ada", "sign-in-failed null 2");
    }

    @Test
    void aClosedAccountSoundsLikeAWrongPassword() {
        change("update admin_account set enabled = false where username = 'ann'");

        assertThat(refusalOf("ann", PASSWORD)).isEqualTo(refusalOf("ann", "wrong"));
    }

    @Test
    void theNameThatWasTypedIsKeptAndThePasswordIsNot() {
        HttpResponse<String> answer = browser().signIn("Ada \"L\"", "a wrong secret");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "value=\"Ada &quot;L&quot;\"", "<title>Error: ", "href=\"#username\"", "aria-invalid=\"true\"")
                .contains("aria-describedby=\"username-error\"", "id=\"username-error\"")
                .doesNotContain("a wrong secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody-here"})
    void afterAFewWrongTriesEvenTheRightPasswordHasToWait(String name) {
        // Ten seconds and more, so that a slow machine does not sit the wait out.
        change("delete from sign_in_delay");
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            browser().signIn(name, "wrong");
        }
        change("update sign_in_delay set open_from = dateadd('second', 20, open_from)");

        HttpResponse<String> answer = browser().signIn(name, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 21L);
        assertThat(answer.body()).contains("too many wrong tries");
        assertThat(audited()).singleElement().asString().endsWith(" " + SignInThrottle.FREE_TRIES);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "wrong", "00000000-0000-0000-0000-000000000000"})
    void withoutTheRightFormTokenNothingIsTaken(@Nullable String token) {
        TestBrowser ada = signedInAs("ada");
        Map<String, String> form = new LinkedHashMap<>(Map.of("username", "ann", "password", PASSWORD));
        if (token != null) {
            form.put("_csrf", token);
        }

        assertThat(ada.post("/admin/test-page", form).statusCode()).isEqualTo(403);
        assertThat(ada.post("/admin/sign-in", form).statusCode()).isEqualTo(403);
        assertThat(ada.post("/admin/sign-out", form).statusCode()).isEqualTo(403);
        assertThat(ada.get("/admin/test-page").statusCode()).isEqualTo(200);
    }

    @Test
    void theFormTokenOfAnotherBrowserIsWorthNothing() {
        TestBrowser ada = signedInAs("ada");
        TestBrowser ann = signedInAs("ann");
        String ofAda = ada.formToken("/admin/test-form");
        String ofAnn = ann.formToken("/admin/test-form");

        assertThat(ada.post("/admin/test-page", Map.of("_csrf", ofAnn)).statusCode())
                .isEqualTo(403);
        assertThat(ada.post("/admin/test-page", Map.of("_csrf", ofAda)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theFormTokenFromBeforeSignInIsWorthNothingAfter() {
        TestBrowser ada = browser();
        String before = ada.formToken("/admin/sign-in");
        ada.signIn("ada", PASSWORD);

        assertThat(ada.post("/admin/test-page", Map.of("_csrf", before)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSessionOnTheServerToo() {
        TestBrowser ada = signedInAs("ada");
        String session = ada.cookie(HTTP_SESSION);

        HttpResponse<String> answer = ada.post("/admin/sign-out", Map.of("_csrf", ada.formToken("/admin/test-form")));

        assertThat(answer.headers().firstValue("Location")).contains("/admin/sign-in?signed-out");
        assertThat(leadsToSignIn(browser().withCookie(HTTP_SESSION, session).get("/admin/test-page")))
                .isTrue();
        assertThat(audited()).containsExactly("signed-in ada", "signed-out ada");
    }

    @Test
    void nobodyIsSignedOutByALink() {
        TestBrowser ada = signedInAs("ada");

        ada.get("/admin/sign-out");

        assertThat(ada.get("/admin/test-page").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update admin_account set password_changed_at = timestamp with time zone '2030-01-01 00:00:00+00'",
                "update admin_account set enabled = false",
                "delete from admin_account"
            })
    void aSessionEndsAtOnceWithWhatItStandsOn(String change) {
        TestBrowser ann = signedInAs("ann");

        change(change);

        assertThat(leadsToSignIn(ann.get("/admin/test-page"))).isTrue();
        assertThat(sessions()).isZero();
    }

    @Test
    void anIdleSessionEnds() {
        TestBrowser ada = signedInAs("ada");
        long longAgo = Instant.now().minus(Duration.ofMinutes(31)).toEpochMilli();

        change("update admin_session set last_access_time = " + longAgo);

        assertThat(leadsToSignIn(ada.get("/admin/test-page"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/accounts", "/admin/audit", "/admin/export", "/admin/export/x"})
    void anAnalystSeesAggregatesOnly(String path) {
        TestBrowser ann = signedInAs("ann");
        TestBrowser ada = signedInAs("ada");

        assertThat(ann.get(path).statusCode()).isEqualTo(403);
        assertThat(ann.get("/admin/test-page").statusCode()).isEqualTo(200);
        assertThat(ada.get(path).statusCode()).isNotEqualTo(403);
    }

    @Test
    void aChangedRoleCountsAtOnce() {
        TestBrowser ada = signedInAs("ada");

        change("update admin_account set role = 'analyst' where username = 'ada'");

        assertThat(ada.get("/admin/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsKeptOfASessionNamesNoMachine() {
        signedInAs("ada");

        assertThat(database.sql("select attribute_bytes from admin_session_attributes")
                        .query((row, number) -> new String(row.getBytes(1), ISO_8859_1))
                        .list())
                .isNotEmpty()
                .allSatisfy(
                        kept -> assertThat(kept).doesNotContain("127.0.0.1", "localhost", "argon2", "springframework"));
    }

    @Test
    void onARespondentsPageAnAdministratorIsNobody() {
        TestBrowser ada = signedInAs("ada");
        HttpResponse<String> page = ada.get("/en/test-page");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void onceThereIsAnAccountThereIsNoSetUp() {
        TestBrowser anybody = browser();
        String token = anybody.formToken("/admin/sign-in");

        assertThat(anybody.get("/admin/set-up").statusCode()).isEqualTo(404);
        assertThat(anybody.post("/admin/set-up", Map.of("_csrf", token)).statusCode())
                .isEqualTo(404);
    }

    private String refusalOf(String name, String password) {
        HttpResponse<String> answer = browser().signIn(name, password);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body().replace("value=\"" + name + "\"", "").replaceAll("name=\"_csrf\"[^>]*", "");
    }

    private TestBrowser browser() {
        return new TestBrowser(port);
    }

    private TestBrowser overHttps() {
        return browser().withHeader("X-Forwarded-Proto", "https");
    }

    private TestBrowser signedInAs(String name) {
        TestBrowser browser = browser();
        assertThat(browser.signIn(name, PASSWORD).headers().firstValue("Location"))
                .contains("/admin");
        return browser;
    }

    private static boolean leadsToSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").equals("/admin/sign-in");
    }

    private void add(String name, Role role) {
        Instant madeAt = Instant.parse("2026-11-23T17:00:00Z");
        accounts.save(new Account(UUID.randomUUID(), new Username(name), passwords.hash(PASSWORD), role, true, madeAt));
    }

    private void change(String sql) {
        database.sql(sql).update();
    }

    private List<String> audited() {
        return database.sql("select event, actor, times from audit_event order by id")
                .query((row, number) ->
                        row.getString(1) + " " + row.getString(2) + (row.getInt(3) == 1 ? "" : " " + row.getInt(3)))
                .list();
    }

    private int sessions() {
        return database.sql("select count(*) from admin_session")
                .query(Integer.class)
                .single();
    }
}

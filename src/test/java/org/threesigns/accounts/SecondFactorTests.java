package org.threesigns.accounts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in to an account with a passkey, and what somebody gets who has its password alone. */
@AdministratorTest
class SecondFactorTests {

    private static final String PASSWORD = "seven lamps under a bridge";
    private static final String OTHER_PASSWORD = "four kettles beside the harbour";
    private static final String STEP = "/admin/sign-in/passkey";
    private static final String SESSION = "three-signs-session";

    private final int port;
    private final AccountRepository accounts;
    private final PasswordHasher passwords;
    private final JdbcClient database;

    private final TestAuthenticator key = new TestAuthenticator();
    private TestBrowser ada;

    @Autowired
    SecondFactorTests(
            @LocalServerPort int port, AccountRepository accounts, PasswordHasher passwords, JdbcClient database) {
        this.port = port;
        this.accounts = accounts;
        this.passwords = passwords;
        this.database = database;
        this.ada = new TestBrowser(port);
    }

    @BeforeEach
    void adaHasAPasskeyAndAnnHasNone() {
        for (String table : List.of("admin_session", "admin_account", "audit_event", "sign_in_delay")) {
            database.sql("delete from " + table).update();
        }
        add("ada", Role.ADMINISTRATOR);
        add("ann", Role.ANALYST);
        ada = signedIn("ada");
        addPasskey(ada, "blue key", key);
        database.sql("delete from audit_event").update();
    }

    @Test
    void afterThePasswordComesThePasskeyAndThenThePages() {
        TestBrowser browser = new TestBrowser(port);
        assertThat(location(browser.signIn("ada", PASSWORD))).isEqualTo(STEP);
        String halfway = browser.cookie(SESSION);

        HttpResponse<String> answer = show(browser, key);

        assertThat(location(answer)).isEqualTo("/admin");
        assertThat(browser.cookie(SESSION)).isNotEqualTo(halfway);
        assertThat(browser.get("/admin/accounts").statusCode()).isEqualTo(200);
        assertThat(location(new TestBrowser(port).withCookie(SESSION, halfway).get("/admin")))
                .isEqualTo("/admin/sign-in");
        assertThat(audited()).containsExactly("passkey-asked-for ada", "signed-in ada");
    }

    @Test
    void anAccountWithoutAPasskeySignsInAsBefore() {
        assertThat(location(new TestBrowser(port).signIn("ann", PASSWORD))).isEqualTo("/admin");
        assertThat(audited()).containsExactly("signed-in ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/",
                "/admin/test-page",
                "/admin/codebook",
                "/admin/groups",
                "/admin/accounts",
                "/admin/accounts/new",
                "/admin/audit",
                "/admin/password",
                "/admin/passkeys",
                "/admin/passkeys/new",
                "/admin/passkeys/new/key",
                "/admin/export/responses.csv",
                "/admin/export/codebook.csv",
                "/admin/export/figures.json",
                "/admin/sign-in/passkey/x",
                "/admin/nothing-here"
            })
    void halfwayNothingOpensButTheStepItself(String path) {
        TestBrowser halfway = halfway();
        String token = halfway.formToken(STEP);

        assertThat(location(halfway.get(path))).isEqualTo(STEP);
        assertThat(location(halfway.post(path, Map.of("_csrf", token)))).isEqualTo(STEP);
        assertThat(halfway.post(path, Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void halfwayTheSignInPageLeadsOnAndStaticFilesAreThere() {
        TestBrowser halfway = halfway();

        assertThat(location(halfway.get("/admin/sign-in"))).isEqualTo("/admin");
        assertThat(halfway.get("/assets/passkey.js").statusCode()).isEqualTo(200);
    }

    @Test
    void halfwayOneCanStop() {
        TestBrowser halfway = halfway();

        HttpResponse<String> answer = halfway.fillIn(STEP, Map.of(), "/admin/sign-out");

        assertThat(location(answer)).isEqualTo("/admin/sign-in?signed-out");
        assertThat(location(halfway.get(STEP))).isEqualTo("/admin/sign-in");
        assertThat(audited()).containsExactly("passkey-asked-for ada");
    }

    @Test
    void withoutThePasswordNobodyIsAsked() {
        TestBrowser stranger = new TestBrowser(port);
        String token = stranger.formToken("/admin/sign-in");

        assertThat(location(stranger.get(STEP))).isEqualTo("/admin/sign-in");
        assertThat(location(stranger.post(STEP, Map.of("_csrf", token, "passkey", "{}"))))
                .isEqualTo("/admin/sign-in");
        assertThat(location(stranger.get(STEP + "?wrong"))).isEqualTo("/admin/sign-in");
        assertThat(audited()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "not json",
                "{\"id\":\"x\",\"rawId\":\"eA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}"
            })
    void whatIsNoAnswerIsRefusedAndCounted(String answer) {
        TestBrowser halfway = halfway();

        assertThat(location(halfway.fillIn(STEP, Map.of("passkey", answer)))).isEqualTo(STEP + "?wrong");
        assertThat(halfway.get(STEP + "?wrong").body()).contains("<title>Error: ", "was not accepted");
        assertThat(location(halfway.get("/admin"))).isEqualTo(STEP);
        assertThat(audited()).containsExactly("passkey-asked-for ada", "passkey-failed ada");
    }

    @Test
    void withoutTheFormTokenNoFormIsTaken() {
        TestBrowser halfway = halfway();
        HttpResponse<String> page = halfway.get(STEP);
        String answer = key.show(TestBrowser.passkeyOptionsOn(page), origin());
        UUID passkey =
                database.sql("select id from admin_passkey").query(UUID.class).single();

        assertThat(halfway.post(STEP, Map.of("passkey", answer)).statusCode()).isEqualTo(403);
        for (String path : List.of("/new", "/new/key", "/" + passkey + "/remove")) {
            Map<String, String> form =
                    Map.of("name", "mine", "password", PASSWORD, "passkey", "{}", "_csrf", "made up");
            assertThat(ada.post("/admin/passkeys" + path, form).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(location(halfway.post(STEP, form(page, answer)))).isEqualTo("/admin");
        assertThat(audited()).containsExactly("passkey-asked-for ada", "signed-in ada");
    }

    @Test
    void somebodyElsesPasskeyIsNotThereToBeRemoved() {
        UUID passkey =
                database.sql("select id from admin_passkey").query(UUID.class).single();

        assertThat(signedIn("ann").get("/admin/passkeys/" + passkey + "/remove").statusCode())
                .isEqualTo(404);
        assertThat(ada.get("/admin/passkeys/nonsense/remove").statusCode()).isEqualTo(400);
    }

    @Test
    void anotherKeyAndAnotherAccountsPasskeyAreRefused() {
        TestAuthenticator ofAnn = new TestAuthenticator();
        addPasskey(signedIn("ann"), "phone", ofAnn);
        TestBrowser halfway = halfway();

        assertThat(location(show(halfway, new TestAuthenticator()))).isEqualTo(STEP + "?wrong");
        assertThat(location(show(halfway, ofAnn))).isEqualTo(STEP + "?wrong");
        assertThat(location(show(halfway, key))).isEqualTo("/admin");
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example", "http://localhost:1", "http://127.0.0.1:8080"})
    void anAnswerFromAnotherSitesPageIsRefused(String origin) {
        TestBrowser halfway = halfway();
        HttpResponse<String> page = halfway.get(STEP);

        assertThat(location(halfway.post(STEP, form(page, key.show(TestBrowser.passkeyOptionsOn(page), origin)))))
                .isEqualTo(STEP + "?wrong");
    }

    @Test
    void anAnswerIsGoodOnce() {
        TestBrowser halfway = halfway();
        HttpResponse<String> page = halfway.get(STEP);
        Map<String, String> wrong =
                form(page, new TestAuthenticator().show(TestBrowser.passkeyOptionsOn(page), origin()));
        Map<String, String> late = form(page, key.withCounter(40).show(TestBrowser.passkeyOptionsOn(page), origin()));

        assertThat(location(halfway.post(STEP, wrong))).isEqualTo(STEP + "?wrong");
        assertThat(location(halfway.post(STEP, late))).isEqualTo(STEP + "?wrong");
        assertThat(location(show(halfway, key))).isEqualTo("/admin");
    }

    @Test
    void anAnswerOfOneSessionIsWorthNothingInAnother() {
        String answer = key.show(TestBrowser.passkeyOptionsOn(halfway().get(STEP)), origin());
        TestBrowser other = halfway();

        assertThat(location(other.fillIn(STEP, Map.of("passkey", answer)))).isEqualTo(STEP + "?wrong");
    }

    @Test
    void aCopyOfAPasskeyIsFoundOutByItsCounter() {
        assertThat(location(show(halfway(), key.withCounter(50)))).isEqualTo("/admin");

        assertThat(location(show(halfway(), key.withCounter(50)))).isEqualTo(STEP + "?wrong");
        assertThat(location(show(halfway(), key.withCounter(20)))).isEqualTo(STEP + "?wrong");
        assertThat(database.sql("select detail from audit_event where event = 'passkey-failed'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(detail -> assertThat(detail).contains("there may be a copy"));
    }

    @Test
    void guessingIsSlowedDownWhateverThePasswordStepSays() {
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            TestBrowser browser = halfway();
            browser.fillIn(STEP, Map.of("passkey", "{}"));
        }
        database.sql("update sign_in_delay set open_from = dateadd('second', 20, open_from)")
                .update();
        TestBrowser halfway = new TestBrowser(port);
        assertThat(location(halfway.signIn("ada", PASSWORD))).isEqualTo(STEP);

        String location = location(show(halfway, key));

        assertThat(location).matches(Pattern.quote(STEP) + "\\?wait=\\d+");
        assertThat(halfway.get(location).body()).contains("seconds, then try again");
        assertThat(audited()).contains("passkey-failed ada 4");
    }

    @Test
    void aNewPasswordByALinkStillAsksForThePasskey() {
        add("eve", Role.ADMINISTRATOR);
        TestBrowser eve = signedIn("eve");
        String pageOfAda = "/admin/accounts/" + idOf("ada");
        Matcher link = Pattern.compile("(/admin/new-password/[A-Z0-9-]{23})<")
                .matcher(eve.fillIn(pageOfAda, Map.of(), pageOfAda + "/link").body());
        assertThat(link.find()).isTrue();
        new TestBrowser(port).fillIn(link.group(1), Map.of("password", OTHER_PASSWORD, "repeated", OTHER_PASSWORD));

        assertThat(location(new TestBrowser(port).signIn("ada", OTHER_PASSWORD)))
                .isEqualTo(STEP);
    }

    @Test
    void anAdministratorTakesLostPasskeysAwayAndEveryOpenSessionIsOver() {
        add("eve", Role.ADMINISTRATOR);
        TestBrowser eve = signedIn("eve");
        TestBrowser halfway = halfway();
        String pageOfAda = "/admin/accounts/" + idOf("ada");
        assertThat(eve.get(pageOfAda).body()).contains("1 passkey");

        assertThat(location(eve.fillIn(pageOfAda, Map.of(), pageOfAda + "/passkeys")))
                .isEqualTo("/admin/accounts?done=passkeys");

        assertThat(location(ada.get("/admin"))).isEqualTo("/admin/sign-in");
        assertThat(location(halfway.get("/admin"))).isEqualTo("/admin/sign-in");
        assertThat(location(new TestBrowser(port).signIn("ada", PASSWORD))).isEqualTo("/admin");
        assertThat(audited()).contains("passkeys-taken-away eve");
    }

    @Test
    void nobodyTakesTheirOwnPasskeysAwayWithoutThePassword() {
        String page = "/admin/accounts/" + idOf("ada");
        HttpResponse<String> answer = ada.fillIn(page, Map.of(), page + "/passkeys");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This is your own account");
        assertThat(accounts.findById(idOf("ada")).orElseThrow().hasPasskey()).isTrue();
    }

    @Test
    void halfwayTheSessionHoldsNoClassOfALibrary() {
        TestBrowser halfway = halfway();
        halfway.get(STEP);

        assertThat(database.sql("select attribute_bytes from admin_session_attributes")
                        .query((row, number) -> new String(row.getBytes(1), ISO_8859_1))
                        .list())
                .anySatisfy(kept -> assertThat(kept).contains("Challenge"))
                .allSatisfy(kept -> assertThat(kept).doesNotContain("springframework", "webauthn4j", "127.0.0.1"));
    }

    @Test
    void theStepsPageMayUsePasskeysAndAnotherPageMayNot() {
        assertThat(halfway().get(STEP).headers().firstValue("Permissions-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("publickey-credentials-get=(self)"));
        assertThat(new TestBrowser(port).get("/en").headers().firstValue("Permissions-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("publickey-credentials-get=()"));
    }

    @Test
    void underAnotherNameThePageSaysWherePasskeysWork() {
        TestBrowser halfway = halfway().withHeader("X-Forwarded-Host", "other.example");

        assertThat(halfway.get(STEP).body())
                .contains("Passkeys do not work at this address")
                .doesNotContain("data-options");
    }

    private void addPasskey(TestBrowser browser, String name, TestAuthenticator authenticator) {
        assertThat(location(browser.fillIn("/admin/passkeys/new", Map.of("name", name, "password", PASSWORD))))
                .isEqualTo("/admin/passkeys/new/key");
        HttpResponse<String> page = browser.get("/admin/passkeys/new/key");
        assertThat(location(browser.post(
                        "/admin/passkeys/new/key",
                        form(page, authenticator.make(TestBrowser.passkeyOptionsOn(page), origin())))))
                .isEqualTo("/admin/passkeys?done=added");
    }

    private HttpResponse<String> show(TestBrowser browser, TestAuthenticator authenticator) {
        HttpResponse<String> page = browser.get(STEP);
        return browser.post(STEP, form(page, authenticator.show(TestBrowser.passkeyOptionsOn(page), origin())));
    }

    private static Map<String, String> form(HttpResponse<String> page, String answer) {
        return Map.of("passkey", answer, "_csrf", TestBrowser.formTokenOn(page));
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private TestBrowser halfway() {
        TestBrowser browser = new TestBrowser(port);
        assertThat(location(browser.signIn("ada", PASSWORD))).isEqualTo(STEP);
        return browser;
    }

    private TestBrowser signedIn(String name) {
        TestBrowser browser = new TestBrowser(port);
        assertThat(location(browser.signIn(name, PASSWORD))).isEqualTo("/admin");
        return browser;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none, but " + answer.statusCode());
    }

    private UUID idOf(String name) {
        return accounts.findByUsername(name).orElseThrow().id();
    }

    private void add(String name, Role role) {
        Instant madeAt = Instant.parse("2026-11-23T17:00:00Z");
        accounts.save(new Account(UUID.randomUUID(), new Username(name), passwords.hash(PASSWORD), role, true, madeAt));
    }

    private List<String> audited() {
        return database.sql("select event, actor, times from audit_event order by id")
                .query((row, number) ->
                        row.getString(1) + " " + row.getString(2) + (row.getInt(3) == 1 ? "" : " " + row.getInt(3)))
                .list();
    }
}

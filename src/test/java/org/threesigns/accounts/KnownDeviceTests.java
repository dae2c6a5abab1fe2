package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Strangers who try an account slow each other down, and nobody on a device that the account knows. */
@AdministratorTest
class KnownDeviceTests {

    private static final String PASSWORD = "seven lamps under a bridge";
    private static final String OTHER_PASSWORD = "nine boats below the harbour";
    private static final String COOKIE = DeviceCookies.NAME;
    private static final int STRANGERS = 4;

    private final AtomicBoolean attacking = new AtomicBoolean();
    private final AtomicInteger addresses = new AtomicInteger();
    private final int port;
    private final AccountRepository accounts;
    private final PasswordHasher passwords;
    private final DeviceCookies devices;
    private final JdbcClient database;

    @Autowired
    KnownDeviceTests(
            @LocalServerPort int port,
            AccountRepository accounts,
            PasswordHasher passwords,
            DeviceCookies devices,
            JdbcClient database) {
        this.port = port;
        this.accounts = accounts;
        this.passwords = passwords;
        this.devices = devices;
        this.database = database;
    }

    @BeforeEach
    void haveTwoAccounts() {
        for (String table : List.of("admin_session", "admin_account", "audit_event", "sign_in_delay")) {
            database.sql("delete from " + table).update();
        }
        add("ada");
        add("grace");
    }

    @Test
    void strangersWhoTryAnAccountKeepItsOwnerOutOfNothing() throws InterruptedException {
        TestBrowser signedIn = new TestBrowser(port);
        signedIn.signIn("ada", PASSWORD);
        String device = signedIn.cookie(COOKIE);
        ExecutorService strangers = attackOn("ada");
        try {
            for (int i = 0; i < 5; i++) {
                assertThat(leadsTo(browserWith(device).signIn("ada", PASSWORD))).isEqualTo("/admin");
            }
            assertThat(leadsTo(signedIn.fillIn("/admin/passkeys/new", Map.of("name", "key", "password", PASSWORD))))
                    .isEqualTo("/admin/passkeys/new/key");
            assertThat(leadsTo(signedIn.fillIn("/admin/password", newPassword())))
                    .isEqualTo("/admin/password?changed");
            assertThat(leadsTo(browserWith(signedIn.cookie(COOKIE)).signIn("ada", OTHER_PASSWORD)))
                    .isEqualTo("/admin");
        } finally {
            attacking.set(false);
            strangers.shutdown();
            assertThat(strangers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void guessesOnAKnownDeviceSlowThatDeviceAlone() {
        String device = deviceOf("ada");
        String other = deviceOf("ada");
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            browserWith(device).signIn("ada", "wrong");
        }
        database.sql("update sign_in_delay set open_from = dateadd('second', 20, open_from)")
                .update();

        assertThat(browserWith(device).signIn("ada", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(leadsTo(browserWith(other).signIn("ada", PASSWORD))).isEqualTo("/admin");
        assertThat(leadsTo(new TestBrowser(port).signIn("ada", PASSWORD))).isEqualTo("/admin");
    }

    @Test
    void theCookieIsForTheAdministrationAlone() {
        TestBrowser ada = new TestBrowser(port);
        ada.signIn("ada", PASSWORD);

        assertThat(ada.cookieAsSent(COOKIE))
                .contains("; Path=/admin;", "; HttpOnly", "; SameSite=Strict", "; Max-Age=15552000")
                .doesNotContain("; Secure", "Domain");
    }

    @Test
    void overHttpsTheCookieHasANameThatOnlyHttpsCanSet() {
        TestBrowser ada = new TestBrowser(port).withHeader("X-Forwarded-Proto", "https");
        ada.signIn("ada", PASSWORD);

        assertThat(ada.cookieAsSent("__Secure-" + COOKIE)).contains("; Path=/admin;", "; Secure", "; HttpOnly");
    }

    @Test
    void aWrongPasswordMakesNoDeviceKnown() {
        assertThat(new TestBrowser(port).signIn("ada", "wrong").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith(COOKIE));
    }

    @Test
    void aDeviceIsKnownToOneAccountUntilItsPasswordChanges() {
        String device = deviceOf("ada");
        Account ada = account("ada");

        assertThat(devices.recognise(ada, device)).isPresent();
        assertThat(devices.recognise(account("grace"), device)).isEmpty();

        ada.setPasswordHash(passwords.hash(PASSWORD), java.time.Clock.systemUTC());
        assertThat(devices.recognise(ada, device)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA.", "x.y"})
    void whatIsNoCookieOfOursIsNoDevice(String cookie) {
        assertThat(devices.recognise(account("ada"), cookie)).isEmpty();
    }

    @Test
    void anotherNameForTheDeviceNeedsAnotherCode() {
        String device = deviceOf("ada");
        String forged = (device.startsWith("A") ? "B" : "A") + device.substring(1);

        assertThat(devices.recognise(account("ada"), forged)).isEmpty();
    }

    /** Some who try wrong passwords without a pause, each from another address. */
    private ExecutorService attackOn(String name) throws InterruptedException {
        attacking.set(true);
        ExecutorService strangers = Executors.newFixedThreadPool(STRANGERS);
        for (int i = 0; i < STRANGERS; i++) {
            TestBrowser stranger = stranger();
            strangers.execute(() -> {
                while (attacking.get()) {
                    stranger.signIn(name, "wrong");
                }
            });
        }
        while (stranger().signIn(name, PASSWORD).statusCode() != 429) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return strangers;
    }

    private TestBrowser stranger() {
        return new TestBrowser(port).withHeader("X-Forwarded-For", "203.0.113." + addresses.incrementAndGet() % 250);
    }

    private TestBrowser browserWith(String device) {
        return new TestBrowser(port).withCookie(COOKIE, device);
    }

    private String deviceOf(String name) {
        TestBrowser browser = new TestBrowser(port);
        browser.signIn(name, PASSWORD);
        return browser.cookie(COOKIE);
    }

    private static Map<String, String> newPassword() {
        return Map.of("old", PASSWORD, "password", OTHER_PASSWORD, "repeated", OTHER_PASSWORD);
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere, but to a " + answer.statusCode());
    }

    private Account account(String name) {
        return accounts.findByUsername(name).orElseThrow();
    }

    private void add(String name) {
        accounts.save(new Account(
                UUID.randomUUID(),
                new Username(name),
                passwords.hash(PASSWORD),
                Role.ADMINISTRATOR,
                true,
                Instant.parse("2026-11-23T17:00:00Z")));
    }
}

package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that takes a post, found where Spring has them: none is left out, nor will the next one be. */
@AdministratorTest
class EveryPostTests {

    private static final String PASSWORD = "seven lamps under a bridge";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FORM_COOKIE = "three-signs-form";

    private final int port;
    private final AccountRepository accounts;
    private final PasswordHasher passwords;
    private final JdbcClient database;
    private final RequestMappingHandlerMapping mappings;

    @Autowired
    EveryPostTests(
            @LocalServerPort int port,
            AccountRepository accounts,
            PasswordHasher passwords,
            JdbcClient database,
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.port = port;
        this.accounts = accounts;
        this.passwords = passwords;
        this.database = database;
        this.mappings = requestMappingHandlerMapping;
    }

    @BeforeEach
    void haveOneAccount() {
        for (String table : List.of("admin_session", "admin_account", "audit_event", "sign_in_delay")) {
            database.sql("delete from " + table).update();
        }
        var madeAt = Instant.parse("2026-11-23T17:00:00Z");
        accounts.save(new Account(
                UUID.randomUUID(), new Username("ada"), passwords.hash(PASSWORD), Role.ADMINISTRATOR, true, madeAt));
    }

    @Test
    void thereAreSomeOfEither() {
        assertThat(respondentsPosts())
                .contains("/en/check/three-signs", "/en/result/AAAAAAAAAAAAAAAAAAAAAAAA/delete")
                .hasSizeGreaterThan(5);
        assertThat(administratorsPosts())
                .contains("/admin/sign-in", "/admin/sign-out", "/admin/accounts/new", "/admin/password")
                .hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Sec-Fetch-Site, Origin
                "cross-site, -",
                "same-site, -",
                "CROSS-SITE, -",
                "' cross-site ', -",
                "'same-origin, cross-site', -",
                "cross-site, null",
                "cross-site, http://localhost:PORT",
                "-, http://evil.example",
                "-, https://evil.example",
                "-, http://localhost",
                "-, http://localhost:1",
                "-, http://localhost.:PORT",
                "-, http://sub.localhost:PORT",
                "-, http://localhost.evil.example:PORT",
                "-, http://localhost:PORT@evil.example",
                "-, http://127.0.0.1:PORT",
                "-, http://[::1]:PORT",
                "-, http://localhost:PORT/",
                "-, //localhost:PORT",
                "-, localhost:PORT",
                "-, file://",
                "-, chrome-extension://abcdefgh",
                "-, 'null, http://evil.example'",
                "-, NULL"
            })
    void noRespondentsPostIsTakenFromAnywhereElse(@Nullable String fetchSite, @Nullable String origin) {
        assertThat(respondentsPosts()).allSatisfy(path -> {
            var browser = new TestBrowser(port);
            if (fetchSite != null) {
                browser.withHeader("Sec-Fetch-Site", fetchSite);
            }
            if (origin != null) {
                browser.withHeader("Origin", origin.replace("PORT", String.valueOf(port)));
            }
            assertThat(browser.post(path, Map.of()).statusCode()).as(path).isEqualTo(403);
        });
    }

    /** What a form holds instead of the right token, made of that and of what the cookie holds. */
    record Wrong(String what, BinaryOperator<String> body) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Wrong> wrongTokens() {
        return Stream.of(
                new Wrong("none", (right, cookie) -> ""),
                new Wrong("an empty one", (right, cookie) -> "_csrf="),
                new Wrong("a blank one", (right, cookie) -> "_csrf=+"),
                new Wrong("what a script sends by mistake", (right, cookie) -> "_csrf=undefined"),
                new Wrong("one that is made up", (right, cookie) -> "_csrf=" + UUID.randomUUID()),
                new Wrong("what the cookie holds", (right, cookie) -> "_csrf=" + cookie),
                new Wrong("one too short", (right, cookie) -> "_csrf=" + right.substring(1)),
                new Wrong("one too long", (right, cookie) -> "_csrf=" + right + "AAAA"),
                new Wrong("one that is no text once it is unmasked", (right, cookie) -> "_csrf=" + noText()),
                new Wrong("one in other case", (right, cookie) -> "_csrf=" + swapCase(right)),
                new Wrong("the right one under other names", (right, cookie) -> "_CSRF=" + right + "&csrf=" + right),
                new Wrong("the right one after a wrong one", (right, cookie) -> "_csrf=wrong&_csrf=" + right),
                new Wrong("a wrong one after the right one", (right, cookie) -> "_csrf=" + right + "&_csrf=wrong"),
                new Wrong("the right one twice", (right, cookie) -> "_csrf=" + right + "&_csrf=" + right));
    }

    private static String noText() {
        byte[] maskAndMasked = new byte[72];
        Arrays.fill(maskAndMasked, 36, 72, (byte) 0xFF);
        return Base64.getUrlEncoder().encodeToString(maskAndMasked);
    }

    private static String swapCase(String text) {
        return text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void noAdministratorsPostIsTakenWithoutItsToken(Wrong wrong) {
        TestBrowser ada = signedIn();
        String right = ada.formToken("/admin/test-form");
        String body = wrong.body.apply(right, ada.cookie(FORM_COOKIE));

        assertThat(administratorsPosts())
                .allSatisfy(path -> assertThat(ada.postAs(FORM, path, body).statusCode())
                        .as(path)
                        .isEqualTo(403));
        assertThat(ada.post("/admin/test-page", Map.of("_csrf", right)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theRightTokenIsWorthNothingWithoutItsCookieOrInAnotherKindOfBody() {
        TestBrowser ada = signedIn();
        String right = ada.formToken("/admin/test-form");

        assertThat(administratorsPosts()).allSatisfy(path -> {
            assertThat(new TestBrowser(port)
                            .withCookie("three-signs-session", ada.cookie("three-signs-session"))
                            .post(path, Map.of("_csrf", right))
                            .statusCode())
                    .as("%s without the cookie", path)
                    .isEqualTo(403);
            for (String type : List.of("application/json", "text/plain", "multipart/form-data; boundary=x")) {
                assertThat(ada.postAs(type, path, "_csrf=" + right).statusCode())
                        .as("%s as %s", path, type)
                        .isEqualTo(403);
            }
        });
    }

    private TestBrowser signedIn() {
        TestBrowser ada = new TestBrowser(port);
        assertThat(ada.signIn("ada", PASSWORD).headers().firstValue("Location")).contains("/admin");
        return ada;
    }

    private List<String> respondentsPosts() {
        return posts(path -> !path.startsWith("/admin")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_csrf", "%5Fcsrf", "_csr%66"})
    void noAdministratorsPostIsTakenWithItsTokenInTheAddress(String name) {
        TestBrowser ada = signedIn();
        String right = ada.formToken("/admin/test-form");
        String query = "?" + name + "=" + right;

        assertThat(administratorsPosts()).allSatisfy(path -> {
            assertThat(ada.postAs(FORM, path + query, "").statusCode()).as(path).isEqualTo(403);
            assertThat(ada.postAs(FORM, path + query, "_csrf=" + right).statusCode())
                    .as(path)
                    .isEqualTo(403);
        });
    }

    @Test
    void noAdministratorsPostIsTakenWithItsTokenInAHeader() {
        TestBrowser ada = signedIn();
        String right = ada.formToken("/admin/test-form");
        ada.withHeader("X-XSRF-TOKEN", right);

        assertThat(administratorsPosts())
                .allSatisfy(
                        path -> assertThat(ada.postAs(FORM, path, "_csrf=wrong").statusCode())
                                .isEqualTo(403));
    }

    private List<String> administratorsPosts() {
        return Stream.concat(posts(path -> path.startsWith("/admin")), Stream.of("/admin/sign-out"))
                .toList();
    }

    private Stream<String> posts(Predicate<String> which) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(which)
                .map(EveryPostTests::filledIn)
                .distinct();
    }

    private static String filledIn(String pattern) {
        return pattern.replace("{language}", "en")
                .replace("{instrument}", "three-signs")
                .replace("{token}", "AAAAAAAAAAAAAAAAAAAAAAAA")
                .replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
    }
}

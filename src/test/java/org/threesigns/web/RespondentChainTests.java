package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

@SecurityTest
class RespondentChainTests {

    private final MockMvcTester site;

    @Autowired
    RespondentChainTests(MockMvcTester site) {
        this.site = site;
    }

    @Test
    void aPageCarriesEveryProtectiveHeader() {
        assertThat(site.get().uri("/en/test-page").exchange())
                .hasStatusOk()
                .headers()
                .hasValue("Content-Security-Policy", SecurityHeaders.CONTENT_SECURITY_POLICY)
                .hasValue("Permissions-Policy", SecurityHeaders.PERMISSIONS_POLICY)
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("X-Frame-Options", "DENY")
                .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                .hasValue("Cross-Origin-Resource-Policy", "same-origin")
                .hasValue("Referrer-Policy", "same-origin")
                .hasValue("Cache-Control", "no-store")
                .doesNotContainHeaders("Strict-Transport-Security", "X-Powered-By", "Server", "Pragma");
    }

    @Test
    void overHttpsTheBrowserIsToldToStayThere() {
        assertThat(site.get().uri("/en/test-page").secure(true).exchange())
                .headers()
                .hasValue("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void aFileThatNeverChangesStaysCacheable() {
        assertThat(site.get().uri("/en/test-asset").exchange())
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, immutable")
                .doesNotContainHeaders("Pragma", "Expires");
    }

    @Test
    void aLibraryThatKnowsAnotherFormatAddsNoneToWhatWeTakeAndGive(
            @Autowired RequestMappingHandlerAdapter controllers) {
        assertThat(controllers.getMessageConverters())
                .isNotEmpty()
                .noneMatch(converter -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_CBOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/test-page", "/", "/en", "/en/nothing-here", "/actuator/health"})
    void nobodyGetsASessionOrACookie(String path) {
        MvcTestResult answer = site.get().uri(path).exchange();

        assertThat(answer).headers().doesNotContainHeader("Set-Cookie");
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void anAdministratorsSessionMeansNothingHere() {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", "forged");

        assertThat(site.get().uri("/en/test-page").session(session).exchange()).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Sec-Fetch-Site, Origin, status
                "-, -, 200",
                "same-origin, -, 200",
                "none, -, 200",
                "cross-site, -, 403",
                "same-site, -, 403",
                "Cross-Site, -, 403",
                "'same-origin, cross-site', -, 403",
                "'', -, 200",
                "-, null, 200",
                "cross-site, null, 403",
                "-, http://localhost, 200",
                "-, http://localhost:80, 200",
                "-, https://localhost, 200",
                "-, HTTP://LOCALHOST, 200",
                "-, http://localhost:8080, 403",
                "-, https://localhost:80, 403",
                "-, http://evil.example, 403",
                "-, http://localhost.evil.example, 403",
                "-, http://evil.example/localhost, 403",
                "-, http://localhost@evil.example, 403",
                "-, http://evil@localhost, 403",
                "-, http://localhost/path, 403",
                "-, ftp://localhost, 403",
                "-, localhost, 403",
                "-, NULL, 403",
                "-, 'http://localhost, http://evil.example', 403",
                "-, 'http://local host', 403",
                "same-site, http://localhost, 403",
                // What the browser knows of the sites counts more than an address that a proxy may have changed.
                "same-origin, https://localhost:8443, 200",
                "none, http://localhost:8080, 200",
                "unheard-of, http://evil.example, 403"
            })
    void aPostIsRefusedOnlyWhereItSaysThatItIsForeign(@Nullable String fetchSite, @Nullable String origin, int status) {
        var post = site.post().uri("/en/test-page");
        if (fetchSite != null) {
            post = post.header("Sec-Fetch-Site", fetchSite);
        }
        if (origin != null) {
            post = post.header("Origin", origin);
        }

        assertThat(post.exchange()).hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({
        // Host, Origin, status
        "localhost:8443, https://localhost:8443, 200",
        "localhost:8443, https://localhost, 403",
        "localhost:8443, https://localhost:9443, 403",
        "LOCALHOST:8443, https://localhost:8443, 200",
        "localhost, https://localhost:443, 200",
        "elsewhere:8443, https://localhost:8443, 403"
    })
    void theOwnPortIsTheOneThatTheBrowserUses(String host, String origin, int status) {
        assertThat(site.post()
                        .uri("/en/test-page")
                        .header("Host", host)
                        .header("Origin", origin)
                        .exchange())
                .hasStatus(status);
    }

    @Test
    void noHeaderCanHideBehindAnotherOfTheSameName() {
        assertThat(site.post()
                        .uri("/en/test-page")
                        .header("Origin", "http://localhost", "http://evil.example")
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void readingFromElsewhereIsFine() {
        assertThat(site.get()
                        .uri("/en/test-page")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Origin", "http://evil.example")
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void aRefusedPostIsARefusalWithEveryHeader() {
        assertThat(site.post()
                        .uri("/en/test-page")
                        .header("Sec-Fetch-Site", "cross-site")
                        .exchange())
                .headers()
                .hasValue("Content-Security-Policy", SecurityHeaders.CONTENT_SECURITY_POLICY)
                .hasValue("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "FOO"})
    void aVerbThatNoPageHasIsNotAllowed(String verb) {
        assertThat(site.method(HttpMethod.valueOf(verb)).uri("/en/test-page").exchange())
                .hasStatus(405)
                .headers()
                .hasValue("Allow", "GET, HEAD, POST")
                .hasValue("Content-Security-Policy", SecurityHeaders.CONTENT_SECURITY_POLICY);
    }

    @Test
    void healthIsForAll() {
        assertThat(site.get().uri("/actuator/health").exchange()).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/info", "/actuator/metrics", "/h2-console"})
    void nothingElseOfTheMachineIsThere(String path) {
        assertThat(site.get().uri(path).exchange()).hasStatus(404);
    }
}

package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.threesigns.accounts.TestBrowser;

/** What comes back from the real server to requests that no browser sends, and where nobody vouches for a proxy. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:connector;DB_CLOSE_DELAY=-1",
            "three-signs.leave-to=https://weather.example/?at=home&now"
        })
@Import(TestPages.class)
class ConnectorTests {

    private final int port;

    @Autowired
    ConnectorTests(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1",
                "GET /en/../admin HTTP/1.1",
                "GET /en;x=1 HTTP/1.1",
                "GET //admin HTTP/1.1",
                "GET /en%2fmethod HTTP/1.1",
                "GET /en%00 HTTP/1.1",
                "GET /en\\method HTTP/1.1",
                "GET /en/%2e%2e/admin HTTP/1.1",
                "GET /en|x HTTP/1.1",
                "GET /en%25%30%30 HTTP/1.1"
            })
    void anOddAddressGetsACalmAnswerWithoutAVersion(String requestLine) throws IOException {
        String answer = raw(requestLine + "\r\nHost: localhost");

        assertRefused(answer);
        assertThat(answer).contains("<h1", "Cache-Control: no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET * HTTP/1.1\r\nHost: localhost",
                "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80",
                "GET /en HTTP/3.0\r\nHost: localhost",
                "GET /en HTTP/1.1",
                "GET /en HTTP/1.1\r\nHost: localhost\r\nHost: localhost",
                "GET /en HTTP/1.1\r\nHost: local host",
                "GET http://other/en HTTP/1.1\r\nHost: localhost",
                "GET /en HTTP/1.1\r\nHost: localhost\r\nnone",
                "GET /en HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip",
                "GET /en HTTP/1.1\r\nHost: localhost\r\nExpect: more"
            })
    void whatTomcatRefusesByItselfHasOurPageAndHeaders(String head) throws IOException {
        assertRefused(raw(head));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/check/three-signs", "/admin/sign-in"})
    void aBrokenChunkIsABadRequestWithOurHeaders(String path) throws IOException {
        for (String body :
                List.of("zz", "-5\r\na=b", "ffffffffffffffffff\r\na", "3;" + "x".repeat(9_000) + "\r\na=b")) {
            assertRefused(raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n" + body));
        }
    }

    @Test
    void aFoldedTransferEncodingIsRefusedAndNothingAfterItIsAnswered() throws IOException {
        String answer = raw("""
                POST /en/check/three-signs HTTP/1.1\r
                Host: localhost\r
                Transfer-Encoding:\r
                 chunked\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 5\r
                \r
                0\r
                \r
                GET /livez HTTP/1.1\r
                Host: localhost""");

        assertRefused(answer);
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsOnlyOnce("HTTP/1.1 ")
                .doesNotContain("\"UP\"");
    }

    @Test
    void manyLanguagesAndCookiesAreNoReasonToRefuse() throws IOException {
        String answer = raw("GET /livez HTTP/1.1\r\nHost: localhost\r\nAccept-Language: " + "de,".repeat(1_000)
                + "\r\nCookie: " + "a=b;".repeat(500));

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(RawHttp.missingHeaders(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "*/*,", "/", "text/html;q=x"})
    void healthIsToldToThoseWhoAcceptNothingReadable(String accept) throws IOException {
        assertThat(raw("GET /livez HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void anAddressAsLongAsItMayBeIsRedirectedLikeAnyOther() throws IOException {
        String answer = raw("GET /en/" + "x".repeat(8_000) + "/ HTTP/1.1\r\nHost: localhost");

        assertThat(answer).startsWith("HTTP/1.1 308");
        assertThat(RawHttp.missingHeaders(answer)).isEmpty();
    }

    @Test
    void anOddAddressStillOffersTheWayOut() throws IOException {
        assertThat(raw("GET /en/result/%zz HTTP/1.1\r\nHost: localhost"))
                .contains(
                        "<a rel=\"noreferrer\" href=\"https://weather.example/?at=home&amp;now\">Leave this page</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "FOO"})
    void aVerbThatIsNotForHereIsNotAllowed(String verb) throws IOException {
        String answer = raw(verb + " /en HTTP/1.1\r\nHost: localhost");

        assertThat(answer).startsWith("HTTP/1.1 405");
        assertThat(quiet(answer)).isTrue();
    }

    @Test
    void aHeadThatIsTooLongIsRefusedQuietly() throws IOException {
        String answer = raw("GET /en?" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost");

        assertRefused(answer);
    }

    @Test
    void whatIsNoHttpIsRefusedQuietly() throws IOException {
        assertThat(quiet(raw("hello"))).isTrue();
    }

    @Test
    void aFailureInAPageTellsNothingOfItself() {
        HttpResponse<String> answer = new TestBrowser(port).get("/en/test-failure");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<h1").doesNotContain("Exception", "a secret", "org.threesigns", "at org.");
        assertThat(answer.headers().map())
                .containsEntry("content-security-policy", List.of(SecurityHeaders.CONTENT_SECURITY_POLICY))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("x-content-type-options", List.of("nosniff"));
    }

    @ParameterizedTest
    @CsvSource({
        "/, /en",
        "/admin, /admin/sign-in",
        "/admin/sign-in, /admin/set-up",
        "/en/, /en",
        "/en/method/?a=b, /en/method?a=b",
        "/EN, /en",
        "/favicon.ico, /assets/icon-", // with a hash
        "/en/check/three-signs/answers, /en/check/three-signs",
        "'/en/result/AAAAAAAAAAAAAAAAAAAAAAAA.', /en/result/AAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void aForgedHostReachesNoRedirectWhateverTheProtocol(String path, String target) throws IOException {
        for (String protocol : List.of("HTTP/1.1", "HTTP/1.0")) {
            String answer =
                    raw("GET " + path + " " + protocol + "\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example");

            assertThat(answer)
                    .startsWith("HTTP/1.1 30")
                    .contains("\r\nLocation: " + target)
                    .doesNotContain("evil");
        }
    }

    @Test
    void aPostIsJudgedByTheHostThatItWasSentToAlsoOverHttp10() throws IOException {
        String post = "POST /en/test-page HTTP/1.0\r\nHost: localhost:8443\r\nContent-Length: 0\r\nOrigin: ";

        assertThat(raw(post + "https://localhost:8443")).startsWith("HTTP/1.1 200");
        assertThat(raw(post + "https://localhost")).startsWith("HTTP/1.1 403");
    }

    @Test
    void nobodysForwardedHeadersAreBelieved() {
        TestBrowser somebody = new TestBrowser(port)
                .withHeader("X-Forwarded-Proto", "https")
                .withHeader("X-Forwarded-Host", "evil.example")
                .withHeader("X-Forwarded-Prefix", "/evil")
                .withHeader("Forwarded", "proto=https;host=evil.example");

        HttpResponse<String> answer = somebody.get("/en/test-page");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(somebody.get("/en").body()).contains("href=\"/en/method\"").doesNotContain("evil");
        assertThat(somebody.withHeader("Origin", "https://evil.example")
                        .post("/en/test-page", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    private static void assertRefused(String answer) {
        assertThat(RawHttp.status(answer)).isBetween(400, 499);
        assertThat(RawHttp.missingHeaders(answer)).isEmpty();
        assertThat(quiet(answer)).isTrue();
    }

    private static boolean quiet(String answer) {
        return !answer.matches("(?is).*(tomcat/|coyote|exception|\\bat org\\.|springframework|server:).*");
    }

    private String raw(String head) throws IOException {
        return RawHttp.send(port, head + "\r\nConnection: close\r\n\r\n");
    }
}

package org.threesigns.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
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

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(quiet(answer)).isTrue();
        assertThat(answer).contains("<h1").contains("Cache-Control: no-store").contains("Content-Security-Policy: ");
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

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(quiet(answer)).isTrue();
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
        "/favicon.ico, /assets/icon",
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

    private static boolean quiet(String answer) {
        return !answer.matches("(?is).*(tomcat/|coyote|exception|\\bat org\\.|springframework|server:).*");
    }

    private String raw(String head) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}

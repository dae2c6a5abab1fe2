package org.threesigns.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.threesigns.database.OnH2;

/** What the limits of the real container look like from outside. */
@OnH2
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.tomcat.connection-timeout=2s")
@ExtendWith(OutputCaptureExtension.class)
class UnreadableFormTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(ints = {70_000, 3_000_000})
    void aFormThatIsTooLargeIsTooLarge(int bytes, CapturedOutput log) throws Exception {
        assertRefused(413, "a=" + "x".repeat(bytes), log);
    }

    @Test
    void aFormWithTooManyFieldsIsABadRequest(CapturedOutput log) throws Exception {
        assertRefused(
                400, IntStream.range(0, 2_000).mapToObj(i -> "f" + i + "=1").collect(joining("&")), log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a=%"})
    void aFormInABrokenEncodingIsABadRequest(String body, CapturedOutput log) throws Exception {
        assertRefused(400, body, log);
    }

    @Test
    void aFormThatDoesNotComeIsGivenUpAndFillsNoLog(CapturedOutput log) throws Exception {
        try (var line = new Socket("localhost", port)) {
            line.getOutputStream().write("""
                    POST /en/check/three-signs HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: 1000\r
                    \r
                    _version=1&_ab""".getBytes(US_ASCII));

            assertThat(new String(line.getInputStream().readAllBytes(), UTF_8)).doesNotContain("HTTP/1.1 5");
        }
        assertThat(log).doesNotContain("\tat ");
    }

    private void assertRefused(int status, String body, CapturedOutput log) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/en/check/three-signs"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();

        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("<html", "id=\"main\"");
        assertThat(log).doesNotContain("\tat ");
    }
}

package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:failures;DB_CLOSE_DELAY=-1")
@Import(TestPages.class)
@ExtendWith(OutputCaptureExtension.class)
class FailureFilterTests {

    @LocalServerPort
    private int port;

    @Test
    void aDatabaseThatIsAwayIsSaidInWordsAndOnceInTheLog(CapturedOutput log) throws IOException {
        for (int i = 0; i < 5; i++) {
            String answer = get("/en/test-database-away");

            assertThat(answer).startsWith("HTTP/1.1 503").contains("id=\"main\"", "<h1");
            assertThat(RawHttp.missingHeaders(answer)).isEmpty();
        }
        assertThat(log.getAll()).containsOnlyOnce("The database did not answer").doesNotContain("\tat ");
    }

    @Test
    void anotherFailureIsOursAndKeptNowhereAndItsTraceStandsOnceInTheLog(CapturedOutput log) throws IOException {
        for (int i = 0; i < 5; i++) {
            String answer = get("/en/test-failure");

            assertThat(answer).startsWith("HTTP/1.1 500").contains("Cache-Control: no-store");
            assertThat(RawHttp.missingHeaders(answer)).isEmpty();
        }
        assertThat(log.getAll()).containsOnlyOnce(" ERROR ");
    }

    private String get(String path) throws IOException {
        return RawHttp.send(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
}

package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.threesigns.respondent.Respondent;

/** No header, whatever it says, makes anything fail, costs an answer its protective headers, or fills the log. */
class HostileHeadersTests {

    private static final long SEED = 20_261_129;
    private static final int VALUES = 4;

    @Nested
    @SpringBootTest(
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = "spring.datasource.url=jdbc:h2:mem:hostile-direct;DB_CLOSE_DELAY=-1")
    class WithoutAProxy extends Attack {}

    @Nested
    @SpringBootTest(
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {
                "spring.datasource.url=jdbc:h2:mem:hostile-proxy;DB_CLOSE_DELAY=-1",
                "server.forward-headers-strategy=native"
            })
    @Tag("once")
    class BehindAProxy extends Attack {}

    @Import(HeadersThatAreRead.class)
    @ExtendWith(OutputCaptureExtension.class)
    abstract static class Attack {

        private final Random random = new Random(SEED);
        private final HostileHeaders headers = new HostileHeaders(random);

        @LocalServerPort
        private int port;

        @Autowired
        private HeadersThatAreRead read;

        @Test
        void nothingFailsAndNothingIsLeftOut(CapturedOutput log) throws IOException {
            List<String> addresses = addresses();
            int start = log.getAll().length();
            List<String> faults = new ArrayList<>();
            for (String name : HostileHeaders.NAMES) {
                for (String address : addresses) {
                    for (int i = 0; i < VALUES; i++) {
                        probe(request(address, name, headers.of(name)), faults);
                    }
                }
            }

            assertThat(faults).as("seed " + SEED).isEmpty();
            assertThat(log.getAll().substring(start)).doesNotContain(" WARN ", " ERROR ", "\tat ");
            assertThat(HostileHeaders.NAMES.stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .containsAll(read.names());
        }

        /** One of each kind: pages, results, administration, files, health, errors. */
        private List<String> addresses() throws IOException {
            var respondent = new Respondent(port);
            String result = respondent.send(respondent.fillIn(random)).orElseThrow();
            var file = Pattern.compile("/assets/app-[0-9a-f]+\\.css")
                    .matcher(respondent.get("/en").body());
            assertThat(file.find()).isTrue();
            return List.of(
                    "/",
                    "/en",
                    "/en/check/three-signs",
                    result,
                    result + "/result.json",
                    "/es/shared/AAAAAAAAAAAAAAAAAAAAAAAA",
                    "/admin",
                    "/admin/set-up",
                    file.group(),
                    "/robots.txt",
                    "/livez",
                    "/actuator/health",
                    "/en/nothing-here",
                    "/en/method/",
                    "/en/%zz");
        }

        private String request(String address, String name, String header) {
            boolean form = random.nextInt(4) == 0;
            var request =
                    new StringBuilder(form ? "POST " : "GET ").append(address).append(" HTTP/1.1\r\n");
            if (!name.equals("Host")) {
                request.append("Host: localhost\r\n");
            }
            if (form && !name.equals("Content-Type")) {
                request.append("Content-Type: application/x-www-form-urlencoded\r\n");
            }
            if (form && !name.equals("Content-Length") && !name.equals("Transfer-Encoding")) {
                request.append("Content-Length: 3\r\n");
            }
            return request.append(header)
                    .append("Connection: close\r\n\r\n")
                    .append(form ? "a=b" : "")
                    .toString();
        }

        private void probe(String request, List<String> faults) throws IOException {
            String answer = RawHttp.send(port, request);
            int status = RawHttp.status(answer);
            List<String> missing = RawHttp.missingHeaders(answer).toList();
            if (status < 200 || status >= 500 || !missing.isEmpty()) {
                faults.add("%d without %s: %s"
                        .formatted(status, missing, request.substring(0, Math.min(400, request.length()))));
            }
        }
    }
}

package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.threesigns.accounts.TestBrowser;

/** What a host may open of the machine, and to whom. */
class ManagementTests {

    @Nested
    @SpringBootTest(
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {
                "spring.datasource.url=jdbc:h2:mem:management-one;DB_CLOSE_DELAY=-1",
                "management.endpoints.web.exposure.include=*",
                "management.endpoints.access.default=read-only"
            })
    class OnThePublicPort {

        private final TestBrowser anybody;
        private final ObjectProvider<MeterRegistry> figures;

        @Autowired
        OnThePublicPort(@LocalServerPort int port, ObjectProvider<MeterRegistry> figures) {
            this.anybody = new TestBrowser(port);
            this.figures = figures;
        }

        @Test
        void noFiguresAreTakenThatNobodyCouldRead() {
            assertThat(figures).isEmpty();
        }

        @Test
        void thereIsHealthAndNothingElseWhateverIsExposed() {
            assertThat(anybody.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(anybody.get("/actuator/health").body()).doesNotContain("components", "database", "diskSpace");
            for (String path :
                    new String[] {"", "/env", "/metrics", "/heapdump", "/beans", "/loggers/root", "/flyway"}) {
                assertThat(anybody.get("/actuator" + path).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    @Nested
    @SpringBootTest(
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {
                "spring.datasource.url=jdbc:h2:mem:management-two;DB_CLOSE_DELAY=-1",
                "management.server.port=0",
                "management.endpoints.web.exposure.include=health,metrics",
                "management.endpoint.metrics.access=read-only"
            })
    class OnAPortOfItsOwn {

        private final TestBrowser anybody;
        private final TestBrowser host;
        private final MeterRegistry figures;

        @Autowired
        OnAPortOfItsOwn(@LocalServerPort int port, @LocalManagementPort int managementPort, MeterRegistry figures) {
            this.figures = figures;
            this.anybody = new TestBrowser(port);
            this.host = new TestBrowser(managementPort);
        }

        @Test
        void thereIsWhatTheHostExposedAndOnThePublicPortNothing() {
            assertThat(host.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(host.get("/actuator/metrics").statusCode()).isEqualTo(200);
            assertThat(host.get("/actuator/env").statusCode()).isEqualTo(404);
            assertThat(anybody.get("/actuator/metrics").statusCode()).isEqualTo(404);
        }

        @Test
        void figuresAreTakenOfEachRequest() {
            anybody.get("/en");
            anybody.get("/en"); // the figures of the first are taken before this is answered

            assertThat(figures.find("http.server.requests").meters()).isNotEmpty();
        }
    }
}

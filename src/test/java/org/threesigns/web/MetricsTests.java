package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.threesigns.database.OnH2;
import org.threesigns.respondent.Respondent;

/** The one setting that opens metrics is the management port; nothing else has to be exposed. */
@OnH2
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "management.prometheus.metrics.export.enabled=true"})
class MetricsTests {

    private static final Pattern METRIC_IN_EXPRESSION = Pattern.compile("([a-z_]+)\\{");
    private static final Pattern EXPRESSION = Pattern.compile("\"expr\": \"(.*)\",");

    private final Respondent anybody;
    private final Respondent host;

    @Autowired
    MetricsTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.anybody = new Respondent(port);
        this.host = new Respondent(managementPort);
    }

    @BeforeEach
    void somebodyAnswers() throws IOException {
        assertThat(anybody.send(anybody.fillIn(new Random(1)))).isPresent();
    }

    @Test
    void everyFigureOfTheDashboardIsThere() throws IOException {
        String metrics = metricsAfterAPause();
        Set<String> shown = matches(EXPRESSION, Files.readString(Path.of("docs/grafana-dashboard.json")))
                .flatMap(expression -> matches(METRIC_IN_EXPRESSION, expression))
                .collect(Collectors.toSet());

        assertThat(shown).hasSizeGreaterThan(8).allMatch(metric -> metrics.contains("\n" + metric));
        assertThat(metrics).contains("uri=\"/{language}/check/{instrument}\"", "status=\"303\"");
    }

    @Test
    void thePublicPortHasHealthAndNoMetrics() throws IOException {
        for (String path : Set.of("/livez", "/readyz")) {
            assertThat(anybody.get(path).statusCode()).as(path).isEqualTo(200);
        }
        for (String path : Set.of("/actuator", "/actuator/prometheus", "/actuator/metrics", "/actuator/health")) {
            assertThat(anybody.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    /** The figure of the collector's pauses is there once it has paused, which it tells a little later. */
    private String metricsAfterAPause() throws IOException {
        System.gc();
        String metrics = host.get("/actuator/prometheus").body();
        for (int tries = 1; tries < 200 && !metrics.contains("\njvm_gc_pause"); tries++) {
            metrics = host.get("/actuator/prometheus").body();
        }
        return metrics;
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }
}

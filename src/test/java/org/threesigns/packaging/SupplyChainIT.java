package org.threesigns.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar says of its own parts, compared with the parts. */
@DisabledIfSystemProperty(
        named = "three-signs.offline",
        matches = "true",
        disabledReason = "Maven makes the list of parts only where it is online")
@Tag("once")
class SupplyChainIT {

    private static final String META_INF = "META-INF/";
    private static final String SBOM = "META-INF/sbom/application.cdx.json";
    private static final Pattern LINE =
            Pattern.compile("^ +((?:\\([^)]*\\) )+).*\\(([^:() ]+:[^:]+:\\S+) - ", Pattern.MULTILINE);

    /** Spring Boot's own loader lists no such thing, and it is no dependency: Boot puts it in while it packs. */
    private static final String ADDED_BY_THE_PACKER = "spring-boot-jarmode-tools";

    @Test
    void theListOfPartsNamesEveryLibraryAndNothingElse() throws IOException {
        Set<String> listed = StreamSupport.stream(
                        JsonMapper.shared()
                                .readTree(entry(SBOM))
                                .get("components")
                                .spliterator(),
                        false)
                .map(part ->
                        part.get("name").asString() + "-" + part.get("version").asString() + ".jar")
                .collect(toSet());

        Set<String> there = libraries();
        assertThat(listed).hasSizeGreaterThan(80).containsAll(there);
        assertThat(listed.stream().filter(name -> !there.contains(name) && !name.contains("starter")))
                .isEmpty();
    }

    @Test
    void theListIsTheSameForTheSameSources() throws IOException {
        JsonNode list = JsonMapper.shared().readTree(entry(SBOM));

        assertThat(list.get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(list.get("metadata").path("timestamp").isMissingNode()
                        || list.get("metadata").get("timestamp").asString().startsWith("2026-11-23T00:00:00"))
                .isTrue();
    }

    @Test
    void everyLibraryStandsWithItsLicenceInTheJarBesideTheJarsOwn() throws IOException {
        Set<String> withLicence = LINE.matcher(entry(META_INF + "THIRD-PARTY.txt"))
                .results()
                .map((MatchResult line) -> fileName(line.group(2)))
                .collect(toSet());

        assertThat(withLicence).containsAll(libraries());
        assertThat(entry(META_INF + "LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
    }

    @Test
    void theListIsServedOnTheManagementPortAndNowhereElse(@TempDir Path folder) throws Exception {
        int management = freePort();
        try (var application = RunningApplication.start(
                folder, Java.application(), Map.of("MANAGEMENT_SERVER_PORT", String.valueOf(management)))) {
            // That port opens a moment after the one for respondents.
            HttpResponse<String> served = Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreException(ConnectException.class)
                    .until(() -> listAt(management), Objects::nonNull);

            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.body()).isEqualTo(entry(SBOM));
            assertThat(application.get("/actuator/sbom/application").statusCode())
                    .isEqualTo(404);
            application.stop();
        }
        try (var application = RunningApplication.start(folder, Java.application(), Map.of())) {
            assertThat(application.get("/actuator/sbom/application").statusCode())
                    .isEqualTo(404);
            assertThat(application.get("/actuator/sbom").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> listAt(int port) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + port + "/actuator/sbom/application");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static Set<String> libraries() throws IOException {
        try (var jar = new JarFile(Java.packagedJar().toFile())) {
            return names(jar)
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length()))
                    .filter(name -> !name.startsWith(ADDED_BY_THE_PACKER))
                    .collect(toSet());
        }
    }

    private static Stream<String> names(JarFile jar) {
        return jar.stream().map(entry -> entry.getName());
    }

    private static String entry(String name) throws IOException {
        try (var jar = new JarFile(Java.packagedJar().toFile())) {
            var entry = jar.getEntry(name);
            assertThat(entry).as(name).isNotNull();
            return new String(jar.getInputStream(entry).readAllBytes(), UTF_8);
        }
    }

    private static String fileName(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        return parts[1] + "-" + parts[2] + ".jar";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

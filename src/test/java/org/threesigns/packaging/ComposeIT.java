package org.threesigns.packaging;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.threesigns.database.PostgreSqlServer;

/** The packaged jar on a real PostgreSQL, with the settings that {@code compose.yaml} gives it. */
@Tag("once")
class ComposeIT {

    @Test
    void theSettingsOfComposeBringItUpOnPostgreSql(@TempDir Path folder) {
        Map<String, String> environment = filledIn(environmentOf("app"), Map.of());
        assertThat(environment).containsEntry("SPRING_PROFILES_ACTIVE", "postgresql");
        // What cannot be the same here: the server's address, and who we are to it.
        assertThat(environment.put("SPRING_DATASOURCE_URL", PostgreSqlServer.freshDatabase()))
                .isNotNull();
        assertThat(environment.put("SPRING_DATASOURCE_USERNAME", PostgreSqlServer.USER))
                .isNotNull();

        try (RunningApplication application = RunningApplication.start(folder, Java.application(), environment)) {
            assertThat(application.get("/").statusCode()).isEqualTo(200);
            assertThat(application.get("/actuator/health").body()).contains("\"status\":\"UP\"");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void whatIsInTheFileOfSettingsReachesTheSite(@TempDir Path folder) throws IOException {
        Map<String, String> given = Map.of(
                "THREESIGNS_OPERATOR_NAME", "Lighthouse",
                "THREESIGNS_OPERATOR_CONTACT", "ada@example.org",
                "THREESIGNS_ADDRESS", "https://signs.example.org",
                "THREESIGNS_ADMINISTRATORS_SITE", "https://signs.example.org",
                "THREESIGNS_RETENTIONDAYS", "365");
        assertThat(Files.readString(Path.of(".env.example")).lines().map(line -> line.replaceAll("^#|=.*", "")))
                .containsAll(given.keySet());
        Map<String, String> environment = filledIn(environmentOf("app"), given);
        environment.keySet().removeIf(name -> name.startsWith("SPRING_"));

        try (RunningApplication application = RunningApplication.start(folder, Java.application(), environment)) {
            assertThat(application.get("/en/privacy").body())
                    .contains(
                            "Lighthouse", "mailto:ada@example.org", "365 days", "https://signs.example.org/es/privacy");
            assertThat(application.output()).contains("https://signs.example.org/admin/set-up");
        }
    }

    /** As compose does it: a name without a value takes that of the file .env, or is left out. */
    private static Map<String, String> filledIn(Map<String, String> environment, Map<String, String> given) {
        var filledIn = new HashMap<>(environment);
        filledIn.replaceAll((name, value) -> value.isEmpty() ? given.getOrDefault(name, "") : value);
        filledIn.values().removeIf(String::isEmpty);
        return filledIn;
    }

    /** Docker gives a network any private range that is free; taken for a visitor, the proxy would be the only one. */
    @ParameterizedTest
    @CsvSource({
        "172.18.0.1, true",
        "172.31.255.1, true",
        "192.168.16.1, true",
        "10.89.0.1, true",
        "fd00:0:0:1:0:0:0:1, true",
        "172.32.0.1, false",
        "192.169.0.1, false",
        "203.0.113.7, false",
        "2001:db8:0:0:0:0:0:1, false"
    })
    void theProxyIsKnownWhateverRangeTheNetworkHas(String address, boolean isProxy) {
        assertThat(address.matches(environmentOf("app").get("SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES")))
                .isEqualTo(isProxy);
    }

    @Test
    void noSecretIsWrittenIntoTheFile() {
        assertThat(environmentOf("app").get("SPRING_DATASOURCE_PASSWORD")).startsWith("${");
        assertThat(environmentOf("database").get("POSTGRES_PASSWORD")).startsWith("${");
    }

    private static Map<String, String> environmentOf(String service) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("compose.yaml"));
        Properties file = Objects.requireNonNull(yaml.getObject());
        String prefix = "services." + service + ".environment.";
        return file.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(toMap(name -> name.substring(prefix.length()), file::getProperty));
    }
}

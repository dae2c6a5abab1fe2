package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.respondent.Respondent;

/** An installation with the tables of the first version gets a new jar, and goes back by its backup. */
class UpgradeTests {

    private static final String FIRST_VERSION = "1";
    private static final String KEY = "A".repeat(24);
    private static final String RESULT = "/en/result/" + KEY;
    private static final int QUESTIONS = 27;

    @TempDir
    private Path folder;

    @Test
    void theEmbeddedFileIsBroughtUpToDateAndItsCopyIsTheWayBack() throws Exception {
        Path file = folder.resolve("three-signs.mv.db");
        String url = "jdbc:h2:file:" + folder.resolve("three-signs");
        anInstallationOfTheFirstVersion(url, "sa");
        Path backup = Files.createDirectory(folder.resolve("backup"));
        Files.copy(file, backup.resolve("three-signs.mv.db"));

        everythingIsThere("--three-signs.data=" + folder);

        Files.delete(file);
        Files.copy(backup.resolve("three-signs.mv.db"), file);
        assertThat(version(url, "sa")).isEqualTo(FIRST_VERSION);
        assertThat(results(url, "sa")).isEqualTo(1);
    }

    @Test
    void postgreSqlIsBroughtUpToDate() throws Exception {
        String url = PostgreSqlServer.freshDatabase();
        anInstallationOfTheFirstVersion(url, PostgreSqlServer.USER);

        everythingIsThere(
                "--spring.profiles.active=postgresql",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + PostgreSqlServer.USER);

        assertThat(version(url, PostgreSqlServer.USER)).isNotEqualTo(FIRST_VERSION);
    }

    private static void anInstallationOfTheFirstVersion(String url, String user) throws SQLException {
        Flyway.configure()
                .dataSource(url, user, "")
                .target(FIRST_VERSION)
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url, user, "");
                var insert = connection.prepareStatement(
                        "insert into assessment values (?, ?, 'three-signs', 1, 'en', ?, ?, false, 'current', false)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, AssessmentToken.parse(KEY).orElseThrow().hash());
            insert.setDate(3, Date.valueOf(LocalDate.of(2026, 3, 14)));
            insert.setString(4, "2".repeat(QUESTIONS));
            insert.executeUpdate();
        }
    }

    private static void everythingIsThere(String... settings) throws IOException {
        try (var application = start(settings)) {
            var respondent = new Respondent(
                    application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            assertThat(respondent.answersAt(RESULT).orElseThrow()).hasSize(QUESTIONS);
            assertThat(respondent.delete(RESULT)).isTrue();
            assertThat(respondent.answersAt(RESULT)).isEmpty();
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(ThreeSignsApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(Stream.concat(Arrays.stream(settings), Stream.of("--server.port=0"))
                        .toArray(String[]::new));
    }

    private static String version(String url, String user) {
        MigrationInfo current =
                Flyway.configure().dataSource(url, user, "").load().info().current();
        return current.getVersion().getVersion();
    }

    private static int results(String url, String user) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, "");
                var rows = connection.createStatement().executeQuery("select count(*) from assessment")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

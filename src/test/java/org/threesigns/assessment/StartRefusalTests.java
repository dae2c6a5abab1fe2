package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.database.FreshH2File;

/** The application as a host starts it, in a process of its own, where it must not run. */
class StartRefusalTests {

    private final Path folder = FreshH2File.folder();

    @Test
    void aSecondProcessOnTheSameFileStopsAndSaysWhatToDo() throws Exception {
        try (var first = DriverManager.getConnection(url(), "sa", "")) {
            var second = start();

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .contains("Another process has the database file open", "three-signs.mv.db")
                    .contains("Stop the other process", "three-signs.data", "spring.profiles.active=postgresql")
                    .doesNotContain("\tat ");
            assertThat(first.isValid(1)).isTrue();
        }
    }

    @Test
    void aMissingVersionThatResultsWereGivenStopsTheStartWithTheMend() throws Exception {
        storeAResultOfAnInstrumentThatIsGone();

        var start = start();

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output())
                .contains("The database holds results of gone version 3")
                .contains("Put its files back")
                .doesNotContain("\tat ");
    }

    @Test
    void anOlderVersionOnTheTablesOfANewerOneStopsAndSaysWhatToDo() throws Exception {
        Flyway.configure().dataSource(url(), "sa", "").load().migrate();
        try (var connection = DriverManager.getConnection(url(), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("insert into \"flyway_schema_history\" values"
                    + " (999, '999', 'of later', 'SQL', 'V999__of_later.sql', 1, 'sa', current_timestamp, 1, true)");
        }

        var start = start();

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output())
                .contains("not those of this version of Three Signs", "restore the backup")
                .doesNotContain("\tat ");
    }

    private void storeAResultOfAnInstrumentThatIsGone() throws SQLException {
        Flyway.configure().dataSource(url(), "sa", "").load().migrate();
        try (var connection = DriverManager.getConnection(url(), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("insert into instrument_pin values ('gone', 3, 'en', 'f')");
            statement.execute("insert into assessment values (random_uuid(), hash('SHA-256', 'any'), 'gone', 3, 'en',"
                    + " date '2025-03-17', '0', false, 'current', false)");
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("three-signs");
    }

    private Finished start() throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ThreeSignsApplication.class.getName(),
                "--server.port=0",
                "--three-signs.data=" + folder);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return new Finished(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private record Finished(int exitCode, String output) {}
}

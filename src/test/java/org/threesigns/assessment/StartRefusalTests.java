package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.database.FreshH2File;

/** The application as a host starts it, where it must not run. */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTests {

    private final Path folder = FreshH2File.folder();

    @Test
    void aSecondProcessOnTheSameFileStopsAndSaysWhatToDo() throws Exception {
        try (var first = DriverManager.getConnection(url(), "sa", "")) {
            var second = startAProcess();

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .contains("Another process has the database file open", "three-signs.mv.db")
                    .contains("Stop the other process", "three-signs.data", "spring.profiles.active=postgresql")
                    .doesNotContain("\tat ");
            assertThat(first.isValid(1)).isTrue();
        }
    }

    @Test
    void aMissingVersionThatResultsWereGivenStopsTheStartWithTheMend(CapturedOutput output) throws SQLException {
        storeAResultOfAnInstrumentThatIsGone();

        assertThatThrownBy(this::start).isInstanceOf(UnreadableResultsException.class);

        assertThat(output)
                .contains("The database holds results of gone version 3")
                .contains("Put its files back")
                .doesNotContain("\tat ");
    }

    @Test
    void anOlderVersionOnTheTablesOfANewerOneStopsAndSaysWhatToDo(CapturedOutput output) throws SQLException {
        FreshH2File.makeTables(url());
        try (var connection = DriverManager.getConnection(url(), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("insert into \"flyway_schema_history\" values"
                    + " (999, '999', 'of later', 'SQL', 'V999__of_later.sql', 1, 'sa', current_timestamp, 1, true)");
        }

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(FlywayException.class);

        assertThat(output)
                .contains("not those of this version of Three Signs", "restore the backup")
                .doesNotContain("\tat ");
    }

    private void storeAResultOfAnInstrumentThatIsGone() throws SQLException {
        FreshH2File.makeTables(url());
        try (var connection = DriverManager.getConnection(url(), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("insert into instrument_pin values ('gone', 3, 'en', 'f')");
            statement.execute("insert into assessment values (random_uuid(), 'gone', 3, 'en',"
                    + " date '2025-03-17', '0', false, 'current', false, null, false)");
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("three-signs");
    }

    private void start() {
        SpringApplication.run(ThreeSignsApplication.class, arguments()).close();
    }

    private String[] arguments() {
        return new String[] {"--server.port=0", "--three-signs.data=" + folder};
    }

    private Finished startAProcess() throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ThreeSignsApplication.class.getName()));
        command.addAll(List.of(arguments()));
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

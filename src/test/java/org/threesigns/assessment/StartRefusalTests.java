package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.database.FreshH2File;
import org.threesigns.startup.StartupException;

/** Starts of the application where it must not run. */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTests {

    private final Path folder = FreshH2File.folder();

    @Test
    void aMissingVersionThatResultsWereGivenStopsTheStartAndSaysWhatToDo(CapturedOutput output) throws SQLException {
        storeAResultOfAnInstrumentThatIsGone();

        assertThatThrownBy(this::start).isInstanceOf(StartupException.class);

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
        SpringApplication.run(ThreeSignsApplication.class, "--server.port=0", "--three-signs.data=" + folder)
                .close();
    }
}

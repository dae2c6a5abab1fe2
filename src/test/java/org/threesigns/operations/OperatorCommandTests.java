package org.threesigns.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.database.FreshH2File;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.startup.ExitCode;
import org.threesigns.startup.StartupException;

/** Commands as an operator gives them, but for the process that ends with the exit code. */
@Tag("once")
@ExtendWith(OutputCaptureExtension.class)
class OperatorCommandTests {

    private static final String TELLTALE = "01234".repeat(20);

    @TempDir
    private Path folder;

    @Test
    void importsAFileOnceAndUndoesIt(CapturedOutput log) throws Exception {
        String option = "--three-signs.import.file=" + responses("2025-01" + ",1,2,3".repeat(9) + "\n");

        assertThat(run(
                        "--three-signs.command=import",
                        option,
                        "--three-signs.import.dry-run",
                        "--three-signs.retention-days=30"))
                .isEqualTo(0);
        assertThat(log).contains("12 results are older than three-signs.retention-days keeps them");
        assertThat(log).contains("A dry run: nothing was imported. The import would take 12 results of three-signs");
        assertThat(run("--three-signs.command=import", option)).isEqualTo(0);
        assertThat(log).contains("Imported 12 results of three-signs version 1; 0 rows refused. To undo it:");
        assertThat(run("--three-signs.command=import", option)).isEqualTo(3);
        assertThat(log).contains("this file was imported before (import 1: 12 results of three-signs version 1, on ");
        assertThat(run("--three-signs.command=recount")).isEqualTo(0);
        assertThat(log).contains("all 1 groups of results agree").doesNotContain("/admin/set-up");
        assertThat(run("--three-signs.command=undo-import")).isEqualTo(2);
        assertThat(log).contains("Say which import", "There is import 1: 12 results");
        assertThat(run("--three-signs.command=undo-import", "--three-signs.import.number=1"))
                .isEqualTo(0);
        assertThat(log).contains("Undid import 1: 12 results are deleted.");
    }

    @Test
    void anImportThatIsRefusedSaysWhyAndEndsWithTwo(CapturedOutput log) throws Exception {
        String option = "--three-signs.import.file=" + responses("2025-01" + ",1,2,9".repeat(9) + "\n");

        assertThat(run("--three-signs.command=import", option)).isEqualTo(2);
        assertThat(log)
                .contains("line 2: column C1: '9' is none of the values 1, 2, 3, 4, 5", "line 11: ")
                .doesNotContain("line 12: ")
                .contains("2 more rows are refused", "Nothing was imported (0 results of three-signs");
        assertThat(run("--three-signs.command=import", option, "--three-signs.import.skip-refused"))
                .isEqualTo(2);
        assertThat(run("--three-signs.command=import", option, "--three-signs.import.instrument=none"))
                .isEqualTo(2);
        assertThat(log)
                .contains("there is no questionnaire none; there are: [at-ease version 1, three-signs version 1");
        assertThat(run("--three-signs.command=import")).isEqualTo(2);
        assertThat(log).contains("say which file");
    }

    @Test
    void anImportSaysBeforehandWhatCountsElsewhereOrNowhere(CapturedOutput log) throws Exception {
        String answers = ",1,2,3".repeat(9) + ",current\n";
        Path file = responses("2025-01" + answers, ",wording");
        Files.writeString(file, ("2020-03" + answers).repeat(3), StandardOpenOption.APPEND);
        Files.writeString(file, ("2025-01" + answers.replace("current", "past")).repeat(4), StandardOpenOption.APPEND);

        assertThat(run(
                        "--three-signs.command=import",
                        "--three-signs.import.file=" + file,
                        "--three-signs.import.dry-run"))
                .isEqualTo(0);

        assertThat(log)
                .contains("3 results are fewer than ten of their language and wording in their month")
                .contains("so they count in another month of the file.")
                .contains("4 results are fewer than ten of their language and wording in the whole file");
    }

    private Path responses(String row) throws IOException {
        return responses(row, "");
    }

    private Path responses(String row, String column) throws IOException {
        String header = "month,A1,D7,C1,D3,A7,C3,D1,A2,C2,A3,D4,C8,D2,C4,A4,D5,C7,A8,D6,A5,C5,A6,C6,D8,T1,T2,T3";
        return Files.writeString(folder.resolve("responses.csv"), header + column + "\n" + row.repeat(12));
    }

    @Test
    void aNewerFormOfTheCountsStopsTheStartUntilTheyAreCountedAgain(CapturedOutput log) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("data").resolve("three-signs");
        FreshH2File.makeTables(url);
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into response_cell values ('three-signs', 1, 'en', false, date '2025-01-01', X'7F00', 0, 'current')");
        }

        assertThatThrownBy(() -> run("--three-signs.command=dance")).isInstanceOf(RuntimeException.class);
        assertThat(log)
                .contains("newer version of Three Signs (format 127", "recount")
                .doesNotContain("\tat ");
        assertThat(run("--three-signs.command=recount")).isEqualTo(0);
        assertThat(log).contains("1 did not agree and were corrected");
    }

    @Test
    void takesWhatWasDeletedOutOfTheFile(CapturedOutput log) throws Exception {
        Path file = folder.resolve("data").resolve("three-signs.mv.db");
        String url = "jdbc:h2:file:" + folder.resolve("data").resolve("three-signs");
        FreshH2File.makeTables(url);
        try (var connection = DriverManager.getConnection(url + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("insert into assessment select random_uuid(), 'i', 1, 'en', date '2025-01-01', '"
                    + TELLTALE + "', false, 'current', false, null, false from system_range(1, 2000)");
            statement.execute("checkpoint sync");
            statement.execute("delete from assessment");
            statement.execute("shutdown immediately");
        }
        assertThat(Files.readString(file, ISO_8859_1)).contains(TELLTALE);

        assertThat(run("--three-signs.command=compact")).isEqualTo(0);

        assertThat(log).contains("Compacted the database file").doesNotContain("\tat ");
        assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(TELLTALE);
        assertThat(run("--three-signs.command=recount")).isEqualTo(0);
    }

    @Test
    void servesNobodyAndDoesNothingElseWhateverTheSitesSettings(CapturedOutput log) {
        var ports = new AtomicReference<Object>();
        var tasks = new AtomicReference<Object>();
        SpringApplicationRunListener started = new SpringApplicationRunListener() {
            @Override
            public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
                ports.set(List.of(
                        context.getEnvironment().getProperty("server.port", ""),
                        context.getEnvironment().getProperty("local.server.port", "none"),
                        context.getEnvironment().getProperty("local.management.port", "none")));
                tasks.set(context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                        .flatMap(holder -> holder.getScheduledTasks().stream())
                        .map(Object::toString)
                        .toList());
            }
        };

        SpringApplication.withHook(
                application -> started,
                () -> assertThat(run(
                                "--three-signs.command=recount",
                                "--server.port=0",
                                "--management.server.port=0",
                                "--three-signs.retention-days=1"))
                        .isEqualTo(0));

        assertThat(ports).hasValue(List.of("-1", "-1", "none"));
        assertThat(tasks).hasValue(List.of());
        assertThat(log).contains("all 0 groups of results agree");
    }

    @Test
    void onPostgreSqlItTakesAllTheTimeThatItNeeds(CapturedOutput log) {
        var patience = new AtomicReference<Object>();
        SpringApplicationRunListener started = new SpringApplicationRunListener() {
            @Override
            public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
                patience.set(context.getBean(HikariDataSource.class)
                        .getDataSourceProperties()
                        .get("socketTimeout"));
            }
        };

        SpringApplication.withHook(
                application -> started,
                () -> assertThat(run(
                                "--three-signs.command=recount",
                                "--spring.profiles.active=postgresql",
                                "--spring.datasource.url=" + PostgreSqlServer.freshDatabase(),
                                "--spring.datasource.username=" + PostgreSqlServer.USER))
                        .isEqualTo(0));

        assertThat(patience).hasValue("0");
        assertThat(log).contains("all 0 groups of results agree");
    }

    /** Beside a command the site serves nobody, which only the command line can say in time. */
    @Test
    void refusesACommandThatIsNotOnTheCommandLine() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> new OperatorCommands(List.of(new Named("import")), "import", false))
                .withMessage("three-signs.command is set outside of the command line.");
    }

    private record Named(String name) implements OperatorCommand {

        @Override
        public ExitCode run() {
            return ExitCode.DONE;
        }
    }

    /** It says what it did at a level of which tests hear nothing. */
    private int run(String... options) {
        return CommandApplication.run(
                ThreeSignsApplication.class,
                Stream.concat(
                                Stream.of(
                                        "--three-signs.data=" + folder.resolve("data"),
                                        "--logging.level.org.threesigns=info"),
                                Stream.of(options))
                        .toArray(String[]::new));
    }
}

package org.threesigns.startup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.database.FreshH2File;

/** Whatever stops startup is said to the host in two lines: what is wrong and where, and what to do. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTests {

    private static final String DATABASE = "three-signs.mv.db";

    /** H2 begins a file with two of them. */
    private static final int HEADERS = 8192;

    private static final int BLOCK = 4096;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --three-signs.daat=x                        | There is no setting three-signs.daat (command line).               | Did you mean three-signs.data?
            --three-signs.operator-name=x               | There is no setting three-signs.operator-name                      | Did you mean three-signs.operator.name?
            --three-signs.publish-every=1s              | There is no setting three-signs.publish-every                      | Did you mean three-signs.statistics.publish-every?
            --three-signs.colour-of-the-sky=blue        | There is no setting three-signs.colour-of-the-sky                  | docs/settings.md lists every setting
            --three-signs.retention-days=many           | three-signs.retention-days is "many" (command line), which is not a whole number. | Give it a whole number
            --three-signs.retention-days=0              | three-signs.retention-days is not from 1 to 36500                  | Give it a value in that range
            --three-signs.stop.drains-for=soon          | three-signs.stop.drains-for is "soon"                              | a duration such as 30s
            --three-signs.stop.drains-for=1h            | three-signs.stop.drains-for is 3600000 ms                          | Make it shorter than spring.lifecycle
            --three-signs.statistics.publish=perhaps    | three-signs.statistics.publish is "perhaps"                        | Give it true or false
            --three-signs.leave-to=the weather          | three-signs.leave-to is "the weather"                              | an address such as https://
            --three-signs.leave-to=https:/example.org   | three-signs.leave-to is "https:/example.org", which is not a web address | begins with https://
            --three-signs.leave-to=ftp://example.org    | three-signs.leave-to is "ftp://example.org", which is not a web address | begins with https://
            --three-signs.address=https://example.org/  | three-signs.address is "https://example.org/", which is not a web address without | https://example.org
            --three-signs.languages=en,tlh              | three-signs.languages names "tlh", in which the site has no words  | Take it out
            --three-signs.support=nowhere               | three-signs.support names a folder that is not there: /            | Make it, or correct the setting
            --three-signs.instruments=nowhere           | /nowhere: There is no such folder.                                 | three-signs.instruments
            --three-signs.instrument=four-signs         | There is no instrument 'four-signs'                                | Correct the property to one of
            --three-signs.instrument=mixed --three-signs.instruments=src/test/resources/other-instruments | names no help, so the start page cannot list it | Write 'support.en.yaml' beside this file
            --three-signs.secret=short                  | three-signs.secret has 5 characters                                | openssl rand
            --three-signs.setup-code=short              | three-signs.setup-code has 5 characters                            | at least 16
            --three-signs.administrators.site=nowhere   | three-signs.administrators.site is "nowhere"                       | https://signs.example.org
            --server.port=x                             | server.port is "x": | leave it out to get the default
            --spring.profiles.active=postgresql --spring.datasource.url=jdbc:postgresql://localhost:1/none --spring.flyway.connect-retries=0 --spring.datasource.hikari.connection-timeout=250 | The database cannot be reached | spring.datasource.url
            --spring.profiles.active=demo --spring.datasource.url=jdbc:h2:file:./target/kept | A demo keeps everything in memory | leave out the profile demo
            --spring.profiles.active=demo --spring.datasource.hikari.jdbc-url=jdbc:h2:file:./target/kept | A demo keeps everything in memory | Leave out spring.datasource
            --spring.profiles.active=preview | A preview needs the folder of the questionnaires. | --three-signs.instruments=FOLDER
            --spring.profiles.active=preview --three-signs.instruments=. --spring.datasource.url=jdbc:h2:file:./target/kept | A preview keeps everything in memory | leave out the preview
            --spring.profiles.active=demo,postgresql | A demo keeps everything in memory | Leave out spring.datasource and other profiles
            """)
    @Tag("once")
    void aSetting(String arguments, String problem, String remedy, CapturedOutput output) {
        List<String> all = new ArrayList<>(List.of(arguments.split(" (?=--)")));
        if (!arguments.contains("--server.port")) {
            all.add("--server.port=0");
        }
        failsToStart(output, problem, remedy, all.toArray(String[]::new));
    }

    @Test
    void anEnvironmentVariableThatIsNone(CapturedOutput output) {
        SpringApplication application = new SpringApplication(ThreeSignsApplication.class);
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "THREE_SIGNS_LANGUAGES_0", "en",
                                        "THREESIGNS_OPERATOR_NAME", "Ada",
                                        "THREE_SIGNS_SERVICE_HOST", "10.0.0.1",
                                        "THREE_SIGNS_OPERATOR_CONTAKT", "ada@example.org")));
        application.setEnvironment(environment);

        assertThatThrownBy(() -> application.run(data())).isInstanceOf(StartupException.class);

        saysInTwoLines(
                output,
                "There is no setting THREE_SIGNS_OPERATOR_CONTAKT (environment variable THREE_SIGNS_OPERATOR_CONTAKT).",
                "Did you mean THREESIGNS_OPERATOR_CONTACT?");
    }

    @Test
    void aStopMeanwhileIsNoFailure() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FailsWhileItIsStopped.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(process.getInputStream())
                .asString(ISO_8859_1)
                .endsWith("Stopped before the start was complete." + System.lineSeparator())
                .doesNotContain("unexpectedly");
    }

    /** What becomes of a start whose process is ended: the database closes, and the start fails for that. */
    static final class FailsWhileItIsStopped {

        public static void main(String[] arguments) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> new StartupFailureReporter(null)
                            .reportException(new IllegalStateException("Database is already closed"))));
        }
    }

    @Test
    void aFileWithASettingThatIsNone(CapturedOutput output) throws IOException {
        Path file =
                Files.writeString(folder.resolve("own.yaml"), "server:\n  port: 0\nthree-signs:\n  langauges: en\n");

        failsToStart(
                output,
                "There is no setting three-signs.langauges (URL [file:" + file + "], line 4).",
                "Did you mean three-signs.languages?",
                "--spring.config.additional-location=file:" + file);
    }

    @Test
    void anInstrumentWithABrokenFile(CapturedOutput output) throws IOException {
        Path version = Files.createDirectories(folder.resolve("instruments/tiny/1"));
        Files.writeString(version.resolve("instrument.yaml"), "id: tiny\nversion: one\n");

        failsToStart(
                output,
                "tiny/1/instrument.yaml, line 1: 'options' is missing.",
                "Add 'options",
                "--server.port=0",
                "--three-signs.instruments=" + folder.resolve("instruments"));
    }

    @Test
    void aPortInUse(CapturedOutput output) throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            failsToStart(
                    output,
                    "Port %d is in use by another process.".formatted(other.getLocalPort()),
                    "choose another port: --server.port=",
                    "--server.port=" + other.getLocalPort());
        }
    }

    @Test
    void aDataFolderThatIsAFile(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("data"), "");

        failsToStart(output, "The data folder cannot be written: " + folder.resolve("data"), "Let this user write");
    }

    @ParameterizedTest
    @CsvSource({"''", "hello", "'H:2,block:7,format:9,and:nothing:of:a:database'"})
    void aDatabaseFileThatIsEmptyForeignOrBroken(String content, CapturedOutput output) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Path file = Files.writeString(folder.resolve("data").resolve(DATABASE), content);

        failsToStart(output, "The database file is ", "Restore it from a backup");

        assertThat(file).hasContent(content);
        assertThat(output).contains(file.toString());
    }

    @Test
    void aDatabaseFileWhoseContentIsGone(CapturedOutput output) throws Exception {
        FreshH2File.makeTables(url());
        Path file = folder.resolve("data").resolve(DATABASE);
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, HEADERS, content.length, (byte) 0);
        Files.write(file, content);

        failsToStart(output, "The database file has lost its content: " + file, "Restore it from a backup");
    }

    @Test
    void aDatabaseFileWithoutTables(CapturedOutput output) throws Exception {
        DriverManager.getConnection(url(), "sa", "").close();

        failsToStart(output, "The database file has lost its content: ", "Restore it from a backup");
    }

    @Test
    void aDatabaseFileThatHasLostItsEnd(CapturedOutput output) throws Exception {
        FreshH2File.makeTables(url());
        Path file = folder.resolve("data").resolve(DATABASE);
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.truncate(content.size() - BLOCK);
        }
        byte[] left = Files.readAllBytes(file);

        failsToStart(
                output,
                "The database file has lost its end, and the last results with it: " + file,
                "Restore it from a backup: delete " + folder.resolve("data").resolve("three-signs.mark"));

        assertThat(file).hasBinaryContent(left);
    }

    @Test
    void aMoveFromAFileThatHasLostItsEnd(CapturedOutput output) throws Exception {
        FreshH2File.makeTables("jdbc:h2:file:" + folder.resolve("old").resolve("three-signs"));
        try (FileChannel content =
                FileChannel.open(folder.resolve("old").resolve(DATABASE), StandardOpenOption.WRITE)) {
            content.truncate(content.size() - BLOCK);
        }

        failsToStart(
                output,
                "The database file has lost its end, and the last results with it: " + folder.resolve("old"),
                "Restore it from a backup",
                "--three-signs.move-from=" + folder.resolve("old"));
    }

    @Test
    void aDatabaseFileOfWhichBitsHaveFlipped(CapturedOutput output) throws Exception {
        FreshH2File.makeTables(url());
        Path file = folder.resolve("data").resolve(DATABASE);
        String content = Files.readString(file, ISO_8859_1);
        Files.writeString(file, content.replace("CREATE CACHED TABLE", "CREATE\0CACHED\0TABLE"), ISO_8859_1);

        failsToStart(output, "The database file is broken", "Restore it from a backup");
    }

    @Test
    void aDatabaseOfSomethingElse(CapturedOutput output) throws Exception {
        try (Connection connection = DriverManager.getConnection(url(), "sa", "")) {
            connection.createStatement().execute("create table invoice (id int)");
        }

        failsToStart(output, "The tables of the database could not be brought up", "Restore the backup");
    }

    @Test
    void aMigrationThatFails(CapturedOutput output) throws Exception {
        FreshH2File.makeTables(url());
        try (Connection connection = DriverManager.getConnection(url(), "sa", "")) {
            connection
                    .createStatement()
                    .execute("delete from \"flyway_schema_history\" where \"installed_rank\" ="
                            + " (select max(\"installed_rank\") from \"flyway_schema_history\")");
            connection.createStatement().execute("drop table response_cell");
        }

        failsToStart(output, "The tables of the database could not be brought up", "Restore the backup");
    }

    @Test
    void aFolderToMoveFromThatIsNotThere(CapturedOutput output) {
        failsToStart(
                output,
                "Nothing was moved. There is no file three-signs.mv.db in ",
                "Give three-signs.move-from the folder",
                "--three-signs.move-from=nowhere");
    }

    /** As where the option is left in after the move, or the profile is left out. */
    @Test
    void aMoveIntoADatabaseFileThatIsThere(CapturedOutput output) throws Exception {
        FreshH2File.makeTables(url());
        try (Connection connection = DriverManager.getConnection(url(), "sa", "")) {
            connection.createStatement().execute("insert into batch (id) values (random_uuid())");
        }
        FreshH2File.makeTables("jdbc:h2:file:" + folder.resolve("old").resolve("three-signs"));

        failsToStart(
                output,
                "Nothing was moved. The database to move to holds data already",
                "take three-signs.move-from out of the settings",
                "--three-signs.move-from=" + folder.resolve("old"));
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("data").resolve("three-signs");
    }

    private String data() {
        return "--three-signs.data=" + folder.resolve("data");
    }

    private void failsToStart(CapturedOutput output, String problem, String remedy, String... arguments) {
        String[] all = Stream.concat(Stream.of(data()), Stream.of(arguments)).toArray(String[]::new);

        assertThatThrownBy(() -> new SpringApplication(ThreeSignsApplication.class)
                        .run(all)
                        .close())
                .isInstanceOf(Exception.class);

        saysInTwoLines(output, problem, remedy);
    }

    /** Nothing else may be said: tests print warnings as a host sees them. */
    private static void saysInTwoLines(CapturedOutput output, String problem, String remedy) {
        List<String> lines = output.toString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains(problem.strip());
        assertThat(lines.get(1)).contains(remedy.strip());
    }
}

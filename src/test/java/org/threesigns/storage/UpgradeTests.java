package org.threesigns.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.tools.Restore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.assessment.Saved;
import org.threesigns.assessment.ShareKey;
import org.threesigns.assessment.Shares;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.PublishedCounts;
import org.threesigns.publication.Recount;
import org.threesigns.respondent.Respondent;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.ResponseCounts;

/** An installation with the tables of the first version gets a new jar, and goes back by its backup. */
@Tag("once")
class UpgradeTests {

    private static final String FIRST_VERSION = "1";
    private static final String COPY = "three-signs-before-upgrade-from-1.zip";
    private static final String KEY = "A".repeat(24);
    private static final String RESULT = "/en/result/" + KEY;
    private static final int QUESTIONS = 27;

    private static final Instrument THREE_SIGNS = TestInstruments.threeSigns();
    private static final Responses ANSWERS = new Responses("2".repeat(QUESTIONS));

    private static final UUID BATCH = UUID.randomUUID();
    private static final ShareKey SHARE = ShareKey.parse("s".repeat(24)).orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void theEmbeddedFileIsBroughtUpToDateAndItsCopyIsTheWayBack() throws Exception {
        Path file = folder.resolve("three-signs.mv.db");
        String url = "jdbc:h2:file:" + folder.resolve("three-signs");
        anInstallationOfTheFirstVersion(url, "sa");

        everythingIsThere("--three-signs.data=" + folder);

        Files.delete(file);
        Restore.execute(folder.resolve(COPY).toString(), folder.toString(), null);
        assertThat(version(url, "sa")).isEqualTo(FIRST_VERSION);
        assertThat(results(url, "sa")).isEqualTo(1);
    }

    @Test
    void aFileThatAnInterruptedUpgradeOf010LeftIsReplacedByItsCopyBesideTheMark() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("three-signs");
        anInstallationOfTheFirstVersion(url, "sa");
        new EmbeddedFile(folder).requireWholeAndMark(); // as the start does that upgrades
        new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""))
                .update("backup to ?", folder.resolve(COPY).toString());
        wasEndedInTheMiddle(url);

        Files.delete(folder.resolve(DataFolder.FILE));
        Restore.execute(folder.resolve(COPY).toString(), folder.toString(), null);

        everythingIsThere("--three-signs.data=" + folder);
    }

    private static void wasEndedInTheMiddle(String url) {
        var database = new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""));
        Flyway.configure().dataSource(url, "sa", "").target("10").load().migrate();
        database.execute("shutdown immediately");
    }

    @Test
    void theCopyStaysUntilAStartHasNothingToChange() throws Exception {
        Path copy = folder.resolve(COPY);
        String url = "jdbc:h2:file:" + folder.resolve("three-signs");
        anInstallationOfTheFirstVersion(url, "sa");

        start("--three-signs.data=" + folder).close();
        byte[] first = Files.readAllBytes(copy);
        wasEndedBeforeTheLastStepsWereWrittenDown(url, "sa");
        start("--three-signs.data=" + folder).close();
        assertThat(copy).as("the copy of the earlier upgrade").hasBinaryContent(first);
        assertThat(folder.resolve(COPY.replace("-1.zip", "-11.zip")))
                .as("the copy of the next one")
                .exists();

        aNewerVersionWasHere(url);
        assertThatThrownBy(() -> start("--three-signs.data=" + folder)).isNotNull();
        assertThat(copy).as("after a start that refused newer tables").exists();

        aNewerVersionIsForgotten(url);
        Files.createFile(folder.resolve(COPY.replace("-1.zip", "-8.zip.tmp"))); // a start was killed while it copied
        start("--three-signs.data=" + folder).close();
        assertThat(folder).isDirectoryNotContaining("glob:**before-upgrade*");
    }

    @Test
    void whatCannotBeCopiedIsNotChanged() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("three-signs");
        anInstallationOfTheFirstVersion(url, "sa");
        Files.createSymbolicLink(folder.resolve(COPY + ".tmp"), Path.of("/dev/full")); // a disk without room

        assertThatThrownBy(() -> start("--three-signs.data=" + folder))
                .rootCause()
                .hasMessageContaining("could not be copied");

        assertThat(version(url, "sa")).isEqualTo(FIRST_VERSION);
        assertThat(folder).isDirectoryNotContaining("glob:**before-upgrade*");
    }

    private static void aNewerVersionWasHere(String url) {
        new JdbcTemplate(new DriverManagerDataSource(url, "sa", "")).update("""
                        insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                            "checksum", "installed_by", "execution_time", "success")
                        values (999, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'SA', 1, true)""");
    }

    private static void aNewerVersionIsForgotten(String url) {
        new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""))
                .update("delete from \"flyway_schema_history\" where \"version\" = '999'");
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

    @Test
    void everyResultKeepsItsPlaceInTheEmbeddedFile() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("three-signs");
        anInstallationWithAQueue(url, "sa");

        everyResultHasItsPlace("--three-signs.data=" + folder);
        wasEndedBeforeTheLastStepsWereWrittenDown(url, "sa");
        everyResultHasItsPlace("--three-signs.data=" + folder);
    }

    @Test
    void everyResultKeepsItsPlaceInPostgreSql() throws Exception {
        String url = PostgreSqlServer.freshDatabase();
        anInstallationWithAQueue(url, PostgreSqlServer.USER);
        String[] settings = {
            "--spring.profiles.active=postgresql",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + PostgreSqlServer.USER
        };

        everyResultHasItsPlace(settings);
        wasEndedBeforeTheLastStepsWereWrittenDown(url, PostgreSqlServer.USER);
        everyResultHasItsPlace(settings);
    }

    @Test
    void countsThatMayMixWordingsStayAsTheyAreInTheEmbeddedFile() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("three-signs");
        anInstallationWithAQueue(url, "sa");

        countsOfBothWordingsStayTogether("--three-signs.data=" + folder);
    }

    @Test
    void countsThatMayMixWordingsStayAsTheyAreInPostgreSql() throws Exception {
        String url = PostgreSqlServer.freshDatabase();
        anInstallationWithAQueue(url, PostgreSqlServer.USER);

        countsOfBothWordingsStayTogether(
                "--spring.profiles.active=postgresql",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + PostgreSqlServer.USER);
    }

    /** On H2 each statement is for good at once, so a kill can leave steps that were taken and that the history does not know. */
    private static void wasEndedBeforeTheLastStepsWereWrittenDown(String url, String user) {
        new JdbcTemplate(new DriverManagerDataSource(url, user, ""))
                .update("delete from \"flyway_schema_history\" where \"installed_rank\" >"
                        + " (select \"installed_rank\" from \"flyway_schema_history\" where \"version\" = '11')");
    }

    /** Tables as they were when a result's place in the counts was a row of its own. */
    private static void anInstallationWithAQueue(String url, String user) {
        Flyway.configure().dataSource(url, user, "").target("10").load().migrate();
        var database = new JdbcTemplate(new DriverManagerDataSource(url, user, ""));
        Map<String, UUID> ids = new HashMap<>();
        for (String result : List.of("published", "beside it", "withdrawn", "waiting", "uncounted")) {
            ids.put(result, anOldResult(database, token(result).value()));
        }
        var month = LocalDate.of(2026, 3, 1);
        String place = "insert into publication values (?, ?, ?, ?)";
        database.update(place, ids.get("published"), BATCH, month, false);
        database.update(place, ids.get("beside it"), BATCH, month, false);
        database.update("update assessment set wording = 'past' where id = ?", ids.get("beside it"));
        database.update("insert into response_cell values ('three-signs', 1, 'en', false, ?, ?)", month, countsOfTwo());
        database.update(place, ids.get("withdrawn"), null, null, true);
        database.update(place, ids.get("waiting"), null, null, false);
        database.update("insert into uncounted values (?)", ids.get("uncounted"));
        database.update(
                "insert into share values (?, ?, 'control', ?)",
                SHARE.hash(),
                ids.get("beside it"),
                LocalDate.of(2999, 1, 1));
        database.update(
                "insert into tombstone values (?, ?)", sha256(token("deleted").value()), LocalDate.of(2999, 1, 1));
        database.update("insert into imported_file values (?, 12, true)", sha256("a file"));
        // What an attempt to bring them up to date leaves, where it was ended half way.
        database.execute("create table batch (id uuid not null, constraint batch_pk primary key (id))");
        database.execute("create table assessment_next (batch uuid references batch (id))");
    }

    private static byte[] countsOfTwo() {
        return ResponseCounts.of(THREE_SIGNS, List.of(ANSWERS, ANSWERS)).stored();
    }

    private static void countsOfBothWordingsStayTogether(String... settings) {
        try (var application = start(settings)) {
            var database = application.getBean(JdbcClient.class);
            var published = application.getBean(PublishedCounts.class);

            assertThat(wordings(database, "batch where counted_month is not null"))
                    .containsExactly("not-separated");
            assertThat(wordings(database, "response_cell")).containsExactly("not-separated");
            assertThat(application.getBean(Recount.class).recount()).isEqualTo(new Recount.Report(1, 0));
            assertThat(published.of(THREE_SIGNS).months()).hasSize(1);

            assertThat(application.getBean(Assessments.class).delete(token("beside it")))
                    .isTrue();
            assertThat(wordings(database, "response_cell")).containsExactly("not-separated");
            assertThat(published.of(THREE_SIGNS).months()).isEmpty();
        }
    }

    private static List<String> wordings(JdbcClient database, String rows) {
        return database.sql("select wording from " + rows).query(String.class).list();
    }

    private static void everyResultHasItsPlace(String... settings) {
        try (var application = start(settings)) {
            var assessments = application.getBean(Assessments.class);
            var database = application.getBean(JdbcClient.class);
            var places = new HashMap<String, String>();
            for (String result : List.of("published", "beside it", "withdrawn", "waiting", "uncounted")) {
                assertThat(assessments.find(token(result))).isPresent();
                places.put(result, place(database, token(result)));
            }

            assertThat(places)
                    .containsEntry("published", BATCH + " of 2026-03-01")
                    .containsEntry("beside it", BATCH + " of 2026-03-01")
                    .containsEntry("waiting", "none")
                    .containsEntry("uncounted", "uncounted")
                    .hasEntrySatisfying(
                            "withdrawn",
                            place ->
                                    assertThat(place).matches(".{36} withdrawn").doesNotContain(BATCH.toString()));
            assertThat(database.sql("select id from batch where exported = true")
                            .query()
                            .listOfRows())
                    .as("batches that nobody knows to be without survivors")
                    .isEmpty();
            assertThat(application.getBean(Shares.class).find(SHARE)).isPresent();
            assertThat(database.sql("select sha_256 from response_import where instrument is null")
                            .query(byte[].class)
                            .list())
                    .containsExactly(sha256("a file"));
            CompletedAssessment sentAgain = assessments.find(token("waiting")).orElseThrow();
            assertThat(assessments.save(token("deleted"), sentAgain)).isEqualTo(Saved.DELETED);
        }
    }

    private static String place(JdbcClient database, AssessmentToken token) {
        return database.sql("""
                        select a.batch, a.uncounted, b.counted_month
                        from assessment a left join batch b on b.id = a.batch where a.id = ?""")
                .param(token.key())
                .query((row, number) -> {
                    if (row.getBoolean("uncounted")) {
                        return "uncounted";
                    }
                    String month = row.getString("counted_month");
                    String batch = row.getString("batch");
                    return batch == null ? "none" : batch + (month == null ? " withdrawn" : " of " + month);
                })
                .single();
    }

    private static AssessmentToken token(String name) {
        return AssessmentToken.of(sha256(name));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void anInstallationOfTheFirstVersion(String url, String user) {
        Flyway.configure()
                .dataSource(url, user, "")
                .target(FIRST_VERSION)
                .load()
                .migrate();
        anOldResult(new JdbcTemplate(new DriverManagerDataSource(url, user, "")), KEY);
    }

    /** Its row as it was when the key was random and a hash of the token stood beside it. */
    private static UUID anOldResult(JdbcTemplate database, String token) {
        var id = UUID.randomUUID();
        database.update(
                "insert into assessment values (?, ?, 'three-signs', 1, 'en', ?, ?, false, 'current', false)",
                id,
                sha256(token),
                LocalDate.of(2026, 3, 14),
                ANSWERS.encoded());
        return id;
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

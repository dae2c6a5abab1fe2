package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.accounts.AuditEvent;
import org.threesigns.accounts.AuditLog;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.ShareKey;
import org.threesigns.assessment.Shares;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.publication.Publisher;
import org.threesigns.respondent.Respondent;
import org.threesigns.startup.StartupException;

/** A site that has grown: results, links, shares, counts, accounts and the secret move from the file to PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferTests {

    private static final int SITTINGS = 25;

    @TempDir
    private static Path folder;

    private final Map<String, Map<String, String>> results = new TreeMap<>();
    private Map<String, List<String>> before = Map.of();
    private Optional<ShareKey> share = Optional.empty();

    @BeforeAll
    void aSiteThatHasGrown() throws IOException {
        try (var application = start("--three-signs.data=" + folder)) {
            var respondent = new Respondent(port(application));
            var random = new Random(25);
            for (int i = 0; i < SITTINGS; i++) {
                var form = respondent.fillIn(random);
                results.put(respondent.send(form).orElseThrow(), form.answers());
            }
            respondent.delete(results.keySet().iterator().next());
            results.remove(results.keySet().iterator().next());
            share = application
                    .getBean(Shares.class)
                    .open(token(results.keySet().iterator().next()), List.of("control"), 7);
            application.getBean(Publisher.class).publish();
            var jdbc = application.getBean(JdbcTemplate.class);
            var ada = UUID.randomUUID();
            jdbc.update("""
                    insert into admin_account (id, username, password_hash, role, enabled, created_at, password_changed_at)
                    values (?, 'ada', 'hash', 'administrator', true, current_timestamp, current_timestamp)""", ada);
            jdbc.update("""
                    insert into admin_passkey
                    values (?, ?, 'blue key', ?, ?, ?, 'usb', 7, true, false, false, current_date, null)""", UUID.randomUUID(), ada, new byte[] {1}, new byte[] {2}, new byte[] {3});
            application.getBean(AuditLog.class).record(AuditEvent.SIGNED_IN, "ada");
            before = contents(jdbc);
        }
    }

    @Test
    void everyResultLinkShareAndAccountArrives() throws IOException {
        String url = PostgreSqlServer.freshDatabase();
        try (var application = start(onPostgreSql(url))) {
            var jdbc = application.getBean(JdbcTemplate.class);
            assertThat(before)
                    .containsKeys("assessment", "share", "admin_account", "admin_passkey", "application_secret");
            assertThat(contents(jdbc)).isEqualTo(before);

            var respondent = new Respondent(port(application));
            for (var result : results.entrySet()) {
                assertThat(respondent.answersAt(result.getKey())).contains(result.getValue());
            }
            assertThat(application.getBean(Shares.class).find(share.orElseThrow()))
                    .isPresent();
            application.getBean(AuditLog.class).record(AuditEvent.SIGNED_OUT, "ada");
            assertThat(respondent.delete(results.keySet().iterator().next())).isTrue();
        }
        assertThatThrownBy(() -> start(onPostgreSql(url)).close())
                .rootCause()
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("holds data already");
    }

    @Test
    void aFolderWithoutAFileIsToldApart() {
        var unused = new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:unused");

        assertThatThrownBy(() -> new Transfer(folder.resolve("nowhere"), unused).run())
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("There is no file");
    }

    @Test
    void aCopyOfTheFileIsABackupThatOpens() throws IOException {
        Path restored = Files.createDirectory(folder.resolve("restored"));
        Files.copy(folder.resolve("three-signs.mv.db"), restored.resolve("three-signs.mv.db"));

        try (var application = start("--three-signs.data=" + restored)) {
            assertThat(results.keySet())
                    .allMatch(result -> application
                            .getBean(Assessments.class)
                            .find(token(result))
                            .isPresent());
        }
    }

    private static String[] onPostgreSql(String url) {
        return new String[] {
            "--spring.profiles.active=postgresql",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + PostgreSqlServer.USER,
            "--three-signs.move-from=" + folder
        };
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(ThreeSignsApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(Stream.concat(
                                Arrays.stream(settings),
                                Stream.of("--server.port=0", "--three-signs.statistics.publish=false"))
                        .toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static AssessmentToken token(String result) {
        return AssessmentToken.parse(result.substring(result.lastIndexOf('/') + 1))
                .orElseThrow();
    }

    /** Every row of every table, as text. */
    private static Map<String, List<String>> contents(JdbcTemplate jdbc) {
        var contents = new TreeMap<String, List<String>>();
        jdbc
                .queryForList(
                        "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'",
                        String.class)
                .stream()
                .filter(table -> !table.startsWith("flyway"))
                .forEach(table -> contents.put(
                        table,
                        jdbc.queryForList("select * from " + table).stream()
                                .map(row -> row.values().stream()
                                        .map(TransferTests::text)
                                        .toList()
                                        .toString())
                                .sorted()
                                .toList()));
        return contents;
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        return value instanceof java.time.OffsetDateTime time
                ? time.toInstant().toString()
                : value instanceof java.sql.Timestamp time ? time.toInstant().toString() : String.valueOf(value);
    }
}

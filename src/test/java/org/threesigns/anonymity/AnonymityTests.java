package org.threesigns.anonymity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.database.FreshH2File;
import org.threesigns.publication.Publisher;
import org.threesigns.respondent.Respondent;

/**
 * People with tell-tale browsers answer, look at their results and delete some, while every logger tells all it knows
 * and the access log is on. Then everything that is kept anywhere is searched for them.
 */
@Tag("once")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.tomcat.accesslog.enabled=true",
            "server.tomcat.accesslog.buffered=false",
            "three-signs.statistics.publish=false",
            "management.server.port=0",
            "three-signs.setup-code=" + AnonymityTests.SET_UP_CODE
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnonymityTests {

    static final String SET_UP_CODE = "OfOneWhoReadsItAll";

    private static final int SITTINGS = 200;
    private static final int DELETED = 10;

    private static final Path FOLDER = FreshH2File.folder();

    private static final String AGENT = "TellTaleBrowser/7.1";
    private static final String ADDRESS = "203.0.113.77";
    private static final Map<String, String> TELL_TALES = Map.of(
            "User-Agent",
            AGENT,
            "X-Forwarded-For",
            ADDRESS,
            "Forwarded",
            "for=" + ADDRESS,
            "X-Real-IP",
            ADDRESS,
            "Cookie",
            "tracker=telltalecookie",
            "Referer",
            "https://telltale.example/forum/thread/8",
            "Accept-Language",
            "sv-FI,telltale;q=0.1");
    private static final List<String> TELLING =
            List.of("TellTale", "telltale", ADDRESS, "127.0.0.1", "0:0:0:0:0:0:0:1", "sv-FI");

    /** Everything that is kept about a respondent, and its type. A new column has to be answered for here. */
    private static final Map<String, String> COLUMNS_ABOUT_RESPONDENTS = new TreeMap<>(Map.ofEntries(
            Map.entry("assessment.id", "UUID"),
            Map.entry("assessment.instrument", "CHARACTER VARYING"),
            Map.entry("assessment.instrument_version", "INTEGER"),
            Map.entry("assessment.language", "CHARACTER VARYING"),
            Map.entry("assessment.completed_on", "DATE"),
            Map.entry("assessment.responses", "CHARACTER VARYING"),
            Map.entry("assessment.careless", "BOOLEAN"),
            Map.entry("assessment.wording", "CHARACTER VARYING"),
            Map.entry("assessment.support_first", "BOOLEAN"),
            Map.entry("assessment.batch", "UUID"),
            Map.entry("assessment.uncounted", "BOOLEAN"),
            Map.entry("batch.id", "UUID"),
            Map.entry("batch.counted_month", "DATE"),
            Map.entry("batch.exported", "BOOLEAN"),
            Map.entry("batch.wording", "CHARACTER VARYING"),
            Map.entry("batch.response_import", "BIGINT"),
            Map.entry("response_cell.instrument", "CHARACTER VARYING"),
            Map.entry("response_cell.instrument_version", "INTEGER"),
            Map.entry("response_cell.language", "CHARACTER VARYING"),
            Map.entry("response_cell.careless", "BOOLEAN"),
            Map.entry("response_cell.counted_month", "DATE"),
            Map.entry("response_cell.counts", "BINARY VARYING"),
            Map.entry("response_cell.exported_rows", "INTEGER"),
            Map.entry("response_cell.wording", "CHARACTER VARYING"),
            Map.entry("share.key_hash", "BINARY VARYING"),
            Map.entry("share.assessment_id", "UUID"),
            Map.entry("share.scales", "CHARACTER VARYING"),
            Map.entry("share.ends_on", "DATE"),
            Map.entry("deletion.id", "UUID"),
            Map.entry("deletion.deleted_on", "DATE"),
            Map.entry("deletion.cause", "CHARACTER VARYING"),
            Map.entry("deletion.results", "INTEGER"),
            Map.entry("tombstone.assessment_id", "UUID"),
            Map.entry("tombstone.ends_on", "DATE")));

    private static final List<String> TABLES_ABOUT_RESPONDENTS =
            List.of("assessment", "batch", "response_cell", "share", "deletion", "tombstone");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Publisher publisher;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ApplicationContext context;

    private final List<AssessmentToken> tokens = new ArrayList<>();
    private Map<String, String> otherTablesBefore = Map.of();
    private Map<String, String> otherTablesAfter = Map.of();
    private Map<String, String> readByAnAdministrator = Map.of();
    private String log = "";

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) {
        properties.add("three-signs.data", FOLDER::toString);
        properties.add("server.tomcat.basedir", FOLDER::toString);
    }

    @BeforeAll
    void peopleComeAndGo() throws IOException {
        otherTablesBefore = otherTables();
        try (var talkative = new TalkativeLog()) {
            peopleAnswer();
            publisher.publish();
            log = talkative.text();
        }
        otherTablesAfter = otherTables();
        readByAnAdministrator = new Administrator(port, SET_UP_CODE).everything();
    }

    private void peopleAnswer() throws IOException {
        var random = new Random(200);
        var respondent = new Respondent(port, TELL_TALES);
        for (int i = 0; i < SITTINGS; i++) {
            String result = respondent.send(respondent.fillIn(random)).orElseThrow();
            tokens.add(AssessmentToken.parse(result.substring(result.lastIndexOf('/') + 1))
                    .orElseThrow());
            if (i % 10 == 0) {
                respondent.get(result);
                respondent.get(result + "x");
                respondent.answersAt(result);
            }
        }
        sendWhatTheContainerCannotRead();
        for (int i = 0; i < DELETED; i++) {
            respondent.delete(
                    "/en/result/" + tokens.remove(random.nextInt(tokens.size())).value());
        }
    }

    /** It quotes what it could not read, if it is let. */
    private void sendWhatTheContainerCannotRead() throws IOException {
        String link = tokens.get(0).value();
        for (String head : List.of(
                "GET /en HTTP/1.1\r\nCookie: () { :;}; TellTale",
                "GET /en/result/" + link + "|telltale HTTP/1.1",
                "GET /en/telltale%zz HTTP/1.1",
                "GET /en?telltale=%zz HTTP/1.1",
                "GET /en HTTP/1.1\r\nTell Tale: telltale",
                "TELLTALE\u0001 /en HTTP/1.1")) {
            try (var line = new Socket("localhost", port)) {
                line.getOutputStream()
                        .write((head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
                assertThat(line.getInputStream().readAllBytes()).as(head).isNotEmpty();
            }
        }
    }

    @Test
    void everyColumnAboutRespondentsIsKnownAndNoneHoldsATimeOfDay() {
        var columns = new TreeMap<String, String>();
        jdbc.sql("""
                        select lower(table_name) as t, lower(column_name) as c, data_type as d
                        from information_schema.columns where table_schema = 'PUBLIC'""").query(row -> {
            if (TABLES_ABOUT_RESPONDENTS.contains(row.getString("t"))) {
                columns.put(row.getString("t") + "." + row.getString("c"), row.getString("d"));
            }
        });

        assertThat(columns).isEqualTo(COLUMNS_ABOUT_RESPONDENTS);
    }

    @Test
    void noOtherTableNoticesThatAnybodyWasHere() {
        assertThat(otherTablesAfter).isEqualTo(otherTablesBefore);
    }

    @Test
    void noPageAndNoFileOfAnAdministratorsTellsABrowserALinkAKeyOrADay() {
        String responses = readByAnAdministrator.getOrDefault("/admin/export/responses.csv", "");
        var today = LocalDate.now(ZoneOffset.UTC);

        assertThat(responses.lines().findFirst().orElseThrow().split(",", -1))
                .doesNotContain("id", "token", "completed_on", "day", "support_first");
        assertThat(responses.lines().count()).isBetween(1L + SITTINGS - DELETED - 20, 1L + SITTINGS - DELETED);
        readByAnAdministrator.forEach((path, text) -> {
            assertTellsNothing(text);
            assertThat(ids()).as(path).noneMatch(text::contains);
        });
        for (String file : List.of("/admin/export/responses.csv", "/admin/aggregates.csv", "/admin/aggregates.json")) {
            // The day of the file is no day of a result.
            assertThat(readByAnAdministrator.getOrDefault(file, "").replace("\"createdOn\" : \"" + today + '"', ""))
                    .as(file)
                    .isNotEmpty()
                    .doesNotContain(today.toString(), today.minusDays(1).toString());
        }
    }

    @Test
    void noRowHoldsAnythingOfTheBrowserOrALink() {
        String everything =
                TABLES_ABOUT_RESPONDENTS.stream().map(this::contents).toList().toString();

        assertThat(everything).hasSizeGreaterThan(10_000);
        assertTellsNothing(everything);
    }

    @Test
    void noFileHoldsAnythingOfTheBrowserOrALink() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertTellsNothing(Files.readString(file, ISO_8859_1));
            }
        }
    }

    @Test
    void noKeyTellsAnOrderOfArrival() {
        List<String> ids = tokens.stream().map(token -> token.key().toString()).toList();

        assertThat(ids()).hasSameElementsAs(ids);
        assertThat(orderedPairs(ids)).isBetween(0.4, 0.6);
        assertThat(Stream.of("deletion", "batch")
                        .flatMap(table -> jdbc.sql("select id from " + table).query(String.class).list().stream()))
                .isNotEmpty()
                .allMatch(id -> id.charAt(14) == '4'); // version 4: random
    }

    @Test
    void noLogLineTellsAnythingWithEveryLoggerAtItsMostTalkative() {
        assertThat(log).contains("DEBUG");
        assertTellsNothing(log);
        // Nothing that was answered either: no line tells the value of a field.
        assertThat(log.lines().filter(line -> line.contains("almost-always") || line.contains("_stamp")))
                .isEmpty();
    }

    @Test
    void theAccessLogTellsNoMoreThanHowBusyADayWas() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("logs"))) {
            List<String> lines = files.flatMap(AnonymityTests::lines).toList();

            assertThat(lines)
                    .hasSizeGreaterThan(2 * SITTINGS)
                    .allMatch(line -> line.matches("\\d{4}-\\d{2}-\\d{2} ([A-Z]+|null) \\d{3} (\\d+|-) \\d+"));
        }
    }

    @Test
    void noMetricNamesAnybody() {
        String all = meters.getMeters().stream().map(Meter::getId).toList().toString();

        assertThat(all).contains("http.server.requests");
        assertTellsNothing(all);
    }

    @Test
    void thereIsNoCacheThatCouldKeepAnything() {
        assertThat(context.getBeanNamesForType(CacheManager.class)).isEmpty();
    }

    private List<String> ids() {
        return jdbc.sql("select id from assessment").query(String.class).list();
    }

    private void assertTellsNothing(String text) {
        for (String telling : TELLING) {
            assertThat(excerpt(text, telling)).as(telling).isEmpty();
        }
        for (AssessmentToken token : tokens) {
            assertThat(excerpt(text, token.value())).as("a token").isEmpty();
        }
    }

    /** A little of what is around it, where it is found: the whole would be too much to read. */
    private static Optional<String> excerpt(String text, String telling) {
        int at = text.indexOf(telling);
        return at < 0
                ? Optional.empty()
                : Optional.of(text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100)));
    }

    /** How many pairs stand in the same order by key and by arrival; one half where the key tells nothing. */
    private static double orderedPairs(List<String> keysByArrival) {
        long ordered = IntStream.range(0, keysByArrival.size())
                .mapToLong(i -> IntStream.range(i + 1, keysByArrival.size())
                        .filter(j -> keysByArrival.get(i).compareTo(keysByArrival.get(j)) < 0)
                        .count())
                .sum();
        return ordered / (keysByArrival.size() * (keysByArrival.size() - 1) / 2.0);
    }

    private Map<String, String> otherTables() {
        var tables = new TreeMap<String, String>();
        jdbc
                .sql("select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !TABLES_ABOUT_RESPONDENTS.contains(table))
                .forEach(table -> tables.put(table, contents(table)));
        return tables;
    }

    private String contents(String table) {
        return jdbc
                .sql("select * from \"" + (table.startsWith("flyway") ? table : table.toUpperCase(Locale.ROOT)) + "\"")
                .query()
                .listOfRows()
                .stream()
                .flatMap(row -> row.values().stream())
                .map(value -> value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : String.valueOf(value))
                .toList()
                .toString();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

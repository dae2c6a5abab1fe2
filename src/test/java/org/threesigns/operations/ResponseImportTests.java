package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.threesigns.scoring.ReferenceData.copyOfResponses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.StoredResults;
import org.threesigns.statistics.ReferenceAgreement;

/** Responses that another system has collected. */
@OnH2
@SpringBootTest(
        properties = {
            "three-signs.statistics.publish=false",
            "three-signs.instruments=src/test/resources/reference/instruments"
        })
@AutoConfigureMockMvc
@Import(StoredResults.class)
class ResponseImportTests {

    private static final Instrument SIM24 = TestInstruments.sim24();

    @TempDir
    private Path folder;

    private final ResponseImport responses;
    private final StoredResults results;
    private final Publisher publisher;
    private final MockMvcTester mvc;
    private final JdbcClient jdbc;
    private final List<String> problems = new ArrayList<>();

    @Autowired
    ResponseImportTests(
            ResponseImport responses, StoredResults results, Publisher publisher, MockMvcTester mvc, JdbcClient jdbc) {
        this.responses = responses;
        this.results = results;
        this.publisher = publisher;
        this.mvc = mvc;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        results.clear();
        jdbc.sql("delete from imported_file").update();
    }

    @TestFactory
    Stream<DynamicTest> theReferenceRespondentsComeInByTheirFile() throws IOException {
        Path all = copyOfResponses(folder.resolve("all.csv"));
        // Flagged ones would be a group of their own, the last few of which would wait for company.
        List<String> lines = Files.readAllLines(all);
        String nobodyFlagged =
                lines.get(0) + ",careless\n" + String.join(",0\n", lines.subList(1, lines.size())) + ",0\n";

        var report = load(file("responses.csv", nobodyFlagged));
        publisher.publish();

        assertThat(report).isEqualTo(new ResponseImport.Report(20_000, 0, 0));
        Dashboard dashboard = dashboard();
        assertThat(dashboard.trend().months().stream()
                        .limit(6)
                        .map(month -> month.month().toString()))
                .containsExactly("2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06");
        return new ReferenceAgreement(dashboard.statistics().orElseThrow()).everybody();
    }

    @Test
    void theSameFileIsRefusedTheSecondTimeUnderWhateverName() throws IOException {
        load(file("first.csv", header() + "\n" + row(1, "2025-01")));

        Path again = file("second.csv", header() + "\n" + row(1, "2025-01"));

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> load(again))
                .withMessageContaining("imported before");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whatWasCutOffGoesOnAtItsLine() throws IOException {
        Path file = file("cut.csv", header() + "\n" + row(1, "2025-01") + "\n" + row(2, "2025-01"));
        load(file);
        jdbc.sql("update imported_file set finished = false, lines_done = 2").update();

        assertThat(load(file)).isEqualTo(new ResponseImport.Report(1, 0, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "9 | '9' is none of the values",
                "two | 'two' is none of the values",
                "=1+1 | '=1+1' is none of the values",
                "\"1 | a quote that does not end",
                "1,1 | 26 cells instead of 25",
            })
    void aBadRowIsNamedByLineAndStopsNoOther(String answer, String why) throws IOException {
        String bad = row(1, "2025-01").replaceFirst(",1", "," + answer);
        Path file = file("bad.csv", String.join("\n", header(), row(1, "2025-01"), bad, row(2, "2025-02")));

        var report = load(file);

        assertThat(report).isEqualTo(new ResponseImport.Report(2, 1, 0));
        assertThat(problems).singleElement().asString().startsWith("3: ").contains(why);
    }

    @ParameterizedTest
    @CsvSource({"2025-13, is no month", "soon, is no month", "2999-01, still to come", "'', no month"})
    void aMonthThatCannotBeIsNamed(String month, String why) throws IOException {
        load(file("month.csv", header() + "\n" + row(1, month)));

        assertThat(problems).singleElement().asString().startsWith("2: ").contains(why);
    }

    @Test
    void aLineThatIsNotUtf8OrTooLongIsNamed() throws IOException {
        Path file = folder.resolve("bytes.csv");
        Files.write(file, (header() + "\n").getBytes(StandardCharsets.UTF_8));
        Files.write(file, new byte[] {(byte) 0xff, '\n'}, StandardOpenOption.APPEND);
        Files.writeString(file, "1".repeat(50_000) + "\n", StandardOpenOption.APPEND);

        load(file);

        assertThat(problems).containsExactly("2: not UTF-8", "3: longer than 16000 bytes");
    }

    @ParameterizedTest
    @CsvSource({"'', the file is empty", "'month,S1_1', no column for S3-2", "'month,S1_1,s1-1', is there twice"})
    void aWrongHeaderIsRefusedBeforeAnythingIsTaken(String header, String why) throws IOException {
        Path file = file("header.csv", header);

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> load(file))
                .withMessageStartingWith("line 1: ")
                .withMessageContaining(why);
        assertThat(jdbc.sql("select count(*) from imported_file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void thoseWhoWereTooFastAreFlagged() throws IOException {
        String fast =
                header() + ",duration_seconds\n" + (row(1, "2025-01").replaceFirst(",1", ",2") + ",20\n").repeat(12);

        load(file("fast.csv", fast));
        publisher.publish();

        assertThat(dashboard().respondents()).isEqualTo(12);
        assertThat(jdbc.sql("select careless from response_cell")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void anExportOfThisApplicationComesInAgain() throws Exception {
        results.some(30);
        publisher.publish();
        var before = results.published();
        String export = mvc.get()
                .uri("/admin/export/responses.csv?instrument=sim24")
                .with(user("ada").roles("ADMINISTRATOR"))
                .exchange()
                .getResponse()
                .getContentAsString();
        results.clear();

        load(file("export.csv", export));
        publisher.publish();

        assertThat(results.published()).containsExactlyInAnyOrderElementsOf(before);
    }

    private ResponseImport.Report load(Path file) throws IOException {
        return responses.load(file, SIM24, "en", (line, why) -> problems.add(line + ": " + why));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String header() {
        return "month,"
                + String.join(",", SIM24.items().stream().map(item -> item.id()).toList());
    }

    private static String row(int answer, String month) {
        return month + ("," + answer).repeat(24);
    }

    private int stored() {
        return jdbc.sql("select count(*) from assessment").query(Integer.class).single();
    }

    private Dashboard dashboard() {
        var page = mvc.get()
                .uri("/admin?instrument=sim24")
                .with(user("ann").roles("ANALYST"))
                .exchange();
        return (Dashboard) Objects.requireNonNull(
                Objects.requireNonNull(page.getMvcResult().getModelAndView())
                        .getModel()
                        .get("dashboard"));
    }
}

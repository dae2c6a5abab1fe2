package org.threesigns.export;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.ReferenceSite;
import org.threesigns.publication.StoredResults;
import org.threesigns.scoring.Responses;

/** What administrators take away in files. */
@OnH2
@SpringBootTest(
        properties = {
            "three-signs.statistics.publish=false",
            "three-signs.instruments=src/test/resources/reference/instruments"
        })
@AutoConfigureMockMvc
@Import({StoredResults.class, ReferenceSite.class})
class ExportTests {

    private final MockMvcTester mvc;
    private final StoredResults results;
    private final Publisher publisher;
    private final JdbcClient jdbc;
    private final ReferenceSite site;
    private final Assessments assessments;

    @Autowired
    ExportTests(
            MockMvcTester mvc,
            StoredResults results,
            Publisher publisher,
            JdbcClient jdbc,
            ReferenceSite site,
            Assessments assessments) {
        this.site = site;
        this.assessments = assessments;
        this.mvc = mvc;
        this.results = results;
        this.publisher = publisher;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        results.clear();
        jdbc.sql("delete from audit_event").update();
    }

    @Test
    void everyPublishedResultIsOneRowAndNoOtherIs() {
        results.some(45);
        publisher.publish();
        results.some(9);

        List<String> rows = lines("/admin/export/responses.csv");

        assertThat(rows).hasSize(46);
        assertThat(rows.get(0))
                .startsWith("month,language,wording,careless,S1_1,S3_2,")
                .endsWith(",S3_answered,S3,S3_band");
        assertThat(rows.subList(1, 46))
                .allSatisfy(row ->
                        assertThat(row.split(",", -1)).hasSize(rows.get(0).split(",", -1).length));
        assertThat(rows.stream().skip(1).map(ExportTests::answers).sorted().toList())
                .isEqualTo(results.published().stream()
                        .map(ExportTests::answers)
                        .sorted()
                        .toList());
    }

    @Test
    void rowsLeaveInAnOrderDrawnAnewForEachExport() {
        results.some(45);
        publisher.publish();

        List<String> one = lines("/admin/export/responses.csv");
        List<String> other = lines("/admin/export/responses.csv");

        assertThat(other).containsExactlyInAnyOrderElementsOf(one).isNotEqualTo(one);
    }

    @Test
    void whatIsCountedBesideSurvivorsHasNoRowAndThePageAndTheFilesSayHowManyHave() {
        AssessmentToken going = results.some(12).get(0);
        publisher.publish();
        assessments.delete(going);
        results.some(30);
        publisher.publish();

        // 11 survivors went with ten each time, nine in one batch and two in the other
        assertThat(lines("/admin/export/responses.csv")).hasSize(11);
        assertThat(body("/admin")).contains("10 rows of 41 counted", "have no row");
        assertThat(body("/admin/export/responses.R")).contains("# The file holds 10 rows of 41 counted.");
        assertThat(body("/admin/export/responses.sps")).contains("* The file holds 10 rows of 41 counted.");
        assertThat(lines("/admin/aggregates.csv")).contains("all,,respondents,41,41,", "all,,exported_rows,41,10,");
        assertThat(body("/admin/aggregates.json")).contains("\"exportedRows\" : 10");
    }

    @Test
    void whatWasPublishedByAnEarlierVersionHasNoRow() {
        results.some(30);
        publisher.publish();
        jdbc.sql("update batch set exported = false").update();
        jdbc.sql("update response_cell set exported_rows = 0").update();

        assertThat(lines("/admin/export/responses.csv")).hasSize(1);
        assertThat(body("/admin")).contains("0 rows of 30 counted");
    }

    @Test
    void aRowHoldsRawAndKeyedAnswersAndScores() {
        IntStream.range(0, 10).forEach(each -> results.one(new Responses("04-".repeat(8)), "en", false));
        publisher.publish();

        String[] names = lines("/admin/export/responses.csv").get(0).split(",", -1);
        String[] cells = lines("/admin/export/responses.csv").get(1).split(",", -1);

        assertThat(cell("S1_1", names, cells)).isEqualTo("1");
        assertThat(cell("S3_2", names, cells)).isEqualTo("5");
        assertThat(cell("S2_1", names, cells)).isEmpty();
        assertThat(cell("S1_7", names, cells)).isEqualTo("5");
        assertThat(cell("S1_7_keyed", names, cells)).isEqualTo("1");
        assertThat(cell("month", names, cells)).matches("\\d{4}-\\d{2}");
    }

    @Test
    void rowsTellNeitherDayNorWhetherSupportCameFirst() {
        results.some(12);
        publisher.publish();

        assertThat(String.join("\n", lines("/admin/export/responses.csv")))
                .doesNotContain("support", "2025-03-17", "token");
    }

    @Test
    void rowsAreForAdministratorsAlone() {
        assertThat(get("/admin/export/responses.csv", "ANALYST")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("/admin/aggregates.csv", "ANALYST")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/export/responses.csv", "/admin/aggregates.csv", "/admin/aggregates.json"})
    void tooFewGiveAFileWithoutAnyOfThem(String file) {
        String empty = body(file);
        results.some(9);
        publisher.publish();

        assertThat(body(file)).isEqualTo(empty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"responses.csv", "aggregates.csv", "aggregates.json"})
    void everyDownloadIsWrittenDown(String file) {
        body("/admin/" + (file.startsWith("resp") ? "export/" : "") + file);

        assertThat(jdbc.sql("select actor, event, detail from audit_event")
                        .query()
                        .singleRow()
                        .values())
                .contains("ada", "exported")
                .anySatisfy(detail -> assertThat(detail.toString()).startsWith(file + ", sim24 version 1"));
    }

    @Test
    void theFiguresInTheFileAreThoseOfThePage() {
        results.some(30);
        publisher.publish();

        assertThat(lines("/admin/aggregates.csv"))
                .startsWith("kind,id,statistic,n,value,note", "all,,respondents,30,30,")
                .anyMatch(line -> line.matches("scale,S1,alpha,\\d+,,too few"));
        assertThat(body("/admin/aggregates.json")).contains("\"statistic\" : \"respondents\"", "\"version\" : 1");
    }

    @Test
    void theCodebookSaysWhatEveryColumnIs() {
        assertThat(lines("/admin/codebook.csv"))
                .startsWith("variable,form,label,values,about")
                .anyMatch(line -> line.startsWith(
                        "S1_7,whole number,Simulated statement S1_7 / Simulated statement S1_7 of the past,1 = Never;"))
                .anyMatch(line -> line.contains("keyed in reverse: 6 − answer"));
        assertThat(get("/admin/codebook", "ANALYST")).hasStatusOk().bodyText().contains("S1_7_keyed");
    }

    @Test
    void theScriptsNameEveryColumn() {
        List<String> names = Stream.of(
                        lines("/admin/export/responses.csv").get(0).split(",", -1))
                .collect(toList());

        assertThat(body("/admin/export/responses.R")).contains(names).contains("S1 = c(\"S1_1_keyed\"");
        assertThat(body("/admin/export/responses.sps")).contains(names).contains("1 'Never'");
    }

    @Test
    void theRScriptRunsInRAndFindsTheSameAlpha(@TempDir Path folder) throws Exception {
        assumeTrue(Stream.of("/usr/bin/Rscript", "/usr/local/bin/Rscript").anyMatch(r -> Files.exists(Path.of(r))));
        site.open(TestInstruments.sim24(), 20);
        Files.writeString(folder.resolve("responses.csv"), body("/admin/export/responses.csv"));
        Files.writeString(folder.resolve("responses.R"), body("/admin/export/responses.R") + """
                        x <- na.omit(responses[, scales$S1])
                        k <- ncol(x)
                        cat(nrow(responses), nrow(x), sprintf("%.12f", k / (k - 1) * (1 - sum(diag(cov(x))) / sum(cov(x)))))
                        """);

        var r = new ProcessBuilder("Rscript", "responses.R")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(r.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(r.waitFor()).as(said).isZero();
        String[] figures = said.strip().split(" ", -1);
        assertThat(lines("/admin/aggregates.csv"))
                .contains("all,,respondents,%1$s,%1$s,".formatted(figures[0]))
                .anyMatch(line ->
                        line.startsWith("scale,S1,alpha,%s,%s".formatted(figures[1], figures[2].substring(0, 11))));
    }

    /** PSPP reads the language of SPSS. */
    @Test
    void theSpssSyntaxRunsAndFindsTheSameMean(@TempDir Path folder) throws Exception {
        assumeTrue(Stream.of("/usr/bin/pspp", "/usr/local/bin/pspp").anyMatch(pspp -> Files.exists(Path.of(pspp))));
        site.open(TestInstruments.sim24(), 20);
        Files.writeString(folder.resolve("responses.csv"), body("/admin/export/responses.csv"));
        Files.writeString(
                folder.resolve("responses.sps"),
                body("/admin/export/responses.sps") + "DESCRIPTIVES /VARIABLES=S1 /STATISTICS=MEAN STDDEV.\n");

        var pspp = new ProcessBuilder("pspp", "-O", "format=csv", "responses.sps").directory(folder.toFile());
        pspp.environment().put("LC_ALL", "C.UTF-8");
        var running = pspp.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("error:", "warning:").contains(figure("S1", "mean"), figure("S1", "sd"));
    }

    /** A figure with two decimals, as SPSS shows it. */
    private String figure(String scale, String statistic) {
        String[] cells = lines("/admin/aggregates.csv").stream()
                .filter(line -> line.startsWith("scale,%s,%s,".formatted(scale, statistic)))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        String rounded =
                new BigDecimal(cells[4]).setScale(2, RoundingMode.HALF_UP).toPlainString();
        return rounded.startsWith("0.") ? rounded.substring(1) : rounded;
    }

    private static String answers(String row) {
        return String.join(",", List.of(row.split(",", -1)).subList(4, 28));
    }

    private static String answers(Responses responses) {
        return responses
                .encoded()
                .chars()
                .mapToObj(answer -> answer == '-' ? "" : Integer.toString(Character.digit(answer, 10) + 1))
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
    }

    private static String cell(String name, String[] names, String[] cells) {
        return cells[List.of(names).indexOf(name)];
    }

    private List<String> lines(String path) {
        return body(path).lines().toList();
    }

    private String body(String path) {
        try {
            return get(path, "ADMINISTRATOR").getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(String path, String role) {
        return mvc.get()
                .uri(path + "?instrument=sim24")
                .with(user("ada").roles(role))
                .exchange();
    }
}

package org.threesigns.export;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.OnReferenceInstruments;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.ReferenceSite;
import org.threesigns.publication.StoredResults;
import org.threesigns.scoring.Responses;

/** What administrators take away in files. */
@OnH2
@OnReferenceInstruments
class ExportTests {

    private final Downloads downloads;
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
        this.downloads = new Downloads(mvc, jdbc);
        this.results = results;
        this.publisher = publisher;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        results.clear();
        downloads.forgetWritten();
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
    @ValueSource(
            strings = {
                "/admin/export/responses.csv",
                "/admin/aggregates.csv",
                "/admin/aggregates.json",
                "/admin/percentiles.csv"
            })
    void tooFewGiveAFileWithoutAnyOfThem(String file) {
        String empty = body(file);
        results.some(9);
        publisher.publish();

        assertThat(body(file)).isEqualTo(empty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"responses.csv", "aggregates.csv", "aggregates.json", "percentiles.csv"})
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
        assertThat(get("/admin/aggregates.json", "ANALYST"))
                .bodyJson()
                .hasPathSatisfying("$.results", results -> assertThat(results).isEqualTo(30))
                .hasPathSatisfying(
                        "$.application",
                        version -> assertThat(version).asString().matches("\\d+\\.\\d+\\.\\d+.*"))
                .hasPathSatisfying(
                        "$.filter",
                        filter -> assertThat(filter)
                                .asMap()
                                .containsEntry("language", null)
                                .containsEntry("careless", true))
                .hasPathSatisfying(
                        "$.scales[0].figures.alpha.note",
                        note -> assertThat(note).isEqualTo("too few"));
    }

    @Test
    void theCodebookSaysWhatEveryColumnIs() {
        assertThat(lines("/admin/codebook.csv"))
                .startsWith("\uFEFFvariable,form,label,values,empty,about,key")
                .anyMatch(line -> line.startsWith(
                                "S1_7,whole number,Simulated statement S1_7 / Simulated statement S1_7 of the past,1 = Never;")
                        && line.contains(",the question was skipped,Simulated scale 1; keyed in reverse: 6 − answer"))
                .anyMatch(line -> line.startsWith("S1_7_keyed,") && line.contains("1 = Almost always; 2 = Often;"))
                .anyMatch(line -> line.startsWith("S1_answered,") && line.contains(",0 to 8,never,"))
                .anyMatch(line ->
                        line.startsWith("S1,") && line.contains(",1 to 5,fewer than 6 of 8 items were answered,"))
                .anyMatch(line -> line.startsWith("language,") && line.contains(",en = English,never,"));
        assertThat(get("/admin/codebook", "ANALYST"))
                .hasStatusOk()
                .bodyText()
                .contains("S1_7_keyed", "<td>the question was skipped</td>");
    }

    @Test
    void theScriptsNameEveryColumn() {
        List<String> names = Stream.of(
                        lines("/admin/export/responses.csv").get(0).split(",", -1))
                .collect(toList());

        assertThat(body("/admin/export/responses.R")).contains(names).contains("S1 = c(\"S1_1_keyed\"");
        assertThat(body("/admin/export/responses.sps")).contains(names).contains("1 'Never'");
    }

    @Tag("once")
    @Test
    void theRScriptRunsInRAndFindsEveryFigure(@TempDir Path folder) throws Exception {
        Program.require("Rscript");
        site.open(TestInstruments.sim24(), 20);

        new FiguresInR(folder, body("/admin/export/responses.R"), body("/admin/export/responses.csv"))
                .agreeWith(body("/admin/aggregates.csv"));
    }

    /** PSPP reads the language of SPSS. */
    @Tag("once")
    @Test
    void theSpssSyntaxRunsAndFindsTheSameMeanAndAlpha(@TempDir Path folder) throws Exception {
        Program.require("pspp");
        site.open(TestInstruments.sim24(), 20);
        String syntax = body("/admin/export/responses.sps");
        Files.writeString(folder.resolve(FiguresInR.file(syntax)), body("/admin/export/responses.csv"));
        Files.writeString(
                folder.resolve("responses.sps"),
                syntax + "DESCRIPTIVES /VARIABLES=S1 /STATISTICS=MEAN STDDEV.\nFREQUENCIES /VARIABLES=S1_band.\n");

        assertThat(Program.run(folder, "pspp", "-O", "format=csv", "responses.sps"))
                .doesNotContain("error:", "warning:")
                .contains(figure("S1", "mean"), figure("S1", "sd"), figure("S1", "alpha"), "Missing");
    }

    @Tag("once")
    @Test
    void everyCsvHasTheRightFirstColumnInR(@TempDir Path folder) throws Exception {
        Program.require("Rscript");
        write(folder);

        assertThat(Program.run(folder, "Rscript", "-e", """
                        cat(names(read.csv("responses.csv"))[1], names(read.csv("aggregates.csv"))[1],
                            names(read.csv("codebook.csv", fileEncoding = "UTF-8-BOM"))[1],
                            grepl("\u2212", paste(read.csv("codebook.csv", fileEncoding = "UTF-8-BOM")$about, collapse = "")))
                        """)).isEqualTo("month kind variable TRUE");
    }

    @Tag("once")
    @Test
    void everyCsvHasTheRightFirstColumnInPandas(@TempDir Path folder) throws Exception {
        Program.requirePython("pandas");
        write(folder);

        assertThat(Program.run(folder, "python3", "-c", """
                        import pandas
                        for name in ("responses", "aggregates", "codebook"):
                            print(pandas.read_csv(name + ".csv").columns[0])
                        """)).isEqualTo("month\nkind\nvariable\n");
    }

    private void write(Path folder) throws Exception {
        results.some(20);
        publisher.publish();
        Files.writeString(folder.resolve("responses.csv"), body("/admin/export/responses.csv"));
        Files.writeString(folder.resolve("aggregates.csv"), body("/admin/aggregates.csv"));
        Files.writeString(folder.resolve("codebook.csv"), body("/admin/codebook.csv"));
    }

    @Test
    void aFileIsNamedAfterWhatIsInIt() {
        results.some(20, "en", false);
        results.some(20, "es", false);
        publisher.publish();

        assertThat(nameOf("/admin/aggregates.csv", "")).matches("sim24-v1_all_2\\d{3}-\\d\\d-\\d\\d_aggregates.csv");
        assertThat(nameOf("/admin/aggregates.json", "&language=es&careless=out"))
                .matches("sim24-v1_language-es_careless-out_[0-9-]{10}_aggregates.json");
        assertThat(nameOf("/admin/export/responses.csv", "&language=es"))
                .matches("sim24-v1_language-es_[0-9-]{10}_responses.csv");
        assertThat(nameOf("/admin/percentiles.csv", "&language=es"))
                .matches("sim24-v1_language-es_[0-9-]{10}_percentiles.csv");
        assertThat(nameOf("/admin/groups.csv", "&by=language&first=es&second=en&careless=out"))
                .matches("sim24-v1_careless-out_by-language_first-es_second-en_[0-9-]{10}_groups.csv");
        assertThat(nameOf("/admin/codebook.csv", "&language=es")).matches("sim24-v1_[0-9-]{10}_codebook.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R", "sps"})
    void aScriptReadsTheFileOfItsOwnName(String kind) {
        String name = nameOf("/admin/export/responses." + kind, "&careless=out");

        assertThat(name).contains("_careless-out_");
        assertThat(downloads.text("/admin/export/responses." + kind, "&careless=out"))
                .contains('"' + name.replace("responses." + kind, "responses.csv") + '"')
                .contains("without careless results");
    }

    private String nameOf(String path, String filter) {
        var answer = downloads.get(path, filter, "ADMINISTRATOR").getResponse();
        String disposition = Objects.requireNonNull(answer.getHeader("Content-Disposition"));
        return Objects.requireNonNull(ContentDisposition.parse(disposition).getFilename());
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

    @Test
    void thePercentilesAreThoseAmongTheFigures() {
        results.some(400);
        publisher.publish();

        assertThat(lines("/admin/percentiles.csv").stream()
                        .skip(1)
                        .map(row -> row.split(","))
                        .map(cell -> "scale,%s,percentile_%s,%s,%s,".formatted(cell[0], cell[2], cell[1], cell[3])))
                .isNotEmpty()
                .isEqualTo(lines("/admin/aggregates.csv").stream()
                        .filter(line -> line.contains(",percentile_"))
                        .toList());
    }

    private List<String> lines(String path) {
        return body(path).lines().toList();
    }

    private String body(String path) {
        return downloads.text(path, "");
    }

    private MvcTestResult get(String path, String role) {
        return downloads.get(path, "", role);
    }
}

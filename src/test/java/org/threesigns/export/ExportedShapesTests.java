package org.threesigns.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.StoredResults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every file, of questionnaires of every shape: one scale and thirteen, means and sums, no names for scores, items on two scales. */
@OnH2
@SpringBootTest(
        properties = {"three-signs.statistics.publish=false", "three-signs.instruments=" + ExportedShapesTests.FOLDER})
@AutoConfigureMockMvc
@Import(StoredResults.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportedShapesTests {

    static final String FOLDER = "src/test/resources/other-instruments";

    private static final int RESULTS = 250;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Schema SCHEMA = schema();

    private final MockMvcTester mvc;
    private final StoredResults results;
    private final Publisher publisher;

    @TempDir
    private Path folder;

    @Autowired
    ExportedShapesTests(MockMvcTester mvc, StoredResults results, Publisher publisher) {
        this.mvc = mvc;
        this.results = results;
        this.publisher = publisher;
    }

    @BeforeAll
    void everybodyAnswersAll() {
        results.clear();
        shapes().forEach(instrument -> results.someOf(instrument, RESULTS));
        publisher.publish();
    }

    static Stream<Instrument> shapes() {
        InstrumentCatalog catalog = TestInstruments.catalog(Path.of(FOLDER), "three-signs");
        return Stream.of(
                        "three-signs",
                        "at-ease",
                        "five-scales",
                        "two-options",
                        "worry",
                        "shuffled",
                        "shared-items",
                        "mixed",
                        "two-ways",
                        "weights",
                        "unscored",
                        "follow-up",
                        "in-numbers",
                        "boxes",
                        "thirteen-scales")
                .map(id -> catalog.latest(id).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void isOneTableWithItsCodebookAndItsFiguresInTwoForms(Instrument instrument) throws IOException {
        List<String> columns = readsTheResponses(instrument.id());
        readsTheCodebook(instrument.id(), columns);
        readsTheSameFiguresInBothForms(instrument.id());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void hasScriptsThatNameEveryColumnAndScale(Instrument instrument) {
        List<String> columns = table(body("/admin/export/responses.csv", instrument.id()))
                .get(0)
                .getFields();
        String syntax = body("/admin/export/responses.sps", instrument.id());
        String script = body("/admin/export/responses.R", instrument.id());

        assertThat(script).contains(columns);
        assertThat(US_ASCII.newEncoder().canEncode(script)).isTrue();
        assertThat(syntax).contains(columns).contains("EXECUTE.").startsWith("\uFEFF* Reads");
        assertThat(syntax.contains("MISSING VALUES")).isEqualTo(instrument.isScored());
        assertThat(syntax.split("RELIABILITY\n", -1))
                .hasSize(1
                        + (int) instrument.scales().stream()
                                .filter(scale -> scale.items().size() > 1)
                                .count());
    }

    @Tag("once")
    @ParameterizedTest
    @MethodSource("shapes")
    void givesTheSameFiguresInR(Instrument instrument) throws Exception {
        Program.require("Rscript");
        new FiguresInR(
                        folder,
                        body("/admin/export/responses.R", instrument.id()),
                        body("/admin/export/responses.csv", instrument.id()))
                .agreeWith(body("/admin/aggregates.csv", instrument.id()));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void speaksOfRelationshipsOnlyWhereTwoWordingsAskAboutThem(Instrument instrument) {
        assertThat(body("/admin/codebook.csv", instrument.id()).contains("one that is over"))
                .isEqualTo(instrument.wordings().size() == 2);
    }

    @Test
    void tellsWhatWasNotAskedFromWhatWasSkipped() {
        List<CsvRecord> rows = table(body("/admin/export/responses.csv", "follow-up"));
        int answer = rows.get(0).getFields().indexOf("f2");
        int score = rows.get(0).getFields().indexOf("f2_keyed");

        assertThat(rows.stream().skip(1).map(row -> row.getField(answer))).contains("-9999", "", "0");
        assertThat(rows.stream().skip(1).map(row -> row.getField(score)))
                .contains("", "0")
                .doesNotContain("-9999");
        assertThat(body("/admin/codebook.csv", "follow-up"))
                .contains("2 = Often; -9999 = not asked", "asked if f1 is 2 and f4 is 1", "skipped or not asked");
        assertThat(body("/admin/export/responses.sps", "follow-up"))
                .contains("MISSING VALUES\n    f2 f3 f5\n    f6\n  (-9999).", "  -9999 'not asked'");
        assertThat(body("/admin/export/responses.R", "follow-up"))
                .contains("not_asked <- lapply(responses[c(\"f2\", \"f3\", \"f5\", \"f6\")]");
        assertThat(body("/admin/aggregates.csv", "follow-up"))
                .contains("item,f2,not_asked,250,")
                .doesNotContain("item,f1,not_asked");
        assertThat(body("/admin/items", "follow-up")).containsPattern("asked of 1\\d\\d of 250");
    }

    /** A column a box, whose words begin with its question; and the share of those who ticked it. */
    @Test
    void saysOfEachBoxWhatItAnswers() {
        assertThat(body("/admin/codebook.csv", "boxes"))
                .contains(
                        "Which of these did you notice? A headache,0 = not ticked; 1 = ticked,the question was skipped");
        assertThat(body("/admin/export/responses.sps", "boxes")).contains("Which of these did you notice? A headache");
        assertThat(body("/admin/items", "boxes"))
                .contains("Which of these did you notice? A headache")
                .containsPattern("(?s)(ticked by \\d+ %.*){8}");
    }

    /** PSPP reads the language of SPSS. */
    @Tag("once")
    @ParameterizedTest
    @MethodSource("shapes")
    void isReadBySpss(Instrument instrument) throws Exception {
        Program.require("pspp");
        String syntax = body("/admin/export/responses.sps", instrument.id());
        Files.writeString(folder.resolve("responses.sps"), syntax);
        Files.writeString(
                folder.resolve(FiguresInR.file(syntax)), body("/admin/export/responses.csv", instrument.id()));

        assertThat(Program.run(folder, "pspp", "-O", "format=csv", "responses.sps"))
                .doesNotContain("error:", "warning:");
    }

    /** In ASCII, which every program takes for what it is. */
    private List<String> readsTheResponses(String id) throws IOException {
        String file = body("/admin/export/responses.csv", id);
        assertThat(US_ASCII.newEncoder().canEncode(file)).isTrue();
        List<CsvRecord> rows = table(file);
        List<String> columns = rows.get(0).getFields();

        assertThat(rows)
                .hasSize(1 + RESULTS)
                .allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(columns.size()));
        assertThat(columns)
                .startsWith("month", "language", "wording", "careless")
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Za-z][A-Za-z0-9_]{0,63}"));
        return columns;
    }

    private void readsTheCodebook(String id, List<String> columns) throws IOException {
        String file = body("/admin/codebook.csv", id);
        assertThat(file.charAt(0)).isEqualTo(BYTE_ORDER_MARK);
        List<CsvRecord> rows = table(file.substring(1));

        assertThat(rows.get(0).getFields())
                .containsExactly("variable", "form", "label", "values", "empty", "about", "key");
        assertThat(rows.stream().skip(1).map(row -> row.getField(0))).containsExactlyElementsOf(columns);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.getFields().subList(0, 5))
                        .allSatisfy(cell -> assertThat(cell).isNotBlank()));
    }

    @Test
    void saysOfNumbersWhatSomeMeanAndCountsThemInClasses() {
        assertThat(body("/admin/codebook.csv", "in-numbers"))
                .contains(
                        "whole numbers from 0 to 24,",
                        "whole numbers from 0 to 100; 0 = not at all; 50 = so-so; 100 = as much as can be")
                .contains("whole numbers from -10 to 10 in steps of 5; -10 = far worse; 0 = the same")
                .contains("0 to 100; 0 = as much as can be; 50 = so-so; 100 = not at all")
                .contains("asked if n1 is 9 to 24 and n2 is 50 to 100");
        assertThat(body("/admin/export/responses.sps", "in-numbers"))
                .contains("  50 'so-so'")
                .doesNotContain("\n  51 ");
        assertThat(body("/admin/export/responses.R", "in-numbers"))
                .contains("values = c(0, 5, 10, 15,", "to = c(4, 9, 14, 19,");
        assertThat(body("/admin/aggregates.csv", "in-numbers"))
                .contains("item,n2,chose_0_to_4,", "item,n2,chose_100,", "item,n1,chose_24,", "item,n5,chose_-5,")
                .contains("item,n2,median,")
                .doesNotContain("chose_51");
        assertThat(body("/admin/items", "in-numbers")).containsPattern("median \\d+(\\.\\d+)?; half of all from");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void hasPagesThatShowNumbersBelowZeroWithARealMinusSign(Instrument instrument) {
        assertThat(List.of("/admin", "/admin/items", "/admin/months"))
                .allSatisfy(page -> assertThat(body(page, instrument.id()).replaceAll("<[^>]*>", " "))
                        .doesNotContainPattern("\\s-\\d"));
    }

    private void readsTheSameFiguresInBothForms(String id) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(body("/admin/aggregates.json", id));
        assertThat(SCHEMA.validate(json)).isEmpty();
        String file = body("/admin/aggregates.csv", id);
        assertThat(US_ASCII.newEncoder().canEncode(file)).isTrue();

        assertThat(table(file).stream().skip(1))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(figure(json, row).path("n").asString())
                        .as(row.toString())
                        .isEqualTo(row.getField(3)))
                .allSatisfy(row -> assertThat(number(figure(json, row).path("value")))
                        .as(row.toString())
                        .isEqualTo(row.getField(4)));
    }

    private static String number(JsonNode value) {
        return value.isNull() ? "" : AggregateFigure.number(value.asDouble());
    }

    private static JsonNode figure(JsonNode json, CsvRecord row) {
        String[] ids = row.getField(1).split("/", -1);
        String statistic = row.getField(2);
        return switch (row.getField(0)) {
            case "all" -> json.path("figures").path(statistic);
            case "scale" -> find(json, "scales", "id", ids[0]).path("figures").path(statistic);
            case "item_pair" ->
                ofTwo(find(json, "scales", "id", ids[0]), "itemPairs", "items", ids[1], ids[2])
                        .path(statistic);
            case "item" ->
                ofPart(find(json, "items", "id", ids[0]), "onScales", ids).path(statistic);
            case "month" ->
                ofPart(find(json, "months", "month", ids[0]), "scales", ids).path(statistic);
            case "pair" -> ofTwo(json, "pairs", "scales", ids[0], ids[1]).path(statistic);
            default -> throw new AssertionError("No place in the JSON for " + row);
        };
    }

    private static JsonNode ofPart(JsonNode whole, String parts, String... ids) {
        return ids.length == 1 ? whole.path("figures") : whole.path(parts).path(ids[1]);
    }

    private static JsonNode ofTwo(JsonNode json, String pairs, String members, String one, String other) {
        return json.path(pairs)
                .valueStream()
                .filter(pair -> pair.path(members).path(0).asString().equals(one)
                        && pair.path(members).path(1).asString().equals(other))
                .findFirst()
                .orElseThrow()
                .path("figures");
    }

    private static JsonNode find(JsonNode json, String list, String key, String value) {
        return json.path(list)
                .valueStream()
                .filter(each -> each.path(key).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("docs/schema/figures.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CsvRecord> table(String text) {
        return CsvReader.builder().ofCsvRecord(text).stream().toList();
    }

    private String body(String path, String id) {
        return new String(
                mvc.get()
                        .uri(path + "?instrument=" + id)
                        .with(user("ada").roles("ADMINISTRATOR"))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                UTF_8);
    }
}

package org.threesigns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.database.FreshH2File;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.StoredResults;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each word of a questionnaire tries to break out of the page or the file that it stands in. None does, whatever reads it: a browser,
 * a template, a spreadsheet, R or SPSS.
 */
@OnH2
@SpringBootTest(properties = {"three-signs.statistics.publish=false", "three-signs.instrument=hostile"})
@AutoConfigureMockMvc
@Import(StoredResults.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class HostileInstrumentTests {

    private static final Path MODEL = Path.of("src/test/resources/other-instruments/two-options/1");
    private static final String EVIL =
            "=1+1'. evil. '\"); evil(); (\"<evil x=\"'y'\">&lt;\\ %s %n [[${7*191}]] __${7*191}__ ";
    /** Where mark-up is allowed: some of it, and what looks like it and is none. */
    private static final String EVIL_TEXT = EVIL.replace("<evil x=\"'y'\">", "< evil x=\"'y'\">")
            + "<b>[[${7*191}]] __${7*191}__ &lt;evil x=\"'y'\"></b> <evil x=\"'y'\" ";

    private static final String NORMS =
            "    norms: [{id: sample, n: 9, mean: 0.5, sd: 0.1, percentiles: [{score: 0.5, lower: 40}], source: A study}]\n";
    private static final String OPTIONS =
            "options:\n  some: [{id: o0, value: 0}, {id: o1, value: 1}]\n  line: {from: 0, to: 50, as: slider}\n";
    private static final Set<String> MARKED = Set.of("items", "instructions", "text");
    private static final String EVALUATED = "1337";
    /** Keys that look like what a page adds to another key, or to a word of its own. */
    private static final Map<String, String> KEYS = Map.of(
            "s1", "strain", "s2", "strain-title", "q1-1", "part", "q2-1", "q", "q1-2", "q-part", "q2-2", "part-1");

    private static final List<String> SOURCE_WORDS =
            List.of("Somebody Else", "Another shape", "Another Press", "Our own", "A study");
    private static final Pattern R_TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|#[^\n]*");
    private static final Pattern SPSS_TEXT = Pattern.compile("'(?:[^'\n]|'')*'|\"[^\"\n]*\"|(?m:^\\* .*$)");
    private static final Pattern CHART = Pattern.compile("/admin/charts/([a-z0-9-]+)\\.svg");
    private static final Pattern ID = Pattern.compile("<[^>]* id=\"([^\"]*)\"");
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+@\t\r].*|-(?!\\d+(\\.\\d+)?([eE]-?\\d+)?$).*");

    static final List<String> PAGES = List.of(
            "/en",
            "/en/start/hostile",
            "/en/method",
            "/en/method/hostile",
            "/en/privacy",
            "/en/check/hostile",
            "/es",
            "{result}",
            "{result}/sources",
            "{result}/keep",
            "{result}/everything",
            "{result}/sheet",
            "{result}/compare",
            "{result}/shares",
            "{result}/delete",
            "{result}/change",
            "/admin?instrument=hostile",
            "/admin/items?instrument=hostile",
            "/admin/reliability?instrument=hostile",
            "/admin/months?instrument=hostile",
            "/admin/percentiles?instrument=hostile",
            "/admin/groups?instrument=hostile",
            "/admin/codebook?instrument=hostile",
            "/admin/audit");

    private final MockMvcTester mvc;
    private final StoredResults results;
    private final Publisher publisher;
    private final Instrument instrument;

    private String result = "";

    @Autowired
    HostileInstrumentTests(MockMvcTester mvc, StoredResults results, Publisher publisher, InstrumentCatalog catalog) {
        this.mvc = mvc;
        this.results = results;
        this.publisher = publisher;
        this.instrument = catalog.main();
    }

    @DynamicPropertySource
    static void hostileInstrument(DynamicPropertyRegistry registry) throws IOException {
        Path folder = FreshH2File.folder();
        Path version = Files.createDirectories(folder.resolve("hostile/1"));
        String structure = Files.readString(MODEL.resolve("instrument.yaml"))
                .replace("two-options", "hostile")
                .replace("  - id: s1\n", "  - id: s1\n" + NORMS)
                .replace("options:\n  - {id: o0, value: 0}\n  - {id: o1, value: 1}\n", OPTIONS)
                .replace(
                        "  - {id: q1-1, scale",
                        "  - {id: q9, options: line, scored: false, claim: none}\n  - {id: q1-1, scale")
                .replace("items: [q1-1,", "items: [q9, q1-1,")
                .replace("{id: q2-2, scale: s2,", "{id: q2-2, when: {q1-1: [o1]}, scale: s2,");
        for (String words : SOURCE_WORDS) {
            structure = structure.replace(words, quoted(words));
        }
        Files.writeString(version.resolve("instrument.yaml"), renamed(structure));
        Object words = new Yaml()
                .load(renamed(Files.readString(MODEL.resolve("en.yaml"))
                        .replace(
                                "items:\n", "anchors: {line: {0: none, 50: all}}\nitems:\n  q9: {current: On a line}\n")
                        .replace("s1: {", "s1: {norms: {sample: people}, ")));
        Files.writeString(version.resolve("en.yaml"), "language: en\n" + new Yaml().dump(hostile(words, EVIL)));
        registry.add("three-signs.instruments", folder::toString);
    }

    private static String renamed(String file) {
        for (var key : KEYS.entrySet()) {
            file = file.replaceAll("\\b" + key.getKey() + "\\b", key.getValue());
        }
        return file;
    }

    private static String quoted(String words) {
        return "'" + (EVIL + words).replace("'", "''") + "'";
    }

    /** The same structure with hostile words. */
    private static Object hostile(Object words, String evil) {
        if (words instanceof Map<?, ?> entries) {
            return entries.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals("language"))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> hostile(
                                    entry.getValue(),
                                    MARKED.contains(String.valueOf(entry.getKey())) ? EVIL_TEXT : evil)));
        }
        return evil + words;
    }

    @BeforeAll
    void somePeopleAnswer() {
        results.clear();
        results.someOf(instrument, 60);
        publisher.publish();
        result = "/en/result/" + results.oneOf(instrument).value();
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void noPageTakesItsWordsForMarkup(String path) {
        assertThat(body(path.replace("{result}", result)))
                .doesNotContain("<evil", "x=\"'y'\"")
                .doesNotContain(EVALUATED);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void noPageHasAnIdTwice(String path) {
        assertThat(ID.matcher(body(path.replace("{result}", result))).results().map(id -> id.group(1)))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/check/hostile", "/en/method", "/admin?instrument=hostile", "/admin/codebook"})
    void theWordsAreShownAsTheyAre(String path) {
        assertThat(body(path)).contains("&lt;evil");
    }

    @Test
    void chartsAreWellFormedPicturesAndTables() {
        List<String> charts = Stream.of("", "/items", "/reliability", "/months", "/percentiles")
                .flatMap(page -> CHART.matcher(body("/admin" + page + "?instrument=hostile"))
                        .results())
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(charts).isNotEmpty().allSatisfy(chart -> {
            String picture = body("/admin/charts/" + chart + ".svg?instrument=hostile");
            assertThat(picture).doesNotContain("<evil").doesNotContain(EVALUATED);
            assertThatCode(() -> DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(picture))))
                    .doesNotThrowAnyException();
            assertThat(cells("/admin/charts/" + chart + ".csv?instrument=hostile"))
                    .noneMatch(HostileInstrumentTests::isFormula);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"codebook.csv", "aggregates.csv", "percentiles.csv", "export/responses.csv"})
    void noCellOfATableIsAFormula(String file) {
        assertThat(cells("/admin/" + file + "?instrument=hostile"))
                .isNotEmpty()
                .noneMatch(HostileInstrumentTests::isFormula);
    }

    @Test
    void theCodebookHasTheWords() {
        assertThat(cells("/admin/codebook.csv?instrument=hostile")).anyMatch(cell -> cell.contains("<evil"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/aggregates.json?instrument=hostile", "{result}/result.json"})
    void jsonStaysJson(String path) {
        assertThatCode(() -> JsonMapper.shared().readTree(body(path.replace("{result}", result))))
                .doesNotThrowAnyException();
    }

    @Test
    void inRTheWordsAreTextAlone() {
        String script = body("/admin/export/responses.R?instrument=hostile");

        assertThat(script).contains("evil");
        assertThat(R_TEXT.matcher(script).replaceAll("")).doesNotContain("evil");
    }

    @Test
    void inSpssTheWordsAreTextAlone() {
        String syntax = body("/admin/export/responses.sps?instrument=hostile");

        assertThat(syntax).contains("evil");
        assertThat(SPSS_TEXT.matcher(syntax).replaceAll("")).doesNotContain("evil");
    }

    private static boolean isFormula(String cell) {
        return FORMULA.matcher(cell).matches();
    }

    private Stream<String> cells(String path) {
        return CsvReader.builder().ofCsvRecord(body(path).replace("\uFEFF", "")).stream()
                .map(CsvRecord::getFields)
                .flatMap(List::stream);
    }

    private String body(String path) {
        var response = mvc.get()
                .uri(path)
                .with(user("ada").roles("ADMINISTRATOR"))
                .exchange()
                .getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return new String(response.getContentAsByteArray(), UTF_8);
    }
}

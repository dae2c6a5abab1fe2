package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;
import org.threesigns.dashboard.ShapedInstruments.Shape;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.ResponseCounts;

/** Two groups side by side, as far as they may be shown, and words where they may not. */
@OnH2
@SpringBootTest(properties = "three-signs.statistics.publish=false")
@AutoConfigureMockMvc
class GroupsTests {

    private static final Pattern FILE = Pattern.compile("href=\"(/admin/charts/[^\"]+)\"");
    private static final Pattern CHART = Pattern.compile("<svg class=\"chart\".*?</svg>", Pattern.DOTALL);

    private final MockMvcTester mvc;
    private final JdbcClient database;
    private final InstrumentCatalog catalog;
    private final Random random = new Random(8);

    @Autowired
    GroupsTests(MockMvcTester mvc, JdbcClient database, InstrumentCatalog catalog) {
        this.mvc = mvc;
        this.database = database;
        this.catalog = catalog;
    }

    @DynamicPropertySource
    static void instruments(DynamicPropertyRegistry settings) {
        var instruments = new ShapedInstruments();
        instruments.addSim24();
        instruments.add(
                "forty",
                "",
                IntStream.rangeClosed(1, 40).mapToObj(n -> sum("s" + n)).toList());
        instruments.add("one", "", List.of(sum("only")));
        instruments.add("related", 1, "", List.of(sum("kept"), sum("dropped")));
        instruments.add("related", 2, "", List.of(sum("kept"), sum("added")));
        instruments.addUnscored(1);
        instruments.addUnscored(2);
        instruments.add("unrelated", 1, "", List.of(sum("before")));
        instruments.add("unrelated", 2, "", List.of(sum("after")));
        settings.add("three-signs.instruments", instruments.folder()::toString);
    }

    private static Shape sum(String id) {
        return new Shape(id, "sum", 2);
    }

    @BeforeEach
    void clear() {
        database.sql("delete from response_cell").update();
    }

    @Test
    void twoLanguagesHaveTheirFiguresAndAWarning() {
        counted("en", "current", 1, 400);
        counted("es", "current", 1, 30);

        assertThat(groups("&by=language"))
                .contains("<dd>400 results</dd>", "<dd>30 results</dd>", ">English<", ">Spanish<")
                .contains("Nobody has tested yet whether the questions mean the same in both languages")
                .contains("Second mean minus first", "Hedges and Olkin")
                .containsPattern(
                        ">Mean</span>\\s*</th>\\s*<td class=\"number\">\\d\\.\\d\\d \\(\\d\\.\\d\\d.to.\\d\\.\\d\\d\\)</td>")
                .contains("<a href=\"#scale-3\">", "<h2 id=\"scale-3\">")
                .containsPattern("<td class=\"number\">−?0\\.\\d\\d \\(−?0\\.\\d\\d.to.−?0\\.\\d\\d\\)</td>"
                        + "<td class=\"number\">too.few</td>");
        nothingIsEmpty("&by=language", 3);
    }

    @Test
    void whatIsNotAskedForIsTheFirstThatGroupsDifferIn() {
        counted("en", "current", 1, 20);
        counted("en", "past", 1, 20);

        assertThat(groups(""))
                .contains("about a relationship now", "about one that is over", "ask about different times");
        assertThat(groups("&first=past")).contains("<dt>about one that is over</dt>");
        nothingIsEmpty("", 3);
    }

    @Test
    void whatIsNotSeparatedIsInNeitherWording() {
        counted("en", "current", 1, 20);
        counted("en", "past", 1, 20);
        counted("en", "not-separated", 1, 50);

        assertThat(groups("&by=wording"))
                .contains("their wording is not separated", "<dd>20 results</dd>")
                .doesNotContain("90 results", "70 results");
        assertThat(mvc.get()
                        .uri("/admin?instrument=sim24&wording=not-separated")
                        .with(user("ann").roles("ANALYST")))
                .bodyText()
                .contains("wording not separated", "<dt>Results</dt><dd>50</dd>");
    }

    @Test
    void monthsBeforeAndAfterOneLieInTheMonthsOfTheFilter() {
        for (int month = 1; month <= 4; month++) {
            counted("en", "current", month, 10 * month);
        }

        assertThat(groups("&by=month&month=2025-03"))
                .contains("before March 2025", "from March 2025", "<dd>30 results</dd>", "<dd>70 results</dd>");
        assertThat(groups("&by=month&month=2025-03&from=2025-04&to=2025-02"))
                .contains("wrong order", "<dd>20 results</dd>", "<dd>70 results</dd>");
        nothingIsEmpty("&by=month&month=2025-03&from=2025-04&to=2025-02", 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            &by=language&first=en&second=en  | the same group twice
            &by=wording&first=past&second=past | the same group twice
            &by=language&first=xx            | no such group
            &by=language&first=xx&second=yy  | no such group
            &by=month&from=soon&to=late      | A month looks like
            &by=month&month=2031-01          | no such group
            &by=month&month=soon             | no such group
            &by=height                       | nothing else to choose by
            &by=version                      | one version of this questionnaire
            &by=version&first=1&second=9     | one version of this questionnaire
            &by=month&from=2025-02&to=2025-02 | no before and after
            &by=wording&language=xx          | no results to show in that language
            &by=language&wording=future      | no results to show of that wording
            &instrument=nothing&by=version   | no such questionnaire
            """)
    void whatMakesNoSenseIsAnsweredInWords(String query, String words) {
        for (int month = 1; month <= 3; month++) {
            counted("en", "current", month, 20);
            counted("en", "past", month, 20);
            counted("es", "current", month, 20);
        }

        String page = query.contains("instrument") ? page("?" + query.substring(1)) : groups(query);

        assertThat(page).containsOnlyOnce(words);
        noChartIsEmpty(page);
    }

    @ParameterizedTest
    @CsvSource({"9, 20, 0", "20, 9, 0", "0, 0, 0", "9, 9, 0", "20, 20, 3", "10, 0, 0"})
    void fewerThanTenAreNeverShownNorFoundBySubtracting(int english, int spanish, int french) {
        counted("en", "current", 1, english);
        counted("es", "current", 1, spanish);
        counted("fr", "current", 1, french);

        for (String query : new String[] {"", "&by=language", "&by=language&first=en&second=es", "&by=wording"}) {
            assertThat(groups(query))
                    .contains("Nothing to compare")
                    .doesNotContain("<svg class=\"chart", "groups.csv", "results</dd>");
        }
    }

    @Test
    void monthsThatLeaveAFewOutAreTooFew() {
        counted("en", "current", 1, 20);
        counted("en", "current", 2, 20);
        counted("en", "current", 3, 3);

        assertThat(groups("&by=month&month=2025-02&to=2025-02"))
                .contains("fewer than ten are in neither of them")
                .doesNotContain("results</dd>");
    }

    @ParameterizedTest
    @CsvSource({"forty, 40", "one, 1"})
    void anInstrumentMayHaveOneScaleOrForty(String instrument, int scales) {
        count(instrument, 1, "en", "current", 1, 25);
        count(instrument, 1, "es", "current", 1, 25);

        String page = page("?instrument=" + instrument);

        assertThat(CHART.matcher(page).results()).hasSize(scales);
        noChartIsEmpty(page);
        assertThat(page("?instrument=" + instrument + "&by=wording")).contains("This questionnaire has one wording");
    }

    @Test
    void versionsAreComparedOnTheScalesThatTheyShare() {
        for (String instrument : new String[] {"related", "unrelated"}) {
            count(instrument, 1, "en", "current", 1, 25);
            count(instrument, 2, "en", "current", 2, 25);
        }

        assertThat(page("?instrument=related&by=version"))
                .contains(
                        "version 1",
                        "version 2",
                        ">Scale kept</h2>",
                        "do not ask or count it alike: <span>Scale dropped")
                .doesNotContain(">Scale dropped</h2>", ">Scale added</h2>");
        assertThat(page("?instrument=unrelated&by=version")).contains("They are different questionnaires");
        noChartIsEmpty(page("?instrument=related&by=version"));
    }

    @Test
    void versionsWithoutScoresAreNotCalledDifferent() {
        for (int version = 1; version <= 2; version++) {
            insert(
                    "unscored",
                    version,
                    "en",
                    "current",
                    version,
                    ResponseCounts.of(instrument("unscored", version), InstrumentShapes.alike("0120", 25)));
        }

        assertThat(page("?instrument=unscored&by=version"))
                .contains("This questionnaire has no scores, so there is nothing to compare.")
                .doesNotContain("different questionnaires");
    }

    @Test
    void whoeverAnsweredAlikeHasNoChanceThatCouldBeJudged() {
        insert("one", 1, "en", "current", 1, ResponseCounts.of(instrument("one", 1), InstrumentShapes.alike("11", 12)));
        insert("one", 1, "es", "current", 1, ResponseCounts.of(instrument("one", 1), InstrumentShapes.alike("00", 12)));

        assertThat(page("?instrument=one"))
                .contains("chance cannot be judged", "all alike")
                .doesNotContain("All scales at a glance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=%3Cscript%3Ealert(1)%3C/script%3E",
                "by=language&first=%3Cscript%3E&second=%00",
                "by=month&month=+999999999-12&from=-999999999-01",
                "by=version&first=99999999999999999999&second=-1",
                "by=language&by=version&first=en&first=es",
                "by=&first=&second=&month=&language=&wording=&careless=",
                "unknown=parameter"
            })
    void nothingThatIsAskedForBreaksThePage(String query) {
        counted("en", "current", 1, 20);
        counted("es", "past", 2, 20);

        assertThat(page("?instrument=sim24&" + query)).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&by=language", "&by=month&month=2025-02", "&by=language&first=es&second=en&careless=out"})
    void everyChartCanBeTakenAwayAsAPictureAndAsNumbers(String query) {
        counted("en", "current", 1, 40);
        counted("es", "current", 2, 30);
        String page = groups(query);
        List<String> names = query.contains("month")
                ? List.of("before February 2025", "from February 2025")
                : query.contains("first=es") ? List.of("Spanish", "English") : List.of("English", "Spanish");

        List<String> files = FILE.matcher(page)
                .results()
                .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                .toList();
        assertThat(files).hasSize(8).allSatisfy(file -> {
            String content = ok(file);
            if (file.contains("differences.svg")) {
                assertThat(content)
                        .contains("Differences: %s minus %s".formatted(names.get(1), names.get(0)), " results)")
                        .doesNotContain("filled", "hollow")
                        .contains(">Standardised difference d<", ">0.00<");
            } else if (file.contains("differences.csv")) {
                assertThat(content).startsWith("\uFEFFscale,difference,d,low_95,high_95");
                assertThat(content.lines()).hasSize(4);
            } else if (file.contains(".svg")) {
                assertThat(content)
                        .contains(names.get(0) + " (filled,", names.get(1) + " (hollow,", "stroke-width='1.5'");
            } else {
                assertThat(content).startsWith("\uFEFFfrom,to," + String.join(",", names));
                assertThat(content.lines()).hasSize(9);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups-nothing.svg?instrument=sim24&by=language",
                "groups-S1.csv?instrument=sim24&by=wording",
                "groups-S1.svg?instrument=sim24&by=language&first=en&second=en"
            })
    void aChartThatIsNotThereIsNotFound(String file) {
        counted("en", "current", 1, 40);
        counted("es", "current", 2, 30);

        assertThat(mvc.get()
                        .uri(URI.create("/admin/charts/" + file))
                        .with(user("ann").roles("ANALYST")))
                .hasStatus(404);
    }

    private void nothingIsEmpty(String query, int charts) {
        String page = groups(query);
        assertThat(CHART.matcher(page).results()).hasSize(charts);
        noChartIsEmpty(page);
    }

    /** Each has columns of both groups, and numbers at both axes. */
    private static void noChartIsEmpty(String page) {
        assertThat(CHART.matcher(page).results())
                .allSatisfy(chart -> assertThat(chart.group())
                        .contains("class=\"column\"", "class=\"column hollow\"", " %</text>", ">Score</text>"));
    }

    private String groups(String query) {
        return page("?instrument=sim24" + query);
    }

    private String page(String query) {
        return ok("/admin/groups" + query);
    }

    private String ok(String address) {
        var answer = mvc.get().uri(URI.create(address)).with(user("ann").roles("ANALYST"));
        assertThat(answer).hasStatusOk();
        try {
            return answer.exchange().getResponse().getContentAsString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void counted(String language, String wording, int month, int size) {
        count("sim24", 1, language, wording, month, size);
    }

    private void count(String id, int version, String language, String wording, int month, int size) {
        if (size > 0) {
            var instrument = instrument(id, version);
            insert(
                    id,
                    version,
                    language,
                    wording,
                    month,
                    ResponseCounts.of(instrument, InstrumentShapes.group(instrument, random, size)));
        }
    }

    private Instrument instrument(String id, int version) {
        return catalog.find(id, version).orElseThrow();
    }

    private void insert(String id, int version, String language, String wording, int month, ResponseCounts counts) {
        database.sql("""
                        insert into response_cell
                            (instrument, instrument_version, language, wording, careless, counted_month, counts)
                        values (?, ?, ?, ?, false, ?, ?)""")
                .params(id, version, language, wording, LocalDate.of(2025, month, 1), counts.stored())
                .update();
    }
}

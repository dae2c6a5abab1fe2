package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import org.threesigns.dashboard.ShapedInstruments.Shape;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.StoredResults;

/** The pages of figures of questionnaires that look unlike Three Signs. */
@OnH2
@SpringBootTest(properties = "three-signs.statistics.publish=false")
@AutoConfigureMockMvc
@Import(StoredResults.class)
class DashboardShapesTests {

    private static final List<String> PAGES =
            List.of("/admin", "/admin/items", "/admin/reliability", "/admin/months", "/admin/percentiles");

    /** The file's address, its chart, and the kinds of both. */
    private static final Pattern CHART =
            Pattern.compile("href=\"(/admin/charts/(([a-z]+)-[^.\"]+)\\.([a-z]+)[^\"]*)\"");

    private final MockMvcTester mvc;
    private final StoredResults results;
    private final Publisher publisher;

    @Autowired
    DashboardShapesTests(MockMvcTester mvc, StoredResults results, Publisher publisher) {
        this.mvc = mvc;
        this.results = results;
        this.publisher = publisher;
    }

    @DynamicPropertySource
    static void instruments(DynamicPropertyRegistry registry) {
        registry.add("three-signs.instruments", FOLDER::toString);
    }

    private static final Path FOLDER = write();

    private static Path write() {
        var instruments = new ShapedInstruments();
        instruments.add(
                "ranges",
                "",
                List.of(new Shape("short", "sum", 3), new Shape("long", "sum", 12, """
                        , labels: [{id: low, from: 12, to: 20}, {id: high, from: 21, to: 48}], labels-source: A. Author (1999)"""), new Shape("mean", "mean", 4)));
        instruments.add(
                "one", "careless: {identical-run: 401, seconds-per-item: 0}", List.of(new Shape("only", "mean", 1)));
        instruments.add(
                "runs", "careless: {identical-run: 4, seconds-per-item: 0}", List.of(new Shape("only", "sum", 6)));
        instruments.add(
                "speed", "careless: {identical-run: 7, seconds-per-item: 1.5}", List.of(new Shape("only", "sum", 6)));
        instruments.add(
                "many",
                "",
                IntStream.rangeClosed(1, 40)
                        .mapToObj(scale -> new Shape("s" + scale, "mean", scale == 1 ? 66 : 6))
                        .toList());
        return instruments.folder();
    }

    @ParameterizedTest
    @CsvSource({"ranges, 250", "one, 250", "runs, 12", "many, 110"})
    void areWholeAndLeadToEveryFile(String id, int n) throws Exception {
        publish(id, n);

        for (String address : PAGES) {
            assertThat(body(get(address, id))).contains("Questionnaire " + id).doesNotContain("NaN", "Infinity");
        }
        Dashboard dashboard = dashboard(id);
        Map<String, String> oneOfEachKind = new TreeMap<>();
        assertThat(charts(id)).isNotEmpty().allSatisfy(link -> {
            oneOfEachKind.put(link.group(3) + link.group(4), HtmlUtils.htmlUnescape(link.group(1)));
            assertThat(dashboard.chart(link.group(2))).as(link.group()).isPresent();
        });
        assertThat(oneOfEachKind.values())
                .allSatisfy(
                        file -> assertThat(mvc.get().uri(file).with(user("ann").roles("ANALYST")))
                                .hasStatusOk());
    }

    private Dashboard dashboard(String id) {
        var model = Objects.requireNonNull(get("/admin", id).getMvcResult().getModelAndView());
        return (Dashboard) Objects.requireNonNull(model.getModel().get("dashboard"));
    }

    private List<MatchResult> charts(String id) throws Exception {
        List<MatchResult> charts = new ArrayList<>();
        for (String address : PAGES) {
            CHART.matcher(body(get(address, id))).results().forEach(charts::add);
        }
        return charts;
    }

    @Test
    void scalesOfDifferentRangesHaveTablesOfTheirOwn() throws Exception {
        publish("ranges", 250);

        assertThat(body(get("/admin", "ranges")))
                .contains(
                        "Scores on Scale short in numbers",
                        "Scores on Scale long in numbers",
                        "Scores on Scale mean in numbers")
                .doesNotContain("How many results have which score");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one | There is one scale, so there are no two to compare.",
                "many | With more than 12 scales, nothing is counted of how two of them go together."
            })
    void whereNoTwoScalesAreComparedThePageSaysWhy(String id, String why) throws Exception {
        publish(id, 110);

        assertThat(body(get("/admin/reliability", id)))
                .contains(why)
                .doesNotContain("From the results with a score on both");
    }

    @Test
    void theMethodIsThatOfTheInstrument() throws Exception {
        publish("ranges", 20);
        assertThat(body(get("/admin", "ranges")))
                .contains(
                        "On Scale mean, a score is the mean of the answered items; on Scale short, Scale long, it is the sum")
                .contains("The names of scores on Scale long come from A. Author (1999).")
                .contains("Its files say nothing of norms or of a validation.");
        publish("runs", 20);
        assertThat(body(get("/admin", "runs"))).contains("A score is the sum of the answered items");
    }

    @Test
    void aRuleThatIsSwitchedOffIsSaidToBeOff() throws Exception {
        publish("ranges", 20);
        assertThat(body(get("/admin", "ranges"))).contains("Switched off: this questionnaire has no rule");
        publish("one", 20);
        assertThat(body(get("/admin", "one"))).contains("Switched off: this questionnaire has no rule");
        publish("runs", 20);
        assertThat(body(get("/admin", "runs")))
                .contains("4 or more equal answers in a row (the rule for speed is switched off)");
    }

    /** To the public as to administrators: nothing is said of a run or a time that can never be. */
    @Test
    void onlyTheHalfOfARuleThatAppliesIsToldOf() throws Exception {
        assertThat(body(get("/en/method/one", "one"))).doesNotContain("Answers in a hurry");
        assertThat(body(get("/en/method/runs", "runs")))
                .contains("If 4 answers in a row are the same, the result adds")
                .doesNotContain("seconds each");
        assertThat(body(get("/en/method/speed", "speed")))
                .contains("If the questions took less than 1.5 seconds each on average, the result adds")
                .doesNotContain("in a row are the same");
        assertThat(body(get("/admin/codebook", "one"))).contains("not judged on this site");
        assertThat(body(get("/admin/codebook", "runs")))
                .contains("4 or more equal answers in a row")
                .doesNotContain("seconds a question");
        assertThat(body(get("/admin/codebook", "speed")))
                .contains("less than 1.5 seconds a question")
                .doesNotContain("equal answers");
    }

    @Test
    void aScaleOfManyItemsGivesItsCorrelationsInAFile() throws Exception {
        publish("many", 400);

        assertThat(body(get("/admin/reliability", "many"))).contains("66 items make a table too large for a page");
    }

    private void publish(String id, int n) {
        results.clear();
        results.someOf(TestInstruments.catalog(FOLDER, "three-signs").latest(id).orElseThrow(), n);
        publisher.publish();
    }

    private MvcTestResult get(String path, String id) {
        return mvc.get()
                .uri(path + "?instrument=" + id)
                .with(user("ann").roles("ANALYST"))
                .exchange();
    }

    private static String body(MvcTestResult page) throws Exception {
        assertThat(page).hasStatusOk();
        return page.getResponse().getContentAsString();
    }
}

package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.URI;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.database.OnH2;
import org.threesigns.publication.OnReferenceInstruments;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.StoredResults;
import org.threesigns.scoring.Responses;

/** The overview with few results, with none, and asked for in ways that make no sense. */
@OnH2
@OnReferenceInstruments
class DashboardTests {

    private static final Pattern MEAN = Pattern.compile("data-label=\"Mean\">([0-9.]+)<");

    private final MockMvcTester mvc;
    private final StoredResults results;
    private final Publisher publisher;

    @Autowired
    DashboardTests(MockMvcTester mvc, StoredResults results, Publisher publisher) {
        this.mvc = mvc;
        this.results = results;
        this.publisher = publisher;
    }

    @BeforeEach
    void clear() {
        results.clear();
    }

    @Test
    void looksTheSameWithNineResultsAsWithNone() throws Exception {
        String empty = main(page(""));

        results.some(9);
        publisher.publish();

        assertThat(main(page(""))).isEqualTo(empty);
    }

    @Test
    void showsTenAndSaysWhatTheyAreTooFewFor() {
        results.some(10);
        publisher.publish();

        assertThat(page(""))
                .bodyText()
                .contains("<div><dt>Results</dt><dd>10</dd></div>")
                .contains("before 100 results have an answer to every question");
    }

    @Test
    void figuresOfALanguageAreThere() {
        results.some(20, "en", false);
        results.some(30, "es", false);
        publisher.publish();

        assertThat(dashboard("&language=es").respondents()).isEqualTo(30);
        assertThat(dashboard("&language=es").filter().summary()).startsWith("answered in Spanish");
        assertThat(dashboard("").respondents()).isEqualTo(50);
    }

    @Test
    void carelessResultsCanBeLeftOut() {
        results.some(20, "en", false);
        results.some(15, "en", true);
        publisher.publish();

        assertThat(dashboard("").respondents()).isEqualTo(35);
        assertThat(dashboard("").carelessShare()).contains(15 / 35.0);
        assertThat(dashboard("&careless=out").respondents()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/items | too few",
                "/reliability | Reliability needs 100 results",
                "/reliability | Correlations need 100 results",
                "/months | no line to draw",
                "/percentiles | Percentiles need 100 results with a score; here it is"
            })
    void withTenEveryPageSaysWhatTheyAreTooFewFor(String address, String words) throws Exception {
        results.some(10);
        publisher.publish();

        assertThat(main(page(address, ""))).contains(words).doesNotContain("NaN", "undefined");
    }

    @Test
    void namesNoSkippedItemThatTooFewAnswered() throws Exception {
        results.one(new Responses("-" + "1".repeat(23)), "en", false);
        Collections.nCopies(9, new Responses("1".repeat(24))).forEach(responses -> results.one(responses, "en", false));
        publisher.publish();

        assertThat(main(page("")))
                .contains("Some, in items with too few answers to show which.")
                .doesNotContain("Most often");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/items", "/reliability", "/months", "/percentiles"})
    void noPageHasAnythingToShowBelowTen(String address) throws Exception {
        results.some(9);
        publisher.publish();

        assertThat(main(page(address, ""))).contains("Nothing to show yet").doesNotContain("<svg", "<table");
    }

    @Test
    void ninetyNineAreTooFewForPercentilesAndReliability() throws Exception {
        results.some(99);
        publisher.publish();

        assertThat(main(page("/percentiles", "")))
                .contains("Percentiles need 100")
                .doesNotContain("<table");
        assertThat(main(page("/reliability", ""))).doesNotContain("class=\"heat\"");
    }

    @Test
    void itemsAreSortedByAnyColumnWithoutScripts() throws Exception {
        results.some(120);
        publisher.publish();

        for (ItemOrder.Column column : ItemOrder.Column.values()) {
            assertThat(page("/items", "&group=none&sort=" + column.code())).hasStatusOk();
        }
        List<Double> up = means("&group=none&sort=mean");
        assertThat(up).hasSize(24).isSorted();
        assertThat(means("&group=none&sort=mean&order=desc")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(main(page("/items", "&sort=nothing"))).contains("Items cannot be sorted by that");
    }

    @Test
    void aChartThatIsNotThereIsNotFound() {
        results.some(20);
        publisher.publish();

        assertThat(page("/charts/scores-S1.svg", "")).hasStatusOk();
        assertThat(page("/charts/scores-S9.svg", "")).hasStatus(404);
        assertThat(page("/charts/scores-S1.csv", "&language=xx")).hasStatusOk();
        results.clear();
        assertThat(page("/charts/scores-S1.csv", "")).hasStatus(404);
    }

    private List<Double> means(String order) throws Exception {
        return MEAN.matcher(main(page("/items", order)))
                .results()
                .map(mean -> Double.valueOf(mean.group(1)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instrument=nothing | There is no such questionnaire here",
                "instrument=sim24&version=99 | no such version",
                "instrument=sim24&version=-1 | no such version",
                "instrument=sim24&version=99999999999999999999 | no such version",
                "instrument=sim24&language=xx | no results to show in that language",
                "instrument=sim24&careless=maybe | can be in or out",
                "instrument=sim24&from=2025-13 | left out",
                "instrument=sim24&from=soon&to=later | left out",
                "instrument=sim24&from=2025-01 | is over yet",
                "instrument=sim24&from=2025-06&to=2025-01 | is over yet",
            })
    void whatMakesNoSenseLeadsToTheNearestPageWithAWord(String query, String word) {
        results.some(20);
        publisher.publish();

        assertThat(mvc.get().uri("/admin?" + query).with(user("ann").roles("ANALYST")))
                .hasStatusOk()
                .bodyText()
                .contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "language=<script>alert(1)</script>",
                "language=%00",
                "instrument=%F0%9F%92%A9&version=%2e%2e%2f",
                "from=2025-01&from=2025-02&to=&language=&careless=&version=",
                "from=+999999999-12&to=-999999999-01",
                "unknown=parameter"
            })
    void nothingThatIsAskedForBreaksThePage(String query) {
        results.some(20);
        publisher.publish();

        assertThat(mvc.get()
                        .uri(URI.create("/admin?" + query.replace("<", "%3C").replace(">", "%3E")))
                        .with(user("ann").roles("ANALYST")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>");
    }

    private MvcTestResult page(String filter) {
        return page("", filter);
    }

    private MvcTestResult page(String address, String filter) {
        return mvc.get()
                .uri("/admin" + address + "?instrument=sim24" + filter)
                .with(user("ann").roles("ANALYST"))
                .exchange();
    }

    /** What stands outside has a token of its own each time. */
    private static String main(MvcTestResult page) throws Exception {
        String body = page.getResponse().getContentAsString();
        return body.substring(body.indexOf("<main"));
    }

    private Dashboard dashboard(String filter) {
        var model = Objects.requireNonNull(page(filter).getMvcResult().getModelAndView());
        return (Dashboard) Objects.requireNonNull(model.getModel().get("dashboard"));
    }
}

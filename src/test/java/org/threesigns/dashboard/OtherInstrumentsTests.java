package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.database.OnH2;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.StoredResults;
import org.threesigns.result.Respondent;
import org.threesigns.scoring.Responses;

/** Instruments of other shapes than Three Signs, the whole way in and out. */
@OnH2
@SpringBootTest(
        properties = {"three-signs.statistics.publish=false", "three-signs.instruments=" + OtherInstrumentsTests.FOLDER
        })
@AutoConfigureMockMvc
@Import(StoredResults.class)
class OtherInstrumentsTests {

    static final String FOLDER = "src/test/resources/other-instruments";

    private final MockMvcTester mvc;
    private final StoredResults results;
    private final Publisher publisher;
    private final Respondent respondent;

    @Autowired
    OtherInstrumentsTests(MockMvcTester mvc, StoredResults results, Publisher publisher, Assessments assessments) {
        this.mvc = mvc;
        this.results = results;
        this.publisher = publisher;
        this.respondent = new Respondent(assessments);
    }

    @ParameterizedTest
    @CsvSource({"five-scales, 5, 25, 10, 10", "two-options, 2, 8, 1, 10", "worry, 1, 5, 0, 8"})
    void haveAnOverviewAndExportsOfTheirOwn(String id, int scales, int items, int pairs, int bins) throws Exception {
        publishSomeOf(id);

        var page = get("/admin", id);
        assertThat(page).hasStatusOk();
        var dashboard = (Dashboard) Objects.requireNonNull(
                Objects.requireNonNull(page.getMvcResult().getModelAndView())
                        .getModel()
                        .get("dashboard"));
        assertThat(dashboard.respondents()).isEqualTo(250);
        assertThat(dashboard.scales()).hasSize(scales).allSatisfy(sign -> {
            assertThat(sign.statistics().histogram()).hasSize(bins);
            assertThat(sign.reliability().alpha().isKnown()).isTrue();
        });
        assertThat(dashboard.items()).hasSize(items);
        assertThat(dashboard.pairs()).hasSize(pairs);
        assertThat(rowsOf("/admin/export/responses.csv", id)).hasSize(251);
        assertThat(rowsOf("/admin/codebook.csv", id)).hasSize(1 + 4 + 2 * items + 3 * scales);
        assertThat(rowsOf("/admin/aggregates.csv", id))
                .filteredOn(line -> line.startsWith("pair,") && line.contains(",r,"))
                .hasSize(pairs);
    }

    @Test
    void showAnItemOnEveryScaleItCountsOn() throws Exception {
        publishSomeOf("shared-items");

        assertThat(Pattern.compile(">r-2</span>\\s*<span[^>]*>Ruhe \u2013 rest, Strain, a &#39;sum&#39;<")
                        .matcher(bodyOf("/admin/items", "shared-items"))
                        .results())
                .as("an item on two scales, in the group of each")
                .hasSize(2);
        assertThat(rowsOf("/admin/aggregates.csv", "shared-items").stream()
                        .filter(line -> line.contains(",item_rest_r,") || line.contains(",alpha_if_dropped,"))
                        .map(line -> line.split(",", -1)[1]))
                .startsWith("not", "not", "r-2/rest", "r-2/rest", "r-2/strain", "r-2/strain", "r_2/rest");
        assertThat(rowsOf("/admin/codebook.csv", "shared-items"))
                .anyMatch(line -> line.startsWith("r_2_2,")
                        && line.contains("Ruhe \u2013 rest, Strain, a 'sum'; keyed in reverse"));
        String address = respondent.leaves(new CompletedAssessment(
                "shared-items", 1, "en", Respondent.DAY, new Responses("3210321032"), false, Wording.CURRENT, false));
        assertThat(mvc.get().uri(address + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.answers[1].scales",
                        scales -> assertThat(scales).asArray().containsExactly("rest", "strain"))
                .hasPathSatisfying(
                        "$.answers[1].scale", scale -> assertThat(scale).isEqualTo("rest"))
                .hasPathSatisfying(
                        "$.answers[9].scales",
                        scales -> assertThat(scales).asArray().isEmpty());
    }

    @Test
    void countAQuestionInTheDirectionOfEachScale() throws Exception {
        publishSomeOf("two-ways");

        assertThat(bodyOf("/admin/items", "two-ways"))
                .contains("reversed on Well on the whole, but not in its mean", "reversed, but not on Low");
        assertThat(rowsOf("/admin/codebook.csv", "two-ways"))
                .anyMatch(row -> row.startsWith("l1_keyed,")
                        && row.contains("l1 on Low, after keying")
                        && row.contains(",keyed forward,"))
                .anyMatch(row -> row.startsWith("l1_keyed_2,")
                        && row.contains("l1 on Well on the whole, after keying")
                        && row.contains("0 = Always; 1 = Often; 2 = Rarely; 3 = Never")
                        && row.contains(",keyed in reverse: 3 − answer,"))
                .anyMatch(row -> row.startsWith("l1,")
                        && row.contains("keyed forward; on Well on the whole keyed in reverse: 3 − answer"));
        String address = respondent.leaves(new CompletedAssessment(
                "two-ways", 1, "en", Respondent.DAY, new Responses("30303030"), false, Wording.CURRENT, false));
        assertThat(mvc.get().uri(address + "/sheet")).bodyText().contains(">9<", ">18<");
        assertThat(mvc.get().uri(address + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.answers[1].keying", keying -> assertThat(keying).isEqualTo("forward"))
                .hasPathSatisfying(
                        "$.answers[1].otherwise[0]",
                        other -> assertThat(other)
                                .isEqualTo(Map.of("scale", "well", "keying", "reverse", "weight", 1, "itemScore", 3)))
                .hasPathSatisfying(
                        "$.answers[0].otherwise",
                        other -> assertThat(other).asArray().isEmpty());
        assertThat(mvc.get().uri("/en/method/two-ways"))
                .bodyText()
                .contains("6 questions, 3 of them counted the other way round")
                .containsPattern("3 questions; at least one answer");
    }

    @Test
    void countAnswersWhereNothingIsScored() throws Exception {
        publishSomeOf("unscored");

        assertThat(bodyOf("/admin", "unscored"))
                .contains("This questionnaire has no scales.", "Nothing is scored")
                .doesNotContain("How many results have which score", "Without a score", "NaN");
        assertThat(bodyOf("/admin/items", "unscored"))
                .contains("All items", ">u1<", ">u4<")
                .doesNotContain("after keying", "Not scored");
        assertThat(bodyOf("/admin/reliability", "unscored")).contains("there is no reliability to estimate");
        assertThat(bodyOf("/admin/percentiles", "unscored")).contains("so there are no percentiles");
        assertThat(bodyOf("/admin/months", "unscored")).contains("In numbers").doesNotContain("Means month by month");
        assertThat(bodyOf("/admin/groups", "unscored")).contains("Nothing to compare");
        assertThat(rowsOf("/admin/codebook.csv", "unscored")).hasSize(1 + 4 + 4);
        assertThat(rowsOf("/admin/aggregates.csv", "unscored"))
                .filteredOn(row -> row.startsWith("item,u2,chose_"))
                .hasSize(4);
    }

    @Test
    void weighQuestions() throws Exception {
        publishSomeOf("weights");

        assertThat(bodyOf("/admin", "weights"))
                .contains("On Load, item scores are first multiplied by weights: w1 × 2, w2 × 4, w3 × 0.5, w4 × 1.")
                .contains("On Strain, item scores are first multiplied by weights: w1 × 0.25")
                .doesNotContain("NaN", "Infinity");
        assertThat(bodyOf("/admin/reliability", "weights"))
                .contains("A scale whose mean is weighted is not compared", "item scores times their weights");
        assertThat(bodyOf("/admin/items", "weights"))
                .contains("× 2 on Load", "× −0.5 on Balance")
                .doesNotContain("reversed on Load, Strain", "reversed, but not on Balance, Strain");
        assertThat(rowsOf("/admin/codebook.csv", "weights"))
                .anyMatch(row -> row.startsWith("w3_keyed_2,number,")
                        && row.contains("0 = Always; 0.5 = Often; 1 = Rarely; 1.5 = Never")
                        && row.contains("keyed in reverse: 3 − answer, then × 0.5"));
        String address = respondent.leaves(new CompletedAssessment(
                "weights", 1, "en", Respondent.DAY, new Responses("12301-12"), false, Wording.CURRENT, false));
        assertThat(mvc.get().uri(address + "/sheet"))
                .bodyText()
                .contains(">10<", ">× 4<", ">× 0.5<", ">× -0.5<", "counts that many times, one without it once");
        assertThat(mvc.get().uri(address + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.scores[*].score",
                        scores -> assertThat(scores).asArray().containsExactly(10, 75, 78.33, 1.0))
                .hasPathSatisfying(
                        "$.scores[*].sum", sums -> assertThat(sums).asArray().containsExactly(10, 7.5, 2.35, 2))
                .hasPathSatisfying(
                        "$.answers[1].otherwise[1]",
                        other -> assertThat(other)
                                .isEqualTo(Map.of(
                                        "scale", "balance", "keying", "forward", "weight", -0.5, "itemScore", 2)));
        assertThat(mvc.get().uri("/en/method/weights"))
                .bodyText()
                .contains("multiplied by the weight shown beside", "divided by the sum of the weights", ">× 0.25<")
                .contains("<h3>Load</h3>", "<h3>Balance</h3>", "<h3>Strain</h3>", "<h3>Rest</h3>");
    }

    @Test
    void numberNoQuestionThatWasAskedInRandomOrder() {
        String address = respondent.leaves(new CompletedAssessment(
                "shuffled", 1, "en", Respondent.DAY, new Responses("1-111111-1"), false, Wording.CURRENT, false));

        for (String page : List.of("/sheet", "/sources", "/everything")) {
            assertThat(mvc.get().uri(address + page))
                    .bodyText()
                    .contains("9. Is it number 9?", "Is it number 2?")
                    .doesNotContainPattern("\\d\\. Is it number [1-8]\\?");
        }
        assertThat(mvc.get().uri("/en/method/shuffled"))
                .bodyText()
                .contains(">9.</span>", "Is it number 2?")
                .doesNotContainPattern(">[1-8]\\.</span>");
        assertThat(mvc.get().uri(address + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.answers[*].number",
                        numbers -> assertThat(numbers)
                                .asArray()
                                .containsExactly(null, null, null, null, null, null, null, null, 9, 10));
    }

    @Test
    void exportQuestionsWithAnswersOfTheirOwn() throws Exception {
        publishSomeOf("mixed");

        for (String page :
                List.of("/admin", "/admin/items", "/admin/reliability", "/admin/months", "/admin/percentiles")) {
            assertThat(get(page, "mixed")).hasStatusOk();
        }
        assertThat(rowsOf("/admin/codebook.csv", "mixed"))
                .filteredOn(row -> row.startsWith("m"))
                .anySatisfy(row -> assertThat(row).contains("5 = Very well; 3 = Rather well; 1 = Hardly"))
                .anySatisfy(row -> assertThat(row).contains("0 = Nothing; 1 = The rain / The birds; 4 = Cars"))
                .anySatisfy(row -> assertThat(row).startsWith("m5").contains("keyed in reverse: 4 − answer"));
        assertThat(rowsOf("/admin/aggregates.csv", "mixed"))
                .filteredOn(row -> row.startsWith("item,m2,chose_"))
                .hasSize(3);
        assertThat(rowsOf("/admin/export/responses.csv", "mixed").get(0))
                .startsWith("month,language,wording,careless,m1,");
        assertThat(rowsOf("/admin/export/responses.csv", "mixed").stream().skip(1))
                .allMatch(row -> row.matches("[^,]+,en,current,[01],[135]?,[014]?,[02]?,[135]?,[014]?,[02]?,.*"));
    }

    @Test
    void promiseNoAdviceWhereTheyHaveNone() {
        for (String answers : List.of("11111111", "00000000", "1010----")) {
            String address = respondent.leaves(new CompletedAssessment(
                    "two-options", 1, "en", Respondent.DAY, new Responses(answers), false, Wording.CURRENT, false));

            assertThat(mvc.get().uri(address))
                    .hasStatusOk()
                    .bodyText()
                    .contains("What your answers say")
                    .doesNotContain("thing to try", "What already helps you", "More ideas");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00300, 0, minimal, 5", // the third question counts the other way
        "11211, 5, mild, 5",
        "----3, 3, minimal, 1",
        "33033, 15, severe, 5",
    })
    void callASumWhatItsAuthorCallsIt(String answers, int sum, String label, int answered) {
        String address = worried(answers);

        assertThat(mvc.get().uri(address))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "What your answers say",
                        "add up to",
                        "Worry:",
                        ">" + label + "<",
                        answered == 5
                                ? sum + " on a scale of 0 to 15."
                                : sum
                                        + ", from the questions you answered. With every question answered, the scale goes from 0 to 15.")
                .contains("This word for the score comes from A. Author (1999). It is not a diagnosis.");
        assertThat(mvc.get().uri(address + "/sheet"))
                .hasStatusOk()
                .bodyText()
                .contains(">" + sum + "<", ">10 to 11<", "A score is the sum")
                .doesNotContain("standard error");
        assertThat(mvc.get().uri(address + "/sources")).hasStatusOk().bodyText().contains("CC0");
        assertThat(mvc.get().uri(address + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.scores[0].score",
                        score -> assertThat(score).asNumber().isEqualTo(sum))
                .hasPathSatisfying(
                        "$.scores[0].answered", n -> assertThat(n).asNumber().isEqualTo(answered))
                .hasPathSatisfying(
                        "$.scores[0].standardError", error -> assertThat(error).isNull());
    }

    @Test
    void giveASumNoNameInAGapBetweenTheNames() {
        assertThat(mvc.get().uri(worried("22112")))
                .hasStatusOk()
                .bodyText()
                .contains("9 on a scale of 0 to 15")
                .doesNotContain("comes from A. Author");
    }

    @Test
    void compareTwoSumsWithoutAnErrorAndClaimNothing() {
        String later = worried("11211");

        assertThat(mvc.post().uri(worried("33033") + "/compare").param("link", later))
                .hasStatusOk()
                .bodyText()
                .contains("15, severe", "5, mild", "Nobody knows yet how much of this difference");
    }

    @Test
    void callADifferenceOfSumsWithUnevenAnswersNoChange() {
        String later = worried("0-300");

        assertThat(mvc.post().uri(worried("33033") + "/compare").param("link", later))
                .hasStatusOk()
                .bodyText()
                .contains("what you skip adds nothing to a sum")
                .doesNotContain("Nobody knows yet how much");
    }

    @Test
    void claimOfASumNothingThatHoldsForMeansOrForQuestionsOfOursOnly() {
        String address = worried("112-1");

        assertThat(mvc.get().uri(address + "/sources")).bodyText().contains("they add nothing to it:");
        assertThat(List.of(
                        address + "/sources",
                        address + "/everything",
                        address + "/sheet",
                        address + "/result.json",
                        "/en/method/worry"))
                .allSatisfy(path -> assertThat(mvc.get().uri(path))
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain(
                                "lines between the words",
                                "pale band",
                                "validated",
                                "how often something happens",
                                "how many you answered",
                                "never counts as zero",
                                "did not count",
                                "are means",
                                "These are the expected errors",
                                "made for adults"));
        assertThat(mvc.post().uri(worried("33033") + "/compare").param("link", address))
                .bodyText()
                .doesNotContain("pale band", "standard error");
        assertThat(mvc.get().uri("/en/method/worry"))
                .bodyText()
                .contains(
                        "You answer 5 questions",
                        "5 questions, 1 of them counted the other way round; at least one answer is needed.",
                        "Nobody knows the expected errors yet",
                        "A score is the sum of its answers");
    }

    @Test
    void sayNothingAboutPartnersOnTheirResults() {
        String address = respondent.leaves(new CompletedAssessment(
                "two-options", 1, "en", Respondent.DAY, new Responses("11111111"), false, Wording.CURRENT, false));
        var pages =
                List.of("", "/sources", "/keep", "/everything", "/sheet", "/answers", "/compare", "/shares", "/delete");

        for (String language : List.of("/en/", "/es/")) {
            assertThat(pages)
                    .allSatisfy(below -> assertThat(mvc.get().uri(address.replace("/en/", language) + below))
                            .hasStatusOk()
                            .bodyText()
                            .doesNotContainIgnoringCase("partner")
                            .doesNotContainIgnoringCase("pareja")
                            .doesNotContain(
                                    "The questions are our own", "tested in a study", "Las preguntas son nuestras"));
        }
    }

    private void publishSomeOf(String id) {
        Instrument instrument = TestInstruments.catalog(Path.of(FOLDER), "three-signs")
                .latest(id)
                .orElseThrow();
        results.clear();
        results.someOf(instrument, 250);
        publisher.publish();
    }

    private String worried(String answers) {
        return respondent.leaves(new CompletedAssessment(
                "worry", 1, "en", Respondent.DAY, new Responses(answers), false, Wording.CURRENT, false));
    }

    private String bodyOf(String path, String id) throws Exception {
        return get(path, id).getResponse().getContentAsString();
    }

    private List<String> rowsOf(String path, String id) throws Exception {
        return bodyOf(path, id).lines().toList();
    }

    private MvcTestResult get(String path, String id) {
        return mvc.get()
                .uri(path + "?instrument=" + id)
                .with(user("ada").roles("ADMINISTRATOR"))
                .exchange();
    }
}

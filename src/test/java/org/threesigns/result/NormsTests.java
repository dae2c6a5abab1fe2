package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.assessment.Shares;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published samples stand beside a score with all that is known of them, away from the first page. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:norms;DB_CLOSE_DELAY=-1",
            "three-signs.instruments=src/test/resources/norms"
        })
@AutoConfigureMockMvc
@Import(Respondent.class)
class NormsTests {

    private static final String ADULTS =
            "In a study of 1,244 adults in Germany, the mean was 12.9 with a standard deviation of 3.5.";
    private static final String NURSES =
            "In a study of 80 nurses who work at night, the mean was 8 with a standard deviation of 4.25.";
    private static final String HEADING = ">People in studies</h3>";

    private final MockMvcTester browser;
    private final Respondent respondent;
    private final Shares shares;

    @Autowired
    NormsTests(MockMvcTester browser, Respondent respondent, Shares shares) {
        this.browser = browser;
        this.respondent = respondent;
        this.shares = shares;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sources", "/everything", "/sheet"})
    void standBesideTheScoreWithWhoHowManyTheirFiguresAndTheSource(String below) {
        assertThat(page(answered("111111") + below))
                .containsSubsequence(
                        HEADING,
                        "none of the numbers is a goal",
                        "Rest: 15",
                        ADULTS,
                        "href=\"https://doi.org/10.1000/rest\">A. Author (2008)</a>",
                        NURSES,
                        "B. Author &amp; others (2011)",
                        "Walks: 1.0",
                        "A study asked 9 people who like walking.",
                        "C. Author (1999)")
                .doesNotContain("<dt>Naps: ", "??", "Optional");
    }

    @Test
    void standOnAPageThatIsShared() {
        var key = shares.open(Respondent.tokenOf(answered("111111")), List.of("rest"), 1)
                .orElseThrow();

        assertThat(page("/en/shared/" + key.value())).contains(ADULTS, NURSES).doesNotContain("walking");
    }

    @ParameterizedTest
    @ValueSource(strings = {"111111", "002111"})
    void standNotOnTheFirstPage(String answers) {
        assertThat(page(answered(answers))).doesNotContain(HEADING, "1,244", "standard deviation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            000 | Almost none of them had a lower score than this.
            100 | Almost none of them had a lower score than this.
            110 | About 25 of every 100 of them had a lower score than this.
            111 | About 62.5 of every 100 of them had a lower score than this.
            221 | At least 97 of every 100 of them had a lower score than this.
            """)
    void sayHowManyScoredLowerWhereThatWasPublished(String answers, String sentence) {
        assertThat(page(answered(answers + "111") + "/sources")).containsSubsequence(ADULTS, sentence, NURSES);
    }

    @ParameterizedTest
    @CsvSource({
        "00, At most 40 of every 100 of them",
        "11, About 40 of every 100 of them",
        "12, Between 40 and 90 of every 100 of them",
        "22, About 90 of every 100 of them"
    })
    void sayItOfMeansToo(String answers, String sentence) {
        assertThat(page(answered("000" + answers + "1") + "/sources")).containsSubsequence("Walks: ", sentence);
    }

    /** Nobody published percentiles of nurses, and none are made up. */
    @Test
    void makeUpNoPercentiles() {
        String page = page(answered("111111") + "/sources");

        assertThat(page.substring(page.indexOf(NURSES) + NURSES.length(), page.indexOf("Walks: ")))
                .doesNotContain("of every 100");
    }

    @Test
    void standBesideTheScoreOfSomebodyWhoSkippedWithHowManyAnswersItRestsOn() {
        assertThat(page(answered("1-1111") + "/sources"))
                .containsSubsequence("2 of 3", ADULTS, "About 25 of every 100", "What you skipped");
    }

    @Test
    void standNotWhereThereIsNoScore() {
        assertThat(page(answered("1111-1") + "/sources")).contains(ADULTS).doesNotContain("who like walking");
        assertThat(page(answered("---1-1") + "/sources")).doesNotContain(HEADING);
    }

    @Test
    void areWhomItComparesWith() {
        assertThat(page(answered("111111") + "/sources"))
                .contains("It compares you only with people of the studies that it names")
                .doesNotContain("It does not compare you");
        assertThat(page(answered("---1-1") + "/sources")).contains("It does not compare you with other people.");
    }

    @Test
    void speakTheLanguageOfThePage() {
        assertThat(page(answered("111111").replace("/en/", "/es/") + "/sources"))
                .contains(
                        "En un estudio con 1.244 adultos en Alemania, la media fue 12,9, con una desviación típica de 3,5.",
                        "Unas 62,5 de cada 100 de esas personas tuvieron una puntuación más baja que esta.");
    }

    @Test
    void areInTheFileOfTheResult() {
        JsonNode scores = JsonMapper.shared()
                .readTree(page(answered("111111") + "/result.json"))
                .path("scores");

        assertThat(scores.at("/0/norms/0")).hasToString("""
                {"norm":"adults","who":"adults in Germany","n":1244,"mean":12.9,"standardDeviation":3.5,\
                "percentiles":[{"score":5,"lower":0},{"score":10,"lower":25},{"score":15,"lower":62.5},{"score":20,"lower":97}],\
                "source":"A. Author (2008)","url":"https://doi.org/10.1000/rest"}""");
        assertThat(scores.at("/0/norms/1/url").isNull()).isTrue();
        assertThat(scores.at("/1/norms/0/mean").isNull()).isTrue();
        assertThat(scores.at("/2/norms")).isEmpty();
        assertThat(JsonMapper.shared()
                        .readTree(page(answered("111-11") + "/result.json"))
                        .at("/scores/1/norms"))
                .as("norms of a score that there is none of")
                .isEmpty();
    }

    @Test
    void standOnThePageOfHowItWorks() {
        assertThat(page("/en/method/rest"))
                .containsSubsequence(
                        ">What studies found</h2>",
                        ">Rest</h3>",
                        "1,244 adults in Germany: mean 12.9, standard deviation 3.5.",
                        "Source:",
                        "<a rel=\"noreferrer\" href=\"https://doi.org/10.1000/rest\">A. Author (2008)</a>",
                        "80 nurses who work at night: mean 8, standard deviation 4.25.",
                        "B. Author &amp; others (2011)",
                        "Rest, adults in Germany: how many of every 100 had a lower score",
                        ">15</th>",
                        ">62.5</td>",
                        "9 people who like walking.",
                        "C. Author (1999)")
                .doesNotContain("??", "Optional");
        assertThat(page("/en/method")).doesNotContain("What studies found");
    }

    private String answered(String answers) {
        return respondent.leaves(new CompletedAssessment(
                "rest", 1, "en", Respondent.DAY, new Responses(answers), false, Wording.CURRENT, false));
    }

    private String page(String path) {
        var answer = browser.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return Respondent.bodyOf(answer);
    }
}

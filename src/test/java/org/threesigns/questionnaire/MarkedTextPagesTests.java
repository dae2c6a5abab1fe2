package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Wording;
import org.threesigns.result.Respondent;
import org.threesigns.scoring.Responses;

/** The mark-up of an author is on every page that shows a question, and nowhere else. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:marked;DB_CLOSE_DELAY=-1",
            "three-signs.instruments=src/test/resources/marked"
        })
@AutoConfigureMockMvc
@Import(Respondent.class)
class MarkedTextPagesTests {

    private static final String BOLD = "How often did you <b>not</b> rest?";
    private static final String DANGEROUS =
            "Was 3 &lt; 5 &amp; 5 &gt; 3, &amp;lt;b&amp;gt;or <i>[[${7*191}]] \\&quot; onload=&#39;x()&#39; &amp;#60;script&amp;#62;</i> &lt;script x()?";
    private static final String NESTED = "How often did you <b><u>sleep </u></b><b><u><i>well</i></u></b>?";

    private final MockMvcTester browser;
    private final Respondent respondent;

    @Autowired
    MarkedTextPagesTests(MockMvcTester browser, Respondent respondent) {
        this.browser = browser;
        this.respondent = respondent;
    }

    @Test
    void standsOnTheForm() {
        assertThat(page("/en/check/marked"))
                .containsSubsequence(
                        "<h3>Before you begin</h3>",
                        "<p class=\"lead\">Think of the <b>last two weeks</b>,<br>and of <i>nothing else</i>.</p>",
                        BOLD,
                        ">&lt;b&gt;Often&lt;/b&gt;<",
                        DANGEROUS,
                        "<p><u>One</u> more.</p>",
                        "<h3>The evening</h3>",
                        "<p>Think of the evening.</p>",
                        NESTED);
    }

    @Test
    void standsInTheSummaryOfAFormThatComesBack() {
        String form = page("/en/check/marked");

        assertThat(body(browser.post()
                        .uri("/en/check/marked")
                        .params(SheetOfAnswers.on(form).answer("m1", "often").fields())
                        .exchange()))
                .containsSubsequence("error-summary", ">2. " + DANGEROUS + "</a>", ">3. " + NESTED + "</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/answers", "/everything", "/sheet"})
    void standsOnTheResult(String below) {
        assertThat(page(answered("111") + below)).contains(BOLD, DANGEROUS, NESTED);
    }

    @Test
    void standsBesideWhatWasSkippedAndOnThePageOfHowItWorks() {
        assertThat(page(answered("1--") + "/sources")).contains("<li>2. " + DANGEROUS + "</li>", NESTED);
        assertThat(page("/en/method/marked")).contains(BOLD, DANGEROUS, NESTED);
    }

    @Test
    void isLeftOutOfTheFile() {
        assertThat(page(answered("111") + "/result.json"))
                .contains("How often did you not rest?", "How often did you sleep well?")
                .doesNotContain("<b>not", "<u>", "<i>");
    }

    private String answered(String answers) {
        return respondent.leaves(new CompletedAssessment(
                "marked", 1, "en", Respondent.DAY, new Responses(answers), false, Wording.CURRENT, false));
    }

    private String page(String path) {
        var answer = browser.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

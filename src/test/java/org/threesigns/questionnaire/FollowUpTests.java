package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;

/** A questionnaire some of whose questions are asked only after certain answers, sent without scripts. */
@OnOtherInstruments
class FollowUpTests {

    private final MockMvcTester browser;
    private final Assessments assessments;
    private final FormBrowser form;

    @Autowired
    FollowUpTests(MockMvcTester browser, Assessments assessments) {
        this.browser = browser;
        this.assessments = assessments;
        this.form = new FormBrowser(browser, "/en/check/follow-up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Only if you answered question 1 with something other than “Never”.",
                "en|Only if you answered “Often” to question 2.",
                "en|Answer these questions only if you answered “Yes” to question 4.",
                "es|Solo si respondiste a la pregunta 1 con algo distinto de «Never».",
                "es|Solo si respondiste «Often» a la pregunta 2.",
                "es|Responde a estas preguntas solo si respondiste «Yes» a la pregunta 4."
            })
    void saysOfEachQuestionWhenToAnswerIt(String language, String line) {
        assertThat(words(form.page("/%s/check/follow-up".formatted(language)))).contains(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/en/start/follow-up|Up to 7 short questions",
                "/es/start/follow-up|Hasta 7 preguntas cortas",
                "/en/method/follow-up|You answer up to 7 questions",
                "/es/method/follow-up|Respondes hasta 7 preguntas",
                "/en/start/two-ways|8 short questions",
                "/en/method/two-ways|You answer 8 questions"
            })
    void saysBeforehandHowManyQuestionsThereAreAtMost(String page, String line) {
        assertThat(words(form.page(page))).contains(line).doesNotContain("p to 8");
    }

    @Test
    void saysWhatAPartNeedsOnceAndNotAtEachOfItsQuestions() {
        String night = words(form.page("/en/check/follow-up").split("id=\"part-2\"", -1)[1]);

        assertThat(night)
                .containsOnlyOnce("“Yes” to question 4")
                .contains("How often did noise wake you then? Only if you answered “Often” to question 1.");
    }

    @ParameterizedTest
    @CsvSource({
        "often never yes yes often often often, 20.0222",
        "never often yes no often often never, 0..1..0",
        "sometimes often no yes never often -, 12100.-",
        "- often no - often often never, -..-..0",
    })
    void storesAnswersToWhatIsAskedAlone(String answers, String stored) {
        assertThat(stored(form.result(answered(answers)))).isEqualTo(stored);
    }

    @Test
    void asksForAnAnswerToWhatIsAskedAlone() {
        assertThat(form.sent(form.sheet().answer("f1", "often").answer("f4", "no")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#f2.0\"", "href=\"#f7.0\"", "See my result without these")
                .doesNotContain("href=\"#f3.0\"", "href=\"#f5.0\"", "href=\"#f6.0\"");
        assertThat(form.sent(
                        form.sheet().answer("f1", "never").answer("f4", "no").answer("f7", "never")))
                .hasStatus(303);
    }

    @Test
    void mindsNothingThatIsSentForWhatIsNotAsked() {
        assertThat(stored(form.result(answered("never often yes no often often never")
                        .answer("f2", "nonsense")
                        .add("f5", "never"))))
                .isEqualTo("0..1..0");
        assertThat(form.sent(answered("often nonsense yes no - - never"))).hasStatus(422);
    }

    @Test
    void saysOnThePageOfAnswersWhatIsNotAsked() {
        var sent = browser.perform(post("/en/check/follow-up/answers")
                .params(answered("never often yes no often often -").fields()));

        assertThat(sent).hasStatusOk();
        assertThat(words(sent))
                .containsSubsequence(
                        "How often was it too loud? Not asked after your other answers 3.",
                        "Do you work at night? No Change",
                        "How often did noise wake you then? Not asked after your other answers",
                        "Prefer not to say Change")
                .doesNotContain("no answer yet");
        String stored = form.page(form.result(answered("never - - no - - often")) + "/answers");
        assertThat(words(stored)).contains("Did you say so next door? Not asked after your other answers");
    }

    @Test
    void asksAnewWhatAChangedAnswerAsksFor() {
        String address = form.result(answered("never - - no - - often"));
        var change = SheetOfAnswers.on(form.page(address + "/change"));
        List.of("f1 often", "f4 no", "f7 often")
                .forEach(each -> change.answer(each.split(" ", -1)[0], each.split(" ", -1)[1]));

        assertThat(browser.perform(post(address + "/change").params(change.fields())))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#f2.0\"");
        assertThat(browser.perform(post(address + "/change")
                        .params(change.answer("f2", "often").answer("f3", "no").fields())))
                .hasStatus(303);

        assertThat(stored(address)).isEqualTo("2211..2");
        assertThat(browser.perform(post(address + "/change")
                        .params(change.answer("f1", "never").fields())))
                .hasStatus(303);
        assertThat(stored(address)).isEqualTo("0..1..2");
    }

    @Test
    void countsOnTheResultOnlyWhatWasAsked() {
        String address = form.result(answered("never - - no - - often"));

        assertThat(words(form.page(address)))
                .contains(
                        "Noise: 2",
                        "2, from the questions you answered. With every question answered",
                        "Nights: not asked")
                .contains("none of its questions was asked")
                .doesNotContain("It rests on");
        assertThat(words(form.page(address + "/sources")))
                .contains("Noise – 2 2 of 2", "Nights not asked – 0 of 0")
                .doesNotContain("What you skipped");
    }

    @Test
    void stillSaysWhatWasSkippedOfWhatWasAsked() {
        String address = form.result(answered("often - - yes often often often"));

        assertThat(words(form.page(address))).contains("It rests on 2 of 3 questions");
        assertThat(words(form.page(address + "/sources")))
                .contains("What you skipped", "2. How often was it too loud?")
                .doesNotContain("3. Did you say so next door?");
    }

    @Test
    void saysNotAskedOnTheSheetAndInTheFile() {
        String address = form.result(answered("never - - no - - often"));

        assertThat(words(form.page(address + "/sheet")))
                .contains("No question was skipped.", "5. How often did you sleep badly after a night? (not asked)")
                .contains("3. Did you say so next door? (not asked)", "Nights not asked", "0 of 0")
                .contains("Questions marked “(not asked)” follow on other answers")
                .doesNotContain("(skipped)");
        assertThat(browser.get().uri(address + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.answers[*].asked",
                        asked -> assertThat(asked)
                                .asArray()
                                .containsExactly(true, false, false, true, false, false, true))
                .hasPathSatisfying(
                        "$.answers[1].value", value -> assertThat(value).isNull())
                .hasPathSatisfying(
                        "$.scores[*].items",
                        items -> assertThat(items).asArray().containsExactly(3, 2))
                .hasPathSatisfying(
                        "$.scores[*].asked",
                        asked -> assertThat(asked).asArray().containsExactly(2, 0))
                .hasPathSatisfying(
                        "$.scores[*].answered",
                        answered -> assertThat(answered).asArray().containsExactly(2, 0));
    }

    /** Both results answered all that they were asked. */
    @Test
    void comparesSumsOfWhatEachWasAsked() {
        String earlier = form.result(answered("often often no no - - often"));
        String later = form.result(answered("never - - no - - often"));
        String partial = form.result(answered("often - - no - - often"));

        assertThat(compared(later, earlier)).doesNotContain("do not rest on the same questions");
        assertThat(compared(later, earlier)).contains("Nights", "not asked");
        assertThat(compared(partial, earlier)).contains("do not rest on the same questions");
    }

    private String compared(String later, String earlier) {
        return words(browser.perform(post(later + "/compare").param("link", earlier)));
    }

    /** An answer to each question in order; what is "-" is set aside. */
    private SheetOfAnswers answered(String answers) {
        var sheet = form.sheet();
        String[] each = answers.split(" ", -1);
        for (int item = 0; item < each.length; item++) {
            sheet.answer("f" + (item + 1), each[item]);
        }
        return sheet;
    }

    private String stored(String address) {
        String token = address.substring(address.lastIndexOf('/') + 1);
        return assessments
                .find(AssessmentToken.parse(token).orElseThrow())
                .orElseThrow()
                .responses()
                .encoded();
    }

    private static String words(MvcTestResult page) {
        return words(new String(page.getResponse().getContentAsByteArray(), UTF_8));
    }

    /** What a page says, as one line. */
    private static String words(String page) {
        return page.replaceAll("(?s)<!--.*?-->|<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.,])", "$1");
    }
}

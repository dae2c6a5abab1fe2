package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;

/** A questionnaire without scales, from its start page to the deletion of what was answered. */
@OnOtherInstruments
class UnscoredTests {

    private static final String FORM = "/en/check/unscored";

    private final MockMvcTester browser;
    private final Assessments assessments;
    private final FormBrowser form;

    @Autowired
    UnscoredTests(MockMvcTester browser, Assessments assessments) {
        this.browser = browser;
        this.assessments = assessments;
        this.form = new FormBrowser(browser, FORM);
    }

    @ParameterizedTest
    @CsvSource({
        "/en/start/unscored, Your answers on one page",
        "/es/start/unscored, Tus respuestas en una página",
        "/en/check/unscored, Send my answers",
        "/es/check/unscored, Enviar mis respuestas",
        "/en/method/unscored, Nothing is scored",
        "/es/method/unscored, No se puntúa nada",
    })
    void promisesNoScore(String address, String words) {
        assertThat(form.page(address)).contains(words);
        requireNoScores(address);
    }

    @Test
    void speaksOfNoQuestionAboutSafetyWhereNoneIsAsked() {
        assertThat(form.page(FORM)).doesNotContain("about safety");
    }

    @Test
    void endsWithThanksAndWhatWasAnswered() {
        String address = form.result(whole());

        assertThat(form.page(address))
                .containsSubsequence(
                        "Thank you for your answers",
                        "Save your link",
                        "Going out",
                        "How often did you go out?",
                        "Daily",
                        "By train",
                        "Coming home",
                        "Never",
                        "In another way",
                        "Someone to talk to",
                        "Keep, print, change or delete")
                .doesNotContain("/compare", "/shares", "/everything");
        assertThat(form.page(address.replace("/en/", "/es/"))).contains("Gracias por tus respuestas", "Going out");
    }

    /** The questions have no Spanish words, so that is not how they were read. */
    @Test
    void areStoredInTheLanguageOfTheQuestions() {
        String address = new FormBrowser(browser, "/es/check/unscored").result(whole());

        String key = address.substring("/es/result/".length());
        assertThat(AssessmentToken.parse(key).flatMap(assessments::find))
                .map(CompletedAssessment::language)
                .contains("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sheet", "/sources", "/keep", "/answers", "/change", "/delete"})
    void speaksOfNoScoreBelowItEither(String below) {
        String address = form.result(whole()) + below;

        requireNoScores(address);
        requireNoScores(address.replace("/en/", "/es/"));
    }

    /** The thank-you page says that there is none. */
    private void requireNoScores(String address) {
        assertThat(form.page(address)
                        .replace("gives no scores", "")
                        .replace("no da puntuaciones", "")
                        .replace("Nothing is scored", ""))
                .doesNotContainPattern("(?i)\\bscores?\\b|puntuaci")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shares", "/compare", "/everything", "/ideas", "/plan"})
    void hasNothingToShareToCompareOrToTry(String below) {
        assertThat(browser.get().uri(form.result(whole()) + below)).hasStatus(404);
    }

    @Test
    void sharesNothingThatIsSentEither() {
        String address = form.result(whole());

        assertThat(browser.perform(post(address + "/shares").param("sign", "u1").param("days", "3")))
                .hasStatus(404);
        assertThat(browser.perform(post(address + "/compare").param("link", address)))
                .hasStatus(404);
    }

    @Test
    void isAFileOfAnswersAlone() {
        assertThat(browser.get().uri(form.result(whole()) + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.note", note -> assertThat(note).isEqualTo("For self-reflection, not a diagnosis."))
                .hasPathSatisfying(
                        "$.scores", scores -> assertThat(scores).asArray().isEmpty())
                .hasPathSatisfying(
                        "$.answers[*].value",
                        values -> assertThat(values).asArray().containsExactly(2, 3, 0, 9))
                .hasPathSatisfying(
                        "$.answers[0].itemScore", score -> assertThat(score).isNull());
    }

    @Test
    void needsOneAnswer() {
        assertThat(form.sent(form.sheet().set("_send", "without")))
                .hasStatus(422)
                .bodyText()
                .contains("No question has an answer yet", "Answer at least one question")
                .doesNotContain("a score");
        assertThat(form.sent(form.sheet().answer("u3", "never")))
                .hasStatus(422)
                .bodyText()
                .contains("Some questions are still open", "Send my answers without these");
        String address = form.result(form.sheet().answer("u3", "never").set("_send", "without"));
        assertThat(form.page(address)).contains("(skipped)", "Never");
    }

    @Test
    void canBeChangedAndDeleted() {
        String address = form.result(whole());
        var changed = SheetOfAnswers.on(form.page(address + "/change"))
                .answer("u1", "never")
                .answer("u2", "foot")
                .answer("u3", "daily")
                .answer("u4", "foot");

        assertThat(browser.perform(post(address + "/change").params(changed.fields())))
                .hasStatus(303);
        assertThat(form.page(address)).contains("On foot").doesNotContain("By train");
        assertThat(browser.perform(post(address + "/delete").param("really", "for-good")))
                .hasStatus(303);
        assertThat(browser.get().uri(address)).hasStatus(404);
    }

    private SheetOfAnswers whole() {
        return form.sheet()
                .answer("u1", "daily")
                .answer("u2", "rail")
                .answer("u3", "never")
                .answer("u4", "other");
    }
}

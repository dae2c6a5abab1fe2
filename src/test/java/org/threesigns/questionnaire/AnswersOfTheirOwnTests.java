package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A questionnaire whose questions have different answers, from the form to the file. */
@OnOtherInstruments
class AnswersOfTheirOwnTests {

    private static final String FORM = "/en/check/mixed";

    private final MockMvcTester browser;
    private final FormBrowser form;

    @Autowired
    AnswersOfTheirOwnTests(MockMvcTester browser) {
        this.browser = browser;
        this.form = new FormBrowser(browser, FORM);
    }

    @Test
    void standAtTheirQuestionInTheirOrder() {
        assertThat(form.page(FORM))
                .containsSubsequence(
                        "How well did you sleep?",
                        ">Very well<",
                        ">Rather well<",
                        ">Hardly<",
                        "What did you hear at night?",
                        ">Nothing<",
                        ">The rain<",
                        ">The birds<",
                        ">Cars<",
                        "Did you wake up by yourself?",
                        ">Yes<",
                        ">No<",
                        "How well did you get through the day?",
                        ">Very well<");
    }

    @Test
    void areRefusedAtAnotherQuestion() {
        assertThat(form.sent(whole().answer("m1", "rain")))
                .hasStatus(422)
                .bodyText()
                .contains("How well did you sleep?")
                .contains("Choose one of the answers shown for question");
    }

    @Test
    void countAsTheyAreWorth() {
        String address = form.result(whole());

        assertThat(form.page(address))
                .contains(
                        "4 on a scale of 1 to 11",
                        "10.0 on a scale of 0 to 100",
                        "The mean of the answers, then ÷ 5, × 100.",
                        ">rough<",
                        "5 on a scale of 2 to 20");
        assertThat(form.page(address + "/sheet"))
                .containsSubsequence(
                        "The mean of the answers, then ÷ 5, × 100.",
                        "10.00",
                        "What did you hear at night?",
                        "The birds",
                        "Cars",
                        "have turned the mean or the sum");
        assertThat(form.page(address + "/change")).containsPattern("<input[^>]*value=\"birds\"[^>]*checked");
        assertThat(browser.get().uri(address + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.instrument.options[3].set", set -> assertThat(set).isEqualTo("free"))
                .hasPathSatisfying(
                        "$.answers[1].options", set -> assertThat(set).isEqualTo("noise"))
                .hasPathSatisfying(
                        "$.answers[1].value", value -> assertThat(value).isEqualTo(1))
                .hasPathSatisfying(
                        "$.answers[4].itemScore", score -> assertThat(score).isEqualTo(0))
                .hasPathSatisfying(
                        "$.scores[1].highest", highest -> assertThat(highest).isEqualTo(100));
        assertThat(form.page("/en/method/mixed"))
                .contains(
                        "Cars",
                        "The mean is then turned into the score: ÷ 5, × 100.",
                        "the lowest plus the highest number of their answers");
    }

    @Test
    void giveASumOfFewAnswersThatIsBelowTheRangeItsPlaceAtTheEnd() {
        String address = form.result(form.sheet().answer("m2", "none").set("_send", "without"));

        assertThat(form.page(address))
                .contains(
                        "0, from the questions you answered. With every question answered, the scale goes from 1 to 11.",
                        "1 of 3")
                .doesNotContain("cx=\"-");
    }

    private SheetOfAnswers whole() {
        return form.sheet()
                .answer("m1", "very")
                .answer("m2", "birds")
                .answer("m3", "no")
                .answer("m4", "hardly")
                .answer("m5", "cars")
                .answer("m6", "yes");
    }
}

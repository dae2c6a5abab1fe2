package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A questionnaire whose questions have different answers, from the form to the file. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:mixed;DB_CLOSE_DELAY=-1",
            "three-signs.instruments=src/test/resources/other-instruments"
        })
@AutoConfigureMockMvc
class AnswersOfTheirOwnTests {

    private static final String FORM = "/en/check/mixed";

    private final MockMvcTester browser;

    @Autowired
    AnswersOfTheirOwnTests(MockMvcTester browser) {
        this.browser = browser;
    }

    @Test
    void standAtTheirQuestionInTheirOrder() {
        assertThat(page(FORM))
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
        assertThat(sent(whole().answer("m1", "rain")))
                .hasStatus(422)
                .bodyText()
                .contains("How well did you sleep?")
                .contains("Choose one of the answers shown for question");
    }

    @Test
    void countAsTheyAreWorth() {
        String address = result(whole());

        assertThat(page(address))
                .contains(
                        "4 on a scale of 1 to 11",
                        "10.0 on a scale of 0 to 100",
                        "The mean of the answers, then ÷ 5, × 100.",
                        ">rough<",
                        "5 on a scale of 2 to 20");
        assertThat(page(address + "/sheet"))
                .containsSubsequence(
                        "The mean of the answers, then ÷ 5, × 100.",
                        "10.00",
                        "What did you hear at night?",
                        "The birds",
                        "Cars",
                        "have turned the mean or the sum");
        assertThat(page(address + "/change")).containsPattern("<input[^>]*value=\"birds\"[^>]*checked");
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
        assertThat(page("/en/method/mixed"))
                .contains(
                        "Cars",
                        "The mean is then turned into the score: ÷ 5, × 100.",
                        "the lowest plus the highest number of their answers");
    }

    @Test
    void giveASumOfFewAnswersThatIsBelowTheRangeItsPlaceAtTheEnd() {
        String address =
                result(SheetOfAnswers.on(page(FORM)).answer("m2", "none").set("_send", "without"));

        assertThat(page(address))
                .contains(
                        "0, from the questions you answered. With every question answered, the scale goes from 1 to 11.",
                        "1 of 3")
                .doesNotContain("cx=\"-");
    }

    private SheetOfAnswers whole() {
        return SheetOfAnswers.on(page(FORM))
                .answer("m1", "very")
                .answer("m2", "birds")
                .answer("m3", "no")
                .answer("m4", "hardly")
                .answer("m5", "cars")
                .answer("m6", "yes");
    }

    private String result(SheetOfAnswers sheet) {
        var sent = sent(sheet);
        assertThat(sent).hasStatus(303);
        return requireNonNull(sent.getResponse().getRedirectedUrl());
    }

    private MvcTestResult sent(SheetOfAnswers sheet) {
        return browser.perform(post(FORM).params(sheet.fields()));
    }

    private String page(String address) {
        var page = browser.get().uri(address).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }
}

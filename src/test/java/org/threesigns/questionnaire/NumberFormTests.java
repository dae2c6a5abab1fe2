package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Item;
import org.threesigns.scoring.Responses;

/** A questionnaire that is answered with numbers, sent without scripts. */
@OnOtherInstruments
class NumberFormTests {

    private final MockMvcTester browser;
    private final Assessments assessments;
    private final List<Item> items;
    private final FormBrowser form;

    @Autowired
    NumberFormTests(MockMvcTester browser, Assessments assessments, InstrumentCatalog catalog) {
        this.browser = browser;
        this.assessments = assessments;
        this.items = catalog.latest("in-numbers").orElseThrow().items();
        this.form = new FormBrowser(browser, "/en/check/in-numbers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|A whole number from 0 to 24",
                "en|A whole number from −10 to 10, in steps of 5",
                "en|0 not at all 50 so-so 100 as much as can be",
                "en|Only if you answered “9 – 24” to question 1 and you answered “50 – 100” to question 2.",
                "es|Un número entero del 0 al 24",
                "es|Un número entero del −10 al 10, de 5 en 5"
            })
    void asksInAFieldThatSaysWhichNumbersThereAre(String language, String line) {
        assertThat(words(form.page("/%s/check/in-numbers".formatted(language)))).contains(line);
    }

    /** A native slider always sends a value, so without scripts there is none. */
    @Test
    void sendsNothingOfAQuestionThatNobodyTouched() {
        assertThat(form.page("/en/check/in-numbers"))
                .contains("data-slider hidden", "name=\"n2\" value=\"\"")
                .doesNotContainPattern("<input type=\"range\"[^>]* name=");
        assertThat(form.sent(form.sheet()))
                .hasStatus(422)
                .bodyText()
                .contains("Answer question 1, or choose “Prefer not to say”.", "href=\"#n1.0\"", "href=\"#n2.0\"");
    }

    @ParameterizedTest
    @CsvSource({
        "8 70 20 - 0 1, 8 70 20 . 0 1",
        "9 50 100 yes -10 0, 9 50 100 yes -10 0",
        "0 0 0 yes 10 24, 0 0 0 . 10 24",
        "24 100 100 no −5 7, 24 100 100 no -5 7",
        "007 010 -0 - -05 1, 7 10 0 . -5 1",
        "- - 36 - - 0, - - 36 . - 0"
    })
    void takesWholeNumbersAsPeopleWriteThem(String written, String stored) {
        assertThat(stored(form.result(answered(written)))).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven",
                "7h",
                "7.0",
                "7,5",
                "1e1",
                "0x7",
                "25",
                "-1",
                "99999999999999999999",
                "7 8",
                "７",
                "٧",
                "+",
                "--1",
                "½",
                "<script>"
            })
    void asksAgainForWhatIsNoneOfTheNumbersAndKeepsWhatWasWritten(String written) {
        var sent = form.sent(answered("7 70 20 - 0 1").answer("n1", written));

        assertThat(sent)
                .hasStatus(422)
                .bodyText()
                .contains("Some answers do not fit yet")
                .contains("Write a whole number from 0 to 24 for question 1, or choose “Prefer not to say”.")
                .contains("aria-invalid=\"true\" aria-describedby=\"n1.problem\"", "name=\"n2\" value=\"70\"");
        assertThat(sent)
                .bodyText()
                .contains("name=\"n1\" value=\"%s\""
                        .formatted(written.replace("<", "&lt;").replace(">", "&gt;")));
    }

    @Test
    void saysInWhichStepsANumberIsMissing() {
        assertThat(form.sent(answered("7 70 20 - 3 1")))
                .hasStatus(422)
                .bodyText()
                .contains("Write a whole number from −10 to 10, in steps of 5, for question 5");
    }

    @Test
    void takesNoNumberTogetherWithPreferNotToSayNorTwo() {
        assertThat(form.sent(answered("7 70 20 - 0 1").add("n1", "-")))
                .hasStatus(422)
                .bodyText()
                .contains("Give question 1 a number, or choose “Prefer not to say”, but not both.")
                .contains("name=\"n1\" value=\"7\"");
        assertThat(form.sent(answered("7 70 20 - 0 1").add("n1", "7"))).hasStatus(422);
    }

    /** An empty field is sent all the same. */
    @Test
    void mindsNoEmptyFieldBesidePreferNotToSay() {
        assertThat(stored(form.result(answered("- 70 20 - 0 1").add("n1", " "))))
                .startsWith("- 70");
    }

    @Test
    void refusesAFieldThatIsLongerThanAnyNumber() {
        assertThat(form.sent(answered("7 70 20 - 0 1").answer("n1", "7".repeat(301))))
                .hasStatus(400);
    }

    @Test
    void keepsWhatIsWrongOnThePageOfAnswers() {
        var sheet = answered("seven 70 20 - 0 100");
        var page = browser.perform(post("/en/check/in-numbers/answers").params(sheet.fields()));

        assertThat(words(page))
                .contains("“seven”, which is none of the numbers", "70 (0: not at all, 100: as much as can be)")
                .contains("0 (the same)", "“100”, which is none of the numbers");
        assertThat(page).bodyText().contains("name=\"n1\" value=\"seven\"", "name=\"n6\" value=\"100\"");
    }

    @Test
    void showsTheNumbersAgainWhereAnswersAreChanged() {
        String address = form.result(answered("9 50 100 yes -10 0"));
        String page = form.page(address + "/change");
        var change = answered("9 49 100 - -10 0", SheetOfAnswers.on(page));

        assertThat(page).contains("name=\"n1\" value=\"9\"", "name=\"n2\" value=\"50\"", "name=\"n5\" value=\"-10\"");
        assertThat(browser.perform(post(address + "/change").params(change.fields())))
                .hasStatus(303);
        assertThat(stored(address)).isEqualTo("9 49 100 . -10 0");
    }

    @Test
    void saysEachNumberOnTheResultTheSheetAndInTheFile() {
        String address = form.result(answered("9 80 10 yes 0 1"));

        assertThat(words(form.page(address))).contains("Strain: 85", "much strain", "Hours: 10");
        assertThat(words(form.page(address + "/sheet")))
                .contains("80 (0: not at all, 100: as much as can be)", "How many hours did you work? 9");
        assertThat(words(form.page(address + "/answers"))).contains("0 (the same)");
        assertThat(browser.get().uri(address + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.answers[*].value",
                        values -> assertThat(values).asArray().containsExactly(9, 80, 10, 1, 0, 1))
                .hasPathSatisfying(
                        "$.answers[2].itemScore", score -> assertThat(score).isEqualTo(90))
                .hasPathSatisfying(
                        "$.instrument.options[*].id",
                        ids -> assertThat(ids).asArray().containsExactly("yes", "no"))
                .hasPathSatisfying(
                        "$.instrument.numbers[*].as",
                        ways -> assertThat(ways).asArray().containsExactly("number", "slider", "number"))
                .hasPathSatisfying(
                        "$.instrument.numbers[1].anchors[*].label",
                        labels -> assertThat(labels)
                                .asArray()
                                .containsExactly("not at all", "so-so", "as much as can be"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/everything", "/sheet"})
    void hasAColumnForWordsOnlyWhereAScoreHasSomeOrThereIsNone(String below) {
        assertThat(words(form.page(form.result(answered("9 80 10 yes 0 1")) + below)))
                .contains("In words", "Strain much strain 85", "Hours – 10");
        assertThat(words(form.page(form.result(answered("9 50 50 yes 0 1")) + below)))
                .contains("Strain 50", "Hours 10")
                .doesNotContain("In words");
        assertThat(words(form.page(form.result(answered("9 - - - 0 1")) + below)))
                .contains("In words", "Strain not enough answers –", "Hours – 10");
    }

    @Test
    void saysHowNumbersCount() {
        assertThat(words(form.page("/en/method/in-numbers")))
                .contains("Whole numbers from 0 to 24", "Whole numbers from 0 to 100 0 not at all 50 so-so")
                .contains("Whole numbers from −10 to 10, in steps of 5");
    }

    /** An answer to each question in order; what is "-" is set aside. */
    private SheetOfAnswers answered(String answers) {
        return answered(answers, form.sheet());
    }

    private SheetOfAnswers answered(String answers, SheetOfAnswers sheet) {
        String[] each = answers.split(" ", -1);
        IntStream.range(0, items.size())
                .forEach(item -> sheet.answer(items.get(item).id(), each[item]));
        return sheet;
    }

    /** What is stored, as it was answered. */
    private String stored(String address) {
        String token = address.substring(address.lastIndexOf('/') + 1);
        Responses responses = assessments
                .find(AssessmentToken.parse(token).orElseThrow())
                .orElseThrow()
                .responses();
        var answers = new ArrayList<String>();
        for (Item item : items) {
            String none = responses.isAsked(item) ? "-" : ".";
            answers.add(responses.chosen(item).map(option -> option.id()).orElse(none));
        }
        return String.join(" ", answers);
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

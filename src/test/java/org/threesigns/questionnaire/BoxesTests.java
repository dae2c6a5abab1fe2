package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;

/** Questions with boxes to tick, sent without scripts: an open box is an answer only beside a ticked one, or with "None of these". */
@OnOtherInstruments
class BoxesTests {

    private static final String TWO_TICKS = "tense=often s_head=yes s_sleep=yes head-often=often h_walk=yes";
    private static final String NO_TICK = "tense=never _beside-signs=none head-feared=never _beside-help=none";

    private final MockMvcTester browser;
    private final Assessments assessments;
    private final FormBrowser form;

    @Autowired
    BoxesTests(MockMvcTester browser, Assessments assessments) {
        this.browser = browser;
        this.assessments = assessments;
        this.form = new FormBrowser(browser, "/en/check/boxes");
    }

    @ParameterizedTest
    @CsvSource({
        TWO_TICKS + ", 210102.1000",
        NO_TICK + ", 00000.000..",
        "tense=often _beside-signs=- h_talk=yes, 2----..01.0",
        "tense=often s_fit=yes head-feared=often _beside-help=-, 20001.2--.-",
        "tense=often s_fit=yes head-feared=often, 20001.2--.-",
    })
    void areAnsweredAllTogetherOrNotAtAll(String sent, String stored) {
        assertThat(stored(form.result(answered(sent)))).isEqualTo(stored);
    }

    /** The box was there after other answers, and its tick is as little an answer as an open box. */
    @Test
    void areNotAnsweredByATickThatIsNotAskedFor() {
        assertThat(stored(form.result(answered("tense=often s_fit=yes head-feared=often h_pills=yes"))))
                .isEqualTo("20001.2--.-");
        assertThat(form.sent(answered("tense=often s_fit=yes head-feared=often h_pills=nonsense")))
                .hasStatus(303);
    }

    @Test
    void areOneQuestionToWhoeverLeftThemOpen() {
        var sent = form.sent(answered("tense=often"));

        assertThat(sent).hasStatus(422);
        assertThat(page(sent))
                .containsOnlyOnce("<a href=\"#s_head.0\">")
                .doesNotContain("href=\"#s_back.0\"")
                .contains("id=\"s_head.problem\"");
        assertThat(words(sent))
                .contains(
                        "2. Which of these did you notice ?",
                        "Tick what applies in question 2, or choose “None of these” or “Prefer not to say”.");
        assertThat(form.sent(answered("tense=often").set("_send", "without"))).hasStatus(303);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s_head=yes _beside-signs=none|In question 2, keep your ticks, or “None of these”, or “Prefer not to say”",
                "s_head=yes _beside-signs=-|In question 2, keep your ticks",
                "_beside-signs=none _beside-signs=-|In question 2, keep your ticks",
                "s_head=no|Something in question 2 did not arrive as a tick.",
                "s_head=-|Something in question 2 did not arrive as a tick.",
                "s_head=yes s_head=yes|Something in question 2 did not arrive as a tick.",
                "s_head=|Something in question 2 did not arrive as a tick.",
                "_beside-signs=all|Something in question 2 did not arrive as a tick.",
                "s_back=yes _beside-signs=<b>|Something in question 2 did not arrive as a tick.",
            })
    void areAskedForOnceMoreWhereTheyContradictThemselves(String sent, String why) {
        var answer = form.sent(answered("tense=often " + sent));

        assertThat(answer).hasStatus(422);
        assertThat(words(answer))
                .contains(why)
                .contains(
                        why.contains("keep") ? "Some answers do not fit yet" : "Something did not arrive as it should");
        assertThat(page(answer)).containsOnlyOnce("<a href=\"#s_head.0\">").doesNotContain("value=\"<b>\"");
    }

    @Test
    void keepWhatWasTickedWhereSomethingIsWrong() {
        String page = page(form.sent(answered("tense=often s_back=yes s_fit=yes _beside-signs=none")));

        assertThat(checked(page)).containsExactly("tense.2", "s_back.0", "s_fit.0", "s_head.none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_beside-day=none", "_beside-none=none", "_beside=none"})
    void areRefusedWhereTheyAreOfNoQuestion(String field) {
        assertThat(form.sent(answered(NO_TICK + " " + field))).hasStatus(422);
    }

    @Test
    void standBelowTheirQuestionWithItsNumber() {
        String page = form.page("/en/check/boxes");

        assertThat(words(page))
                .contains(
                        "Part 2 of 4 2 of 5 What you noticed",
                        "Your body Look back at each day.",
                        "2. Which of these did you notice ? Tick all that apply. A headache",
                        "I felt fit None of these Prefer not to say",
                        "3. How often did your head ache? Only if you ticked “A headache” in question 2.",
                        "4. How often did you fear that it would? Only if you answered question 2 without ticking “A headache”.",
                        "5. These helped me",
                        "Something from the pharmacy Only if you ticked “A headache” in question 2.",
                        "A long night Only if you answered question 1 with something other than “Never”.");
        assertThat(words(form.page("/es/check/boxes")))
                .contains(
                        "Marca todo lo que corresponda.",
                        "Nada de esto Prefiero no decirlo",
                        "Solo si marcaste «A headache» en la pregunta 2.",
                        "Solo si respondiste a la pregunta 2 sin marcar «A headache».");
        assertThat(page)
                .contains(
                        "<input type=\"checkbox\" id=\"s_head.0\" name=\"s_head\" value=\"yes\" data-open=\"no\">",
                        "aria-describedby=\"s_head.hint\"",
                        "<label class=\"option\" data-when=\"s_head:yes\">",
                        "Poor <i>sleep</i>");
    }

    @Test
    void areLookedOverAndSentOn() {
        var over = browser.perform(
                post("/en/check/boxes/answers").params(answered(TWO_TICKS).fields()));

        assertThat(over).hasStatusOk();
        assertThat(words(over))
                .contains(
                        "2. Which of these did you notice ? A headache Poor sleep Change",
                        "4. How often did you fear that it would? Not asked",
                        "5. These helped me A walk Change")
                .doesNotContain("no answer yet");
        assertThat(page(over))
                .contains("name=\"s_sleep\" value=\"yes\"")
                .doesNotContain("value=\"no\"", "href=\"#s_back.0\"");
        var none = browser.perform(post("/en/check/boxes/answers")
                .params(answered(NO_TICK.replace("=none", "=-").replace("help=-", "help=none"))
                        .fields()));
        assertThat(words(none)).contains("notice ? Prefer not to say Change", "helped me None of these Change");
        assertThat(page(none)).contains("name=\"_beside-signs\" value=\"-\"", "name=\"_beside-help\" value=\"none\"");
        var open = browser.perform(
                post("/en/check/boxes/answers").params(answered("tense=never").fields()));
        assertThat(words(open)).contains("2 questions have no answer yet.");
    }

    @Test
    void areChanged() {
        String address = form.result(answered(TWO_TICKS));
        String page = form.page(address + "/change");
        assertThat(checked(page)).containsExactly("tense.2", "s_head.0", "s_sleep.0", "head-often.2", "h_walk.0");
        assertThat(checked(form.page(form.result(answered(NO_TICK)) + "/change")))
                .containsExactly("tense.0", "s_head.none", "head-feared.0", "h_walk.none");
        assertThat(checked(form.page(form.result(answered("tense=never _beside-signs=- _beside-help=-")) + "/change")))
                .containsExactly("tense.0", "s_head.set-aside", "h_walk.set-aside");

        assertThat(browser.perform(post(address + "/change")
                        .params(with(SheetOfAnswers.on(page), "tense=never s_back=yes head-feared=never h_talk=yes")
                                .fields())))
                .hasStatus(303);

        assertThat(stored(address)).isEqualTo("00100.001..");
    }

    @Test
    void areSaidInWordsOnTheResult() {
        String address = form.result(answered(TWO_TICKS));

        assertThat(words(form.page(address))).contains("Strain: 5").doesNotContain("Each box");
        assertThat(words(form.page(address + "/sources"))).contains("5 of 5 ", "Each box to tick counts as a question");
        assertThat(words(form.page(address + "/sheet")))
                .contains(
                        "2. Which of these did you notice ? A headache; Poor sleep",
                        "2. Which of these did you notice ? Not ticked: Pain in my back, or my neck × 2",
                        "2. Which of these did you notice ? Not ticked: I felt fit counts the other way",
                        "5. These helped me A walk Not ticked: To talk with somebody; Something from the pharmacy; A long night",
                        "each box counts as a question of its own",
                        "No question was skipped.");
        assertThat(words(form.page(form.result(answered(NO_TICK)) + "/sheet")))
                .contains("notice ? None of these Not ticked: A headache; Poor sleep 2.");
    }

    @Test
    void areOneSkippedQuestion() {
        String address = form.result(answered("tense=often _beside-signs=- _beside-help=-"));

        assertThat(words(form.page(address))).contains("It rests on 1 of 5 questions. Each box to tick counts");
        assertThat(words(form.page(address + "/sources")))
                .containsOnlyOnce("2. Which of these did you notice ?")
                .contains("5. These helped me");
        assertThat(words(form.page(address + "/sheet")))
                .contains("2 questions were skipped.", "2. Which of these did you notice ? (skipped)");
    }

    @Test
    void areOneAnswerEachInTheFile() {
        assertThat(browser.get().uri(form.result(answered(TWO_TICKS)) + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.answers[*].number",
                        numbers -> assertThat(numbers).asArray().containsExactly(1, 2, 2, 2, 2, 3, 4, 5, 5, 5, 5))
                .hasPathSatisfying(
                        "$.answers[1].question",
                        question -> assertThat(question).isEqualTo("Which of these did you notice? A headache"))
                .hasPathSatisfying(
                        "$.answers[7].question",
                        question -> assertThat(question).isEqualTo("These helped me: A walk"))
                .hasPathSatisfying(
                        "$.answers[1].label", label -> assertThat(label).isEqualTo("ticked"))
                .hasPathSatisfying(
                        "$.answers[2].label", label -> assertThat(label).isEqualTo("not ticked"))
                .hasPathSatisfying(
                        "$.answers[4].itemScore", score -> assertThat(score).isEqualTo(1));
    }

    @Test
    void areExplainedWithHowTheyCount() {
        assertThat(words(form.page("/en/method/boxes")))
                .contains(
                        "5 questions, 1 of them counted the other way round; at least one answer is needed.",
                        "the boxes that you left open count as not ticked",
                        "2. Which of these did you notice ? A headache Pain in my back, or my neck × 2 Poor sleep I felt fit counts the other way",
                        "3 more questions count towards no score");
    }

    private SheetOfAnswers answered(String fields) {
        return with(form.sheet(), fields);
    }

    private static SheetOfAnswers with(SheetOfAnswers sheet, String fields) {
        for (String field : fields.split(" ", -1)) {
            sheet.add(field.split("=", -1)[0], field.split("=", -1)[1]);
        }
        return sheet;
    }

    private static List<String> checked(String page) {
        return Pattern.compile("id=\"([^\"]+)\"[^>]* checked")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String stored(String address) {
        String token = address.substring(address.lastIndexOf('/') + 1);
        return assessments
                .find(AssessmentToken.parse(token).orElseThrow())
                .orElseThrow()
                .responses()
                .encoded();
    }

    private static String page(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static String words(MvcTestResult page) {
        return words(page(page));
    }

    /** What a page says, as one line. */
    private static String words(String page) {
        return page.replaceAll("(?s)<!--.*?-->|<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.,])", "$1");
    }
}

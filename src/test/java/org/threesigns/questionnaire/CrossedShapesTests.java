package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a questionnaire can have beside single questions, all on the same ones. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:crossed;DB_CLOSE_DELAY=-1",
            "three-signs.instruments=src/test/resources/crossed"
        })
@AutoConfigureMockMvc
class CrossedShapesTests {

    private static final Pattern NUMBER =
            Pattern.compile("id=\"q-c3\".*?<span class=\"number\">(\\d)\\.</span>", Pattern.DOTALL);
    private static final String LEAD = "<h2 id=\"first\">Somebody is awake, too</h2>";

    private final FormBrowser form;

    @Autowired
    CrossedShapesTests(MockMvcTester browser) {
        this.form = new FormBrowser(browser, "/en/check/crossed");
    }

    @Test
    void aQuestionNamesTheOneItFollowsOnByItsNumberOnThisForm() {
        var numbers = new HashSet<String>();
        for (int sitting = 0; sitting < 30; sitting++) {
            String page = form.page("/en/check/crossed");
            Matcher number = NUMBER.matcher(page);
            assertThat(number.find()).isTrue();
            numbers.add(number.group(1));
            assertThat(page.substring(page.indexOf("id=\"q-c5\""))).contains("“Often” to question " + number.group(1));
        }
        assertThat(numbers)
                .as("places of the question, which is asked in random order")
                .hasSizeGreaterThan(1);
    }

    @Test
    void aQuestionThatFollowsOnAnAnswerIsMarkedUp() {
        assertThat(form.page("/en/check/crossed")).contains("How often did you <b>not</b> sleep then?");
        assertThat(form.page(form.result(answered("often", "never", "often", "never", "never")) + "/answers"))
                .contains("How often did you <b>not</b> sleep then?");
    }

    @Test
    void onlyAnAnswerToWhatIsAskedPutsSupportFirst() {
        assertThat(form.page(form.result(answered("often", "never", "often", "never", "never"))))
                .contains(LEAD);
        assertThat(form.page(form.result(answered("never", "never", "often", "never", "never"))))
                .doesNotContain(LEAD);
    }

    @Test
    void normsStandBesideWhatWasAskedAlone() {
        assertThat(form.page(form.result(answered("often", "often", "never", "never", "never")) + "/sources"))
                .contains(">Sleep: 1<", "In a study of 80 nurses, the mean was 1.5")
                .doesNotContain("the mean was 0.5");
    }

    @Test
    void aResultOfWhichTooLittleWasAskedSaysSo() {
        String result = form.page(form.result(answered("never", "often", "never", "never", "never")));

        assertThat(result)
                .contains("After your answers, too little was asked for a score.", "too few questions asked")
                .contains(
                        "After your other answers, only 1 of its questions was asked, and a score needs at least 2 answers.")
                .contains("not asked")
                .doesNotContain("There are not enough answers for a score yet");
    }

    private SheetOfAnswers answered(String... answers) {
        var sheet = form.sheet();
        for (int item = 0; item < answers.length; item++) {
            sheet.answer("c" + (item + 1), answers[item]);
        }
        return sheet;
    }
}

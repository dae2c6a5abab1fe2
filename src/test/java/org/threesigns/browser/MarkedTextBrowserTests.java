package org.threesigns.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Wording;
import org.threesigns.result.Respondent;
import org.threesigns.scoring.Responses;

/** What a browser makes of texts with mark-up. */
@BrowserTest
@TestPropertySource(properties = "three-signs.instruments=src/test/resources/marked")
class MarkedTextBrowserTests {

    private final Respondent respondent;

    @Autowired
    MarkedTextBrowserTests(Assessments assessments) {
        this.respondent = new Respondent(assessments);
    }

    @Test
    void aQuestionHasTheElementsOfItsMarkUpAndNoOthers(Visitor visitor) {
        Page page = visitor.page();
        page.navigate("/en/check/marked");

        assertThat(elementsIn(page, "#q-m1 legend > span + span")).isEqualTo(List.of("B not"));
        assertThat(elementsIn(page, "#q-m2 legend > span + span"))
                .isEqualTo(List.of("I [[${7*191}]] \\\" onload='x()' &#60;script&#62;"));
        assertThat(elementsIn(page, "#q-m3 legend > span + span"))
                .isEqualTo(List.of("B sleep ", "U sleep ", "B well", "U well", "I well"));
        assertThat(page.locator("#q-m2 legend > span + span").textContent())
                .isEqualTo(
                        "Was 3 < 5 & 5 > 3, &lt;b&gt;or [[${7*191}]] \\\" onload='x()' &#60;script&#62; <script x()?");
        assertThat(page.locator("#part-1 h3, #part-2 h3").allTextContents())
                .containsExactly("Before you begin", "The evening");
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('main *')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length"))
                .isEqualTo(0);
    }

    private static Object elementsIn(Page page, String selector) {
        return page.evaluate(
                "s => [...document.querySelector(s).querySelectorAll('*')].map(e => e.tagName + ' ' + e.textContent)",
                selector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/check/marked", "/en/method/marked"})
    void everyoneCanReadIt(String path, Visitor visitor) {
        visitor.assertReadableEverywhere(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/answers", "/sheet"})
    void everyoneCanReadTheResult(String below, Visitor visitor) {
        visitor.assertReadableEverywhere(respondent.leaves(new CompletedAssessment(
                        "marked", 1, "en", Respondent.DAY, new Responses("111"), false, Wording.CURRENT, false))
                + below);
    }
}

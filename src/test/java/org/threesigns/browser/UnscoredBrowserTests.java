package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** What somebody finds who answered a questionnaire without scales, or one whose questions have weights. */
@BrowserTest
@TestPropertySource(properties = "three-signs.instruments=src/test/resources/other-instruments")
class UnscoredBrowserTests {

    private final Respondent respondent;

    @Autowired
    UnscoredBrowserTests(Assessments assessments) {
        this.respondent = new Respondent(assessments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sheet", "/sources", "/keep", "/answers"})
    void everyoneCanReadIt(String below, Visitor visitor) {
        visitor.assertReadableEverywhere(answered("unscored", "23-1") + below);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/start/unscored", "/en/method/unscored", "/en/check/unscored", "/en/method/weights"})
    void everyoneCanReadWhatItSaysBefore(String path, Visitor visitor) {
        visitor.assertReadableEverywhere(path);
    }

    @Test
    void everyoneCanReadWeights(Visitor visitor) {
        visitor.assertReadableEverywhere(answered("weights", "12301-12") + "/sheet");
    }

    @Test
    void answersAreThankedForWithoutScripts(Visitor visitor) {
        Page page = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate("/en/check/unscored");
        answer(page, "part-1");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next"))
                .first()
                .click();
        answer(page, "part-2");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send my answers"))
                .click();

        assertThat(page.locator("h1")).hasText("Thank you for your answers");
        assertThat(page.locator("dl.given dd")).hasText(new String[] {"Never", "On foot", "Never", "On foot"});
    }

    /** Takes the first answer to every question of this part. */
    private static void answer(Page page, String part) {
        page.locator("#%s fieldset".formatted(part))
                .all()
                .forEach(question ->
                        question.locator("input[type=radio]").first().check());
    }

    private String answered(String id, String answers) {
        return respondent.leaves(new CompletedAssessment(
                id, 1, "en", Respondent.DAY, new Responses(answers), false, Wording.CURRENT, false));
    }
}

package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** A site with three questionnaires on its start page: both of the product's own, and another's. */
@BrowserTest
@TestPropertySource(
        properties = {
            "three-signs.instruments=src/test/resources/other-instruments",
            "three-signs.listed=three-signs,at-ease,two-options"
        })
class SeveralQuestionnairesBrowserTests {

    private static final int MOST_PIXELS = 5_000;
    private static final int MOST_WORDS = 900;

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/es", "/en/start/at-ease", "/es/start/at-ease", "/en/start/two-options"})
    void theListAndEachStartPageAreShortAndTheFirstButtonIsOnTheFirstScreenOfAPhone(String path, Visitor visitor) {
        Page page = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.ON);

        page.navigate(path);

        page.evaluate("document.fonts.ready");
        BoundingBox button = page.locator("main .button").first().boundingBox();
        assertThat(button.y + button.height).isLessThanOrEqualTo(600);
        assertThat(height(page)).isLessThanOrEqualTo(2000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/es", "/en/start/at-ease", "/en/method/at-ease", "/en/check/at-ease"})
    void everyoneCanReadIt(String path, Visitor visitor) {
        visitor.assertReadableEverywhere(path);
    }

    @Test
    void theListLeadsToAResultAndOnToTheOtherQuestionnaire(Visitor visitor) {
        Page page = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate("/en");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start: it is over At Ease"))
                .click();
        page.waitForLoadState();
        answerAll(page, "sometimes");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("See my result"))
                .click();

        assertThat(page.locator("h1")).hasText("What your answers say");
        assertThat(height(page)).isLessThanOrEqualTo(MOST_PIXELS);
        assertThat(page.locator("body").innerText().trim().split("\\s+").length).isLessThanOrEqualTo(MOST_WORDS);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Three Signs: 27 questions"))
                .click();
        assertThat(page).hasURL(visitor.address() + "/en/check/three-signs?about=past");
        assertThat((String) page.evaluate("document.referrer")).doesNotContain("/result/");
    }

    /** Part by part, as they are shown. */
    private static void answerAll(Page page, String answer) {
        for (Locator part : page.locator("section.part").all()) {
            part.locator("input[type=radio][value=" + answer + "]").all().forEach(Locator::check);
            Locator next = part.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Next"));
            if (next.isVisible()) {
                next.click();
            }
        }
    }

    private static int height(Page page) {
        return (int) page.evaluate("document.documentElement.scrollHeight");
    }
}

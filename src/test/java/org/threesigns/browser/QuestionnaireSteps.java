package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.threesigns.instrument.Item;

/** What a person does with a questionnaire whose answers are buttons, with scripts and without. */
final class QuestionnaireSteps {

    private static final String ONWARD = "a.button:not(.quiet)";

    private QuestionnaireSteps() {}

    static String radio(Item item, int option) {
        return "#" + item.id() + "\\." + option;
    }

    static void choose(Page page, Item item, int option) {
        page.locator(radio(item, option)).evaluate("radio => radio.click()");
    }

    /**
     * Turns to the next part and waits until it is in view. By the keyboard: without scripts the browser driver cannot wait
     * for a link to stand still.
     */
    static void turn(Page page) {
        String part = "#" + page.locator("section.part:visible").getAttribute("id");
        page.locator(part).locator(ONWARD).press("Enter");
        assertThat(page.locator(part)).isHidden();
        // Scripts move the focus a moment later, and would take it from a link that is about to be pressed.
        assertThat(page.locator("html:not(.scripted), section.part:visible h2:focus"))
                .hasCount(1);
    }

    static void turnToLastPart(Page page) {
        Locator onward = page.locator("section.part:visible " + ONWARD);
        while (onward.count() > 0) {
            turn(page);
        }
    }

    /** Sends the form and waits until the page that answers it is loaded. */
    static void send(Page page) {
        page.locator("section.part >> .button:not(.quiet)[type=submit]")
                .last()
                .evaluate("button => { button.dataset.pressed = ''; button.click(); }");
        assertThat(page.locator("[data-pressed]")).hasCount(0); // or the old page is taken for the answer
        page.waitForLoadState();
    }
}

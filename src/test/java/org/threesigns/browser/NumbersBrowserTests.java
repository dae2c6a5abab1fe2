package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Questions that are answered with a number or on a slider, with scripts and without. */
@BrowserTest
@TestPropertySource(properties = "three-signs.instruments=src/test/resources/other-instruments")
class NumbersBrowserTests {

    private static final String FORM = "/en/check/in-numbers";
    private static final String NO_ANSWER = "No answer yet. Choose a place on the line.";

    @Test
    void aSliderThatNobodyTouchedIsNoAnswer(Visitor visitor) {
        Page page = opened(visitor);

        assertThat(slider(page, "n2")).hasAttribute("aria-valuetext", NO_ANSWER);
        assertThat(chosen(page, "n2")).containsText(NO_ANSWER);
        assertThat(page.locator("#part-1 [data-count=open]")).hasText("3 questions in this part have no answer yet.");
        assertThat(field(page, "n2")).hasValue("");
        visitor.assertAccessible(page);
    }

    @Test
    void aSliderIsMovedByKeyboardAndSaysWhatIsChosen(Visitor visitor) {
        Page page = opened(visitor);
        slider(page, "n2").focus();
        page.keyboard().press("ArrowRight");

        assertThat(field(page, "n2")).hasValue("51");
        assertThat(slider(page, "n2")).hasAttribute("aria-valuetext", "51");
        assertThat(chosen(page, "n2")).containsText("51");
        assertThat(page.locator("#part-1 [data-answered-of]")).hasText("1 of 5");
        page.keyboard().press("Home");
        assertThat(field(page, "n2")).hasValue("0");
        visitor.assertAccessible(page);
    }

    /** The middle, where it stands already, is an answer as good as any. */
    @Test
    void aSliderTakesThePlaceWhereItStandsAtAClickOrAtEnter(Visitor visitor) {
        Page page = opened(visitor);
        slider(page, "n2").click();
        assertThat(field(page, "n2")).hasValue("50");

        slider(page, "n3").focus();
        page.keyboard().press("Enter");

        assertThat(field(page, "n3")).hasValue("50");
        assertThat(page).hasURL(Pattern.compile(FORM + "$"));
    }

    @Test
    void anAnswerOnASliderCanBeTakenBack(Visitor visitor) {
        Page page = opened(visitor);
        slider(page, "n2").click();
        page.locator("#q-n2 [data-take-back]").click();

        assertThat(slider(page, "n2")).isFocused();
        assertThat(slider(page, "n2")).hasAttribute("aria-valuetext", NO_ANSWER);
        assertThat(field(page, "n2")).hasValue("");
        assertThat(page.locator("#q-n2 [data-take-back]")).isHidden();
    }

    @Test
    void aNumberAndPreferNotToSayTakeEachOthersPlace(Visitor visitor) {
        Page page = opened(visitor);
        field(page, "n1").fill("8");
        page.locator("#q-n1 [data-set-aside]").check();
        assertThat(field(page, "n1")).hasValue("");

        field(page, "n1").fill("9");
        field(page, "n1").blur();
        assertThat(page.locator("#q-n1 [data-set-aside]")).not().isChecked();

        slider(page, "n2").click();
        page.locator("#q-n2 [data-set-aside]").check();
        assertThat(chosen(page, "n2")).containsText(NO_ANSWER);
    }

    @Test
    void saysAtOnceWhichNumbersThereAre(Visitor visitor) {
        Page page = opened(visitor);
        Locator wrong = page.locator("#q-n1 [data-wrong]");
        assertThat(wrong).isHidden();
        field(page, "n1").fill("25");
        field(page, "n1").blur();

        assertThat(wrong).hasText("Write a whole number from 0 to 24 for question 1, or choose “Prefer not to say”.");
        assertThat(field(page, "n1")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#part-1 [data-answered-of]")).hasText("0 of 5");
        visitor.assertAccessible(page);
        field(page, "n1").fill("24");
        field(page, "n1").blur();
        assertThat(wrong).isHidden();
    }

    @Test
    void aQuestionFollowsOnNumbers(Visitor visitor) {
        Page page = opened(visitor);
        assertThat(page.locator("#q-n4")).isHidden();
        field(page, "n1").fill("9");
        field(page, "n1").press("Enter");
        assertThat(slider(page, "n2")).isFocused();
        slider(page, "n2").click();
        assertThat(page.locator("#q-n4")).isVisible();

        slider(page, "n2").press("ArrowLeft");

        assertThat(page.locator("#q-n4")).isHidden();
    }

    @Test
    void numbersAreStillThereAfterAReload(Visitor visitor) {
        Page page = opened(visitor);
        field(page, "n1").fill("7");
        field(page, "n1").blur();
        slider(page, "n2").click();
        page.locator("#q-n3 [data-set-aside]").check();

        page.reload();

        assertThat(field(page, "n1")).hasValue("7");
        assertThat(slider(page, "n2")).hasAttribute("aria-valuetext", "50");
        assertThat(page.locator("#q-n3 [data-set-aside]")).isChecked();
        assertThat(page.getByText("Your answers are still here.")).isVisible();
    }

    @Test
    void theFormIsSentAndChanged(Visitor visitor) {
        Page page = opened(visitor);
        field(page, "n1").fill("8");
        slider(page, "n2").click();
        slider(page, "n3").press("Home");
        page.locator("#part-1 a:text-is('Next')").click();
        field(page, "n5").fill("-5");
        page.locator("#q-n6 [data-set-aside]").check();
        page.locator("button:text-is('See my result')").click();
        assertThat(page.locator("main")).containsText("Strain: 75");

        page.navigate(page.url().replaceFirst("\\?.*", "") + "/change");

        assertThat(slider(page, "n2")).hasAttribute("aria-valuetext", "50");
        assertThat(field(page, "n5")).hasValue("-5");
        assertThat(page.locator("#q-n6 [data-set-aside]")).isChecked();
    }

    /** A slider would always send a value. */
    @Test
    void withoutScriptsANumberIsWrittenInstead(Visitor visitor) {
        Page page = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate(FORM);
        assertThat(page.locator("[type=range]:visible")).hasCount(0);
        field(page, "n1").fill("8");
        field(page, "n2").fill("101");
        field(page, "n3").fill("0");
        page.locator("#part-1 a:text-is('Next')").click();
        field(page, "n5").fill("0");
        field(page, "n6").fill("1");
        page.locator("button:text-is('See my result')").click();

        assertThat(page.locator("#q-n2 .error").first())
                .hasText("Write a whole number from 0 to 100 for question 2, or choose “Prefer not to say”.");
        assertThat(field(page, "n2")).hasValue("101");
        field(page, "n2").fill("40");
        page.locator("button:text-is('See my result')").click();

        assertThat(page.locator("main")).containsText("Strain: 70");
    }

    /** What was written and is no number is shown, on a slider too. */
    @Test
    void aSliderShowsAWrongNumberThatCameBack(Visitor visitor) {
        Page page = opened(visitor);
        page.evaluate("document.querySelector('input[name=n2]').value = 'much'");
        page.locator("#part-1 a:text-is('Next')").click();
        page.locator("button:text-is('See my result')").click();

        assertThat(page.locator("#q-n2 .error").first()).isVisible();
        assertThat(field(page, "n2")).isVisible();
        assertThat(field(page, "n2")).hasValue("much");
        page.locator(".error-summary a").first().click();
        assertThat(field(page, "n2")).isFocused();
        visitor.assertAccessible(page);
    }

    @Test
    void isReadableOnEveryDevice(Visitor visitor) {
        visitor.assertReadableEverywhere(FORM);
    }

    private static Page opened(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(FORM);
        return page;
    }

    private static Locator field(Page page, String item) {
        return page.locator("input[data-number][name=%s]".formatted(item));
    }

    private static Locator slider(Page page, String item) {
        return page.locator("#q-%s [type=range]".formatted(item));
    }

    private static Locator chosen(Page page, String item) {
        return page.locator("#q-%s [data-chosen]".formatted(item));
    }
}

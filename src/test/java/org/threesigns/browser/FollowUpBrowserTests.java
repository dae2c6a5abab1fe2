package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
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

/** Questions that are asked only after certain answers: gone with scripts, explained without. */
@BrowserTest
@TestPropertySource(properties = "three-signs.instruments=src/test/resources/other-instruments")
class FollowUpBrowserTests {

    private static final String FORM = "/en/check/follow-up";
    private static final String NOTHING_HERE = "After your other answers, there is nothing to answer here.";

    private final Respondent respondent;

    @Autowired
    FollowUpBrowserTests(Assessments assessments) {
        this.respondent = new Respondent(assessments);
    }

    @Test
    void comeAndGoWithTheAnswersTheyFollowOn(Visitor visitor) {
        Page page = opened(visitor);
        assertAsked(page, "f1", "f4", "f7");

        choose(page, "f1", "often");
        choose(page, "f2", "often");
        assertAsked(page, "f1", "f2", "f3", "f4", "f7");
        choose(page, "f3", "yes");
        choose(page, "f1", "never");
        assertAsked(page, "f1", "f4", "f7");
        choose(page, "f1", "sometimes");

        assertAsked(page, "f1", "f2", "f3", "f4", "f7");
        assertThat(page.locator("[name=f3][value=yes]")).isChecked();
    }

    @Test
    void areCountedOnlyWhileTheyAreAsked(Visitor visitor) {
        Page page = opened(visitor);
        Locator count = page.locator("#part-1 [data-answered-of]");
        Locator open = page.locator("#part-1 [data-count=open]");
        assertThat(count).hasText("0 of 3");
        assertThat(open).hasText("2 questions in this part have no answer yet.");

        choose(page, "f1", "often");
        assertThat(count).hasText("1 of 4");
        assertThat(open).hasText("2 questions in this part have no answer yet.");
        choose(page, "f2", "often");
        choose(page, "f3", "no");
        assertThat(count).hasText("3 of 5");
        choose(page, "f1", "never");

        assertThat(count).hasText("1 of 3");
        assertThat(page.locator("#part-1 progress")).hasAttribute("aria-valuetext", "1 of 3 answered. The day");
    }

    @Test
    void aPartOfWhichNothingIsAskedIsPassedOverBothWays(Visitor visitor) {
        Page page = opened(visitor);
        choose(page, "f4", "no");
        page.locator("#part-1 a:text-is('Next')").press("Enter");
        assertThat(page.locator("#part-3 h2")).isFocused();
        page.locator("#part-3 a:text-is('Back')").click();
        assertThat(page.locator("#part-1 h2")).isFocused();

        choose(page, "f4", "yes");
        page.locator("#part-1 a:text-is('Next')").click();

        assertThat(page.locator("#part-2 h2")).isFocused();
        assertThat(page.getByText("Now to your nights.")).isVisible();
        assertThat(page.getByText(NOTHING_HERE)).hasCount(3);
        page.getByText(NOTHING_HERE).all().forEach(line -> assertThat(line).isHidden());
    }

    /** An address of before can lead there. */
    @Test
    void aPartOfWhichNothingIsAskedSaysSo(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(FORM + "#part-2");

        assertThat(page.locator("#part-2").getByText(NOTHING_HERE)).isVisible();
        assertThat(page.locator("#part-2 fieldset:visible")).hasCount(0);
        assertThat(page.getByText("Now to your nights.")).isHidden();
        visitor.assertAccessible(page);
    }

    @Test
    void goOnByTapAndByKeyboard(Visitor visitor) {
        Page phone = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.ON);
        phone.navigate(FORM);
        phone.locator("[name=f1][value=often]").tap();
        assertThat(phone.locator("#q-f2")).isInViewport();

        Page page = opened(visitor);
        page.locator("[name=f1]").first().focus();
        page.keyboard().press("ArrowDown");
        assertAsked(page, "f1", "f2", "f4", "f7");
        page.keyboard().press("Tab");
        assertThat(page.locator("[name=f2]").first()).isFocused();
    }

    @Test
    void comeUpInAFormThatWasSentBack(Visitor visitor) {
        Page page = opened(visitor);
        choose(page, "f4", "no");
        page.locator("#part-1 a:text-is('Next')").click();
        choose(page, "f7", "never");
        send(page);
        assertThat(page.locator("fieldset.item:visible")).hasCount(1);

        choose(page, "f1", "often");
        choose(page, "f2", "often");
        choose(page, "f3", "yes");
        assertThat(page.locator("fieldset.item:visible")).hasCount(3);
        send(page);

        assertThat(page).hasURL(Pattern.compile(".*/en/result/.*"));
    }

    @Test
    void areAskedForOnlyWhereTheyAreAsked(Visitor visitor) {
        Page page = opened(visitor);
        choose(page, "f1", "often");
        choose(page, "f4", "yes");
        send(page);

        assertThat(page.locator(".error-summary li"))
                .hasText(List.of(
                                "2. How often was it too loud?",
                                "5. How often did you sleep badly after a night?",
                                "6. How often did noise wake you then?",
                                "7. How often did you make noise yourself?")
                        .toArray(String[]::new));
        visitor.assertAccessible(page);
        page.getByText("Show all questions").click();
        choose(page, "f1", "never");
        assertThat(page.locator(".error-summary li:visible")).hasText(new String[] {
            "5. How often did you sleep badly after a night?", "7. How often did you make noise yourself?"
        });
        choose(page, "f4", "no");
        assertThat(page.locator("#part-2")).isHidden();
        choose(page, "f7", "often");
        send(page);

        assertThat(page).hasURL(Pattern.compile(".*/en/result/.*"));
        assertThat(page.locator("#sign-nights h2")).hasText("Nights: not asked");
    }

    @Test
    void areKeptInTheTabOnlyWhileTheyAreAsked(Visitor visitor) {
        Page page = opened(visitor);
        choose(page, "f1", "often");
        choose(page, "f2", "often");
        page.reload();
        assertAsked(page, "f1", "f2", "f3", "f4", "f7");
        assertThat(page.locator("[data-go-on]")).hasText("Go on with question 3");

        choose(page, "f3", "yes");
        choose(page, "f1", "never");
        page.reload();

        assertAsked(page, "f1", "f4", "f7");
        assertThat(page.locator("[data-go-on]")).hasText("Go on with question 4");
        choose(page, "f1", "often");
        assertThat(page.locator("[name=f2]:checked, [name=f3]:checked")).hasCount(0);
    }

    @Test
    void allStandThereWithoutScriptsAndSayWhenToAnswerThem(Visitor visitor) {
        Page page = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate(FORM);

        assertThat(page.locator("#part-1 fieldset:visible")).hasCount(4);
        assertThat(page.getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions()
                                .setName("3. Did you say so next door? Only if you answered “Often” to question 2.")))
                .isVisible();
        choose(page, "f1", "never");
        choose(page, "f2", "often");
        choose(page, "f4", "no");
        page.locator("#part-1 a:text-is('Next')").click();
        assertThat(page.getByText("Answer these questions only if you answered “Yes” to question 4."))
                .isVisible();
        visitor.assertNoSidewaysScrolling(page);
        page.locator("#part-2 a:text-is('Next')").click();
        choose(page, "f7", "never");
        send(page);

        assertThat(page.locator("#sign-noise h2")).hasText("Noise: 0");
        assertThat(page.locator("#sign-nights h2")).hasText("Nights: not asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sheet", "/sources", "/answers", "/change"})
    void everyoneCanReadWhatBecomesOfThem(String below, Visitor visitor) {
        visitor.assertReadableEverywhere(respondent.leaves(new CompletedAssessment(
                        "follow-up", 1, "en", Respondent.DAY, new Responses("0..1..2"), false, Wording.CURRENT, false))
                + below);
    }

    @Test
    void everyoneCanReadTheForm(Visitor visitor) {
        visitor.assertReadableEverywhere(FORM);
    }

    private static Page opened(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(FORM);
        return page;
    }

    private static void choose(Page page, String item, String answer) {
        page.locator("[name=%s][value=%s]".formatted(item, answer)).check();
    }

    /** By the button that Enter presses, whichever part is in view. */
    private static void send(Page page) {
        page.locator("input:checked:visible").first().press("Enter");
        page.waitForLoadState();
    }

    /** In all parts, whichever is in view. */
    private static void assertAsked(Page page, String... items) {
        Locator asked = page.locator("fieldset.item:not([hidden])");
        assertThat(asked).hasCount(items.length);
        for (int place = 0; place < items.length; place++) {
            assertThat(asked.nth(place)).hasId("q-" + items[place]);
        }
        assertThat(page.locator("fieldset.item[hidden]:not([disabled])")).hasCount(0);
    }
}

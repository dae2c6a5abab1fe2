package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** Questions with boxes to tick: with scripts one choice excludes the other, without them the server says what contradicts. */
@BrowserTest
@TestPropertySource(properties = "three-signs.instruments=src/test/resources/other-instruments")
class BoxesBrowserTests {

    private static final String FORM = "/en/check/boxes";
    private static final String NONE = "#s_head\\.none";
    private static final String SET_ASIDE = "#s_head\\.set-aside";

    private final Respondent respondent;

    @Autowired
    BoxesBrowserTests(Assessments assessments) {
        this.respondent = new Respondent(assessments);
    }

    @Test
    void excludeWhatContradictsThem(Visitor visitor) {
        Page page = opened(visitor, 2);
        tick(page, "s_head");
        tick(page, "s_fit");
        assertTicked(page, "s_head.0", "s_fit.0");

        page.locator(NONE).check();
        assertTicked(page, "s_head.none");
        page.locator(SET_ASIDE).check();
        assertTicked(page, "s_head.set-aside");
        tick(page, "s_back");
        assertTicked(page, "s_back.0");
        page.locator("[name=s_back]").uncheck();
        assertTicked(page);
    }

    @Test
    void areCountedAsOneQuestion(Visitor visitor) {
        Page page = opened(visitor, 2);
        Locator count = page.locator("#part-2 [data-answered-of]");
        Locator open = page.locator("#part-2 [data-count=open]");
        assertThat(count).hasText("0 of 3");
        assertThat(open).hasText("1 question in this part has no answer yet.");

        tick(page, "s_back");
        tick(page, "s_fit");
        assertThat(count).hasText("1 of 4");
        assertThat(open).hasText("");
        page.locator(SET_ASIDE).check();
        assertThat(count).hasText("1 of 3");
        assertThat(page.locator("#part-2 [data-count=set-aside]")).hasText("You set 1 question in this part aside.");
    }

    /** A tick asks for one question, an open box for another; nothing is asked after neither. */
    @Test
    void areFollowedByWhatTheyAskFor(Visitor visitor) {
        Page page = opened(visitor, 2);
        Locator often = page.locator("#q-head-often");
        Locator feared = page.locator("#q-head-feared");
        assertThat(often).hasAttribute("hidden", "");
        assertThat(feared).hasAttribute("hidden", "");
        tick(page, "s_head");
        assertThat(often).not().hasAttribute("hidden", "");
        assertThat(page.locator("label:has([name=h_pills])")).not().hasAttribute("hidden", "");
        page.locator(NONE).check();
        assertThat(often).hasAttribute("hidden", "");
        assertThat(feared).not().hasAttribute("hidden", "");
        assertThat(page.locator("label:has([name=h_pills])")).hasAttribute("hidden", "");
        assertThat(page.locator("[name=h_pills]")).isDisabled();
        page.locator(SET_ASIDE).check();
        assertThat(feared).hasAttribute("hidden", "");
    }

    @Test
    void areTickedByKeyboardAndStayWhereTheyAre(Visitor visitor) {
        Page page = opened(visitor, 2);
        page.locator("[name=s_head]").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        assertThat(page.locator("[name=s_back]")).isFocused();
        page.keyboard().press("Space");
        assertTicked(page, "s_head.0", "s_back.0");
        assertThat(page.getByRole(
                        AriaRole.GROUP, new Page.GetByRoleOptions().setName("2. Which of these did you notice?")))
                .hasAccessibleDescription("Tick all that apply.");
    }

    @Test
    void areKeptInTheTabWithWhatWasUntickedSince(Visitor visitor) {
        Page page = opened(visitor, 2);
        tick(page, "s_head");
        tick(page, "s_sleep");
        page.reload();
        assertTicked(page, "s_head.0", "s_sleep.0");
        page.locator(NONE).check();
        page.reload();
        assertTicked(page, "s_head.none");

        page.navigate(respondent.leaves(left("20001.2--.-")) + "/change#part-2");
        assertTicked(page, "s_fit.0");
        page.locator("[name=s_fit]").uncheck();
        tick(page, "s_back");
        page.reload();
        assertTicked(page, "s_back.0");
    }

    @Test
    void areSentBackWhereTheyWereLeftOpen(Visitor visitor) {
        Page page = opened(visitor, 1);
        page.locator("[name=tense][value=often]").check();
        page.navigate(FORM + "#part-4");
        page.getByText("See my result", new Page.GetByTextOptions().setExact(true))
                .press("Enter");

        assertThat(page.locator(".error-summary li")).hasText("2. Which of these did you notice?");
        visitor.assertAccessible(page);
        page.locator(".error-summary li a").press("Enter");
        assertThat(page.locator("[name=s_head]")).isFocused();
        page.locator(NONE).check();
        page.locator("[name=head-feared][value=never]").check();
        page.getByText("See my result", new Page.GetByTextOptions().setExact(true))
                .press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/en/result/.*"));
    }

    @Test
    void sayWhatContradictsWithoutScripts(Visitor visitor) {
        Page page = visitor.page(Device.USUAL_PHONE, Look.DARK, Scripts.OFF);
        page.navigate(FORM + "#part-2");
        tick(page, "s_head");
        page.locator(NONE).check();
        page.navigate(FORM + "#part-4");
        page.getByText("See my result", new Page.GetByTextOptions().setExact(true))
                .press("Enter");

        assertThat(page.getByText("Some answers do not fit yet")).isVisible();
        assertTicked(page, "s_head.0", "s_head.none");
        visitor.assertNoSidewaysScrolling(page);
        page.locator(NONE).uncheck();
        page.getByText("See my result", new Page.GetByTextOptions().setExact(true))
                .press("Enter");
        page.getByText("See my result without these").press("Enter");

        assertThat(page.locator("#sign-strain h2")).hasText("Strain: 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sheet", "/sources", "/answers", "/change"})
    void everyoneCanReadWhatBecomesOfThem(String below, Visitor visitor) {
        visitor.assertReadableEverywhere(respondent.leaves(left("211002.1001")) + below);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM + "#part-2", "/en/method/boxes"})
    void everyoneCanReadThem(String address, Visitor visitor) {
        visitor.assertReadableEverywhere(address);
    }

    private static CompletedAssessment left(String responses) {
        return new CompletedAssessment(
                "boxes", 1, "en", Respondent.DAY, new Responses(responses), false, Wording.CURRENT, false);
    }

    private static Page opened(Visitor visitor, int part) {
        Page page = visitor.page();
        page.navigate(FORM + "#part-" + part);
        return page;
    }

    private static void tick(Page page, String box) {
        page.locator("[name=%s]".formatted(box)).check();
    }

    /** @param ids of what is ticked in the first question with boxes, and nothing else */
    private static void assertTicked(Page page, String... ids) {
        Locator ticked = page.locator("#q-s_head input:checked");
        assertThat(ticked).hasCount(ids.length);
        for (String id : ids) {
            assertThat(page.locator("[id='" + id + "']")).isChecked();
        }
    }
}

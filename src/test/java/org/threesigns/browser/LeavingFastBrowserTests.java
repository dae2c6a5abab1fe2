package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Somebody comes in: the page has to be gone at once, and has to stay gone. */
@BrowserTest
class LeavingFastBrowserTests {

    private static final String QUESTIONNAIRE = "/en/check/three-signs";
    private static final String IS_BLANK = "getComputedStyle(document.body).visibility === 'hidden'";

    private final String elsewhere;

    @Autowired
    LeavingFastBrowserTests(Environment environment) {
        this.elsewhere = environment.getProperty("three-signs.leave-to", "https://www.wikipedia.org/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/method", "/en/privacy", "/en/support", QUESTIONNAIRE, "/en/nowhere"})
    void theWayOutIsInViewOnEveryPageAndStaysThere(String path, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(path);

        assertThat(page.locator("a.leave")).isInViewport();
        page.evaluate("scrollTo(0, document.body.scrollHeight)");
        assertThat(page.locator("a.leave")).isInViewport();
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void theLinkLeadsElsewhere(Scripts scripts, Visitor visitor) {
        Page page = onThePrivacyPage(visitor, scripts);

        page.locator("a.leave").click();

        page.waitForURL(elsewhere);
    }

    @Test
    void backDoesNotBringThePageUpAgain(Visitor visitor) {
        Page page = onThePrivacyPage(visitor, Scripts.ON);
        page.locator("a.leave").click();
        page.waitForURL(elsewhere);

        goBack(page);

        assertThat(page).hasURL(elsewhere);
        assertThat(page).hasTitle("Elsewhere");
    }

    @Test
    void threePressesOfShiftLeadElsewhere(Visitor visitor) {
        Page page = onThePrivacyPage(visitor, Scripts.ON);
        // Presses count together for three seconds, and a busy machine may need longer for them.
        page.clock().install(new Clock.InstallOptions().setTime(0));
        page.clock().pauseAt(1_000);

        page.keyboard().press("Shift");
        page.keyboard().press("Shift");
        assertThat(page).hasURL(visitor.address() + "/en/privacy");
        page.keyboard().press("Shift");

        page.waitForURL(elsewhere);
    }

    @Test
    void writingWithCapitalsLeadsNowhere(Visitor visitor) {
        Page page = onThePrivacyPage(visitor, Scripts.ON);

        for (String letter : new String[] {"A", "B", "C", "D"}) {
            page.keyboard().press("Shift+" + letter);
        }

        assertThat(page.evaluate(IS_BLANK)).isEqualTo(false);
        assertThat(page).hasURL(visitor.address() + "/en/privacy");
    }

    @Test
    void thePageIsCoveredBeforeAnythingElseHappens(Visitor visitor) {
        Page page = onThePrivacyPage(visitor, Scripts.ON);

        assertThat(page.evaluate("() => { document.querySelector('a.leave').click(); return " + IS_BLANK
                        + " && document.title.trim() === ''; }"))
                .isEqualTo(true);
        page.waitForURL(elsewhere);
    }

    @Test
    void whoComesBackOnPurposeIsWelcome(Visitor visitor) {
        Page page = onThePrivacyPage(visitor, Scripts.ON);
        page.locator("a.leave").click();
        page.waitForURL(elsewhere);

        page.navigate("/en/privacy");

        assertThat(page.locator("h1")).isVisible();
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aPageKeptInMemoryIsBlankUntilItHasLoadedAnew(Visitor visitor) {
        Page page = onThePrivacyPage(visitor, Scripts.ON);
        page.evaluate("window.isOld = true");

        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        assertThat(page.evaluate(IS_BLANK)).isEqualTo(true);
        page.evaluate("() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })) }");

        page.waitForFunction("() => !window.isOld");
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void aPageKeptInMemoryLeadsElsewhereAfterLeaving(Visitor visitor) {
        Page page = onThePrivacyPage(visitor, Scripts.ON);

        page.evaluate("() => { sessionStorage.setItem('seen', '1');"
                + " dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })) }");

        page.waitForURL(elsewhere);
    }

    @Test
    void answersKeptOnTheDeviceAreForgotten(Visitor visitor) {
        Page page = onThePrivacyPage(visitor, Scripts.ON);
        page.navigate(QUESTIONNAIRE);
        page.locator("[data-keep]").check();
        page.locator("#part-1 input[type=radio]").first().check();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(1);

        page.locator("a.leave").click();
        page.waitForURL(elsewhere);
        page.navigate(QUESTIONNAIRE);

        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        assertThat(page.locator("input:checked")).hasCount(0);
    }

    @Test
    void answersKeptForADayAreForgottenOnTheNextVisit(Visitor visitor) {
        Page page = onThePrivacyPage(visitor, Scripts.ON);
        page.evaluate(
                "localStorage.setItem('kept:three-signs:1', JSON.stringify({ until: Date.now() - 1, answers: {} }))");

        page.navigate("/en");

        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void withScriptsOffThePageSaysWhatBackDoes(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate("/en/support");

        assertThat(page.locator(".without-scripts")).containsText("the Back button still brings you back here");
    }

    /** On the second page of a visit, so that there is something to go back to. */
    private Page onThePrivacyPage(Visitor visitor, Scripts scripts) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        visitor.standInFor(elsewhere, page);
        page.navigate("/en");
        page.navigate("/en/privacy");
        return page;
    }

    private static void goBack(Page page) {
        page.goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
    }
}

package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.threesigns.browser.BrowserTest;
import org.threesigns.browser.Device;
import org.threesigns.browser.Scripts;
import org.threesigns.browser.Visitor;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.ReferenceSite;

/** Two groups side by side in a browser, on a site that 2,000 people came to. */
@BrowserTest
@TestPropertySource(
        properties = {"three-signs.statistics.publish=false", "three-signs.setup-code=" + SignedInBrowser.CODE})
@Import(ReferenceSite.class)
class GroupsBrowserTests {

    private static final String MONTHS = "/admin/groups?by=month";

    @BeforeAll
    static void twoThousandPeopleCome(@Autowired ReferenceSite site) throws Exception {
        site.open(TestInstruments.threeSigns(), 10);
    }

    @Test
    void areReadableEverywhere(Visitor visitor) {
        Page page = groups(visitor, Device.PHONE, Scripts.ON);

        assertThat(page.locator("svg.chart").count()).isEqualTo(4);
        visitor.assertReadableEverywhere(page);
        page.navigate("/admin/groups?by=version");
        visitor.assertReadableEverywhere(page);
    }

    @ParameterizedTest
    @CsvSource({"390, 6000", "1280, 4500"})
    void fitTheScreen(int width, int tallest, Visitor visitor) {
        Page page = groups(visitor, Device.DESKTOP, Scripts.ON);
        page.setViewportSize(width, 900);

        visitor.assertNoSidewaysScrolling(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollHeight"))
                .isLessThanOrEqualTo(tallest);
        assertThat((Boolean) page.evaluate("[...document.querySelectorAll('table')].every(table =>"
                        + " table.getBoundingClientRect().right <= innerWidth)"))
                .as("every table is read without scrolling sideways")
                .isTrue();
        assertThat((Boolean) page.evaluate("[...document.querySelectorAll('svg.chart text')].every(text =>"
                        + " parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a >= 12)"))
                .as("every label of an axis has 12 px or more")
                .isTrue();
    }

    @Test
    void areChosenWithTheKeyboardAndWithoutScripts(Visitor visitor) {
        Page page = groups(visitor, Device.DESKTOP, Scripts.OFF);

        page.getByLabel("Second group").selectOption("2025-02");
        page.getByLabel("Careless results").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        page.waitForURL("**careless=out**");
        assertThat(page.locator(".tiles").textContent()).contains("before February 2025", "from February 2025");
    }

    private static Page groups(Visitor visitor, Device device, Scripts scripts) {
        Page page = SignedInBrowser.open(visitor, device, scripts);
        page.navigate(MONTHS);
        return page;
    }
}

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

/** The overview, and two groups side by side, as an administrator reads them on a site that 2,000 people came to. */
@BrowserTest
@TestPropertySource(
        properties = {"three-signs.statistics.publish=false", "three-signs.setup-code=" + SignedInBrowser.CODE})
@Import(ReferenceSite.class)
class DashboardBrowserTests {

    private static final String MONTHS = "/admin/groups?by=month";

    @BeforeAll
    static void twoThousandPeopleCome(@Autowired ReferenceSite site) throws Exception {
        site.open(TestInstruments.threeSigns(), 10);
    }

    @Test
    void printsAsAReport(Visitor visitor) {
        Page page = SignedInBrowser.open(visitor, Device.DESKTOP, Scripts.ON);

        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));

        assertThat(pdf).isNotEmpty();
    }

    @Test
    void filtersWithTheKeyboardAndWithoutScripts(Visitor visitor) {
        Page page = SignedInBrowser.open(visitor, Device.DESKTOP, Scripts.OFF);

        page.getByLabel("Careless results").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        page.waitForURL("**careless=out**");
        assertThat(page.locator(".lead").textContent()).contains("without careless results");
    }

    @Test
    void theAddressHoldsTheFilter(Visitor visitor) {
        Page page = SignedInBrowser.open(visitor, Device.DESKTOP, Scripts.ON);

        page.navigate("/admin?from=2025-02&to=2025-03");

        assertThat(page.locator("#from").inputValue()).isEqualTo("2025-02");
        assertThat(page.locator("#to").inputValue()).isEqualTo("2025-03");
        assertThat(page.locator(".lead").textContent()).contains("from February 2025 to March 2025");
    }

    @Test
    void twoGroupsAreReadableEverywhere(Visitor visitor) {
        Page page = groups(visitor, Device.PHONE, Scripts.ON);

        assertThat(page.locator("svg.chart").count()).isEqualTo(4);
        visitor.assertReadableEverywhere(page);
        page.navigate("/admin/groups?by=version");
        visitor.assertReadableEverywhere(page);
    }

    @ParameterizedTest
    @CsvSource({"390, 6000", "1280, 4500"})
    void twoGroupsFitTheScreen(int width, int tallest, Visitor visitor) {
        Page page = groups(visitor, Device.DESKTOP, Scripts.ON);
        page.setViewportSize(width, 900);
        page.evaluate("document.fonts.ready");

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
        assertThat((Boolean) page.evaluate("""
                        [...document.querySelectorAll('.compared td')].every(cell => {
                          const end = document.createRange();
                          end.setStart(cell.firstChild, Math.max(0, cell.firstChild.length - 2));
                          end.setEnd(cell.firstChild, cell.firstChild.length);
                          return end.getClientRects().length === 1;
                        })"""))
                .as("no bracket stands alone on a line")
                .isTrue();
    }

    @Test
    void twoGroupsAreChosenWithTheKeyboardAndWithoutScripts(Visitor visitor) {
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

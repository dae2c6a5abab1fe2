package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.threesigns.browser.BrowserTest;
import org.threesigns.browser.Device;
import org.threesigns.browser.Scripts;
import org.threesigns.browser.Visitor;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.ReferenceSite;

/** The overview as an administrator reads it, on a site that 2,000 people came to. */
@BrowserTest
@TestPropertySource(
        properties = {"three-signs.statistics.publish=false", "three-signs.setup-code=" + SignedInBrowser.CODE})
@Import(ReferenceSite.class)
class DashboardBrowserTests {

    @BeforeAll
    static void twoThousandPeopleCome(@Autowired ReferenceSite site) throws Exception {
        site.open(TestInstruments.threeSigns(), 10);
    }

    @Test
    void isReadableEverywhere(Visitor visitor) {
        Page page = SignedInBrowser.open(visitor, Device.PHONE, Scripts.ON);

        visitor.assertReadableEverywhere(page);
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
}

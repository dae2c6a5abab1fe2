package org.threesigns.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;

@BrowserTest
class StartPageBrowserTests {

    @Test
    void theFrontDoorOpens(Visitor visitor) {
        Page page = visitor.page();

        Response response = page.navigate("/");

        assertThat(response.status()).isEqualTo(200);
    }
}

package org.threesigns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.threesigns.browser.BrowserTest;
import org.threesigns.browser.Device;
import org.threesigns.browser.Look;
import org.threesigns.browser.Scripts;
import org.threesigns.browser.Visitor;

/** What marks a demo can be seen and heard, in both languages, on a phone too. */
@BrowserTest
@ActiveProfiles("demo")
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:demo-in-a-browser;DB_CLOSE_DELAY=-1")
class DemoBrowserTests {

    @ParameterizedTest
    @CsvSource({
        "/en, PHONE, LIGHT",
        "/es, DESKTOP, DARK",
        "/es/check/three-signs, PHONE, DARK",
        "/en/result/demo-result-higher-score, PHONE, LIGHT",
        "/admin/set-up, PHONE, LIGHT"
    })
    void aDemoIsMarkedForEverybody(String path, Device device, Look look, Visitor visitor) {
        Page page = visitor.page(device, look, Scripts.ON);

        page.navigate(path);

        assertThat(page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Demo"))
                        .isVisible())
                .isTrue();
        visitor.assertAccessible(page);
    }
}

package org.threesigns.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The watcher is watched: a visitor that noticed nothing would pass every test. */
@BrowserTest
class VisitorTests {

    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src *";
    private static final String A_GOOD_PAGE =
            "<!doctype html><html lang=en><title>Good</title><main><h1>Good</h1><p>A page.</p></main></html>";

    @Test
    void noticesABreachOfTheContentSecurityPolicy(Visitor visitor) {
        try (Visitor watched = visitor.another()) {
            open(watched.page(), "<!doctype html><p style='color:red'>Inline</p><script>alert(1)</script>");

            assertThat(watched.troubles()).hasSize(2).allMatch(trouble -> trouble.contains("Content Security Policy"));
        }
    }

    @Test
    void noticesWhatIsAskedOfAThirdParty(Visitor visitor) {
        try (Visitor watched = visitor.another()) {
            open(watched.page(), "<!doctype html><img src='https://tracker.example/pixel.gif' alt=''>");

            assertThat(watched.troubles()).contains("Asked of a third party: https://tracker.example/pixel.gif");
        }
    }

    @Test
    void noticesAPartOfThePageThatIsMissing(Visitor visitor) {
        try (Visitor watched = visitor.another()) {
            Page page = watched.page();
            page.route("**/missing.gif", route -> route.fulfill(new FulfillOptions().setStatus(404)));
            open(page, "<!doctype html><img src='/missing.gif' alt=''>");

            assertThat(watched.troubles()).containsExactly("Answered 404: " + watched.address() + "/missing.gif");
        }
    }

    @Test
    void noticesCookies(Visitor visitor) {
        try (Visitor watched = visitor.another()) {
            Page page = watched.page();
            open(page, A_GOOD_PAGE);
            page.evaluate("document.cookie = 'crumb=1'");

            assertThatThrownBy(watched::assertNoCookies).hasMessageContaining("crumb");
        }
    }

    @Test
    void axeRunsUnderTheStrictPolicyAndFindsWhatIsThere(Visitor visitor) {
        Page page = visitor.page();
        open(page, "<!doctype html><html lang=en><title>Bad</title><main><h1>Bad</h1><input></main></html>");

        assertThatThrownBy(() -> visitor.assertAccessible(page)).hasMessageContaining("label (critical)");
    }

    @Test
    void axeFindsWhatIsPaleInTheOtherColoursAlone(Visitor visitor) {
        Page page = visitor.page();
        open(page, A_GOOD_PAGE);
        page.evaluate("""
                () => {
                  const pale = new CSSStyleSheet();
                  pale.replaceSync('@media (prefers-color-scheme: dark) { p { color: #777; background: #888; } }');
                  document.adoptedStyleSheets = [pale];
                }""");

        assertThatThrownBy(() -> visitor.assertAccessible(page)).hasMessageContaining("color-contrast (serious)");
    }

    @Test
    void axeLeavesAGoodPageAlone(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.DARK, Scripts.ON);
        open(page, A_GOOD_PAGE);

        visitor.assertAccessible(page);
        visitor.assertNoCookies();
    }

    @Test
    void mayVisitAnotherSiteThatIsStoodInFor(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        visitor.standInFor("https://elsewhere.example", page);

        page.navigate("https://elsewhere.example/news");

        assertThat(page.title()).isEqualTo("Elsewhere");
    }

    private static void open(Page page, String html) {
        page.route(
                "**/made-up",
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("text/html")
                        .setHeaders(Map.of("Content-Security-Policy", STRICT))
                        .setBody(html)));
        page.navigate("/made-up");
    }
}

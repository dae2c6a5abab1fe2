package org.threesigns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.threesigns.browser.BrowserTest;
import org.threesigns.browser.Device;
import org.threesigns.browser.Look;
import org.threesigns.browser.Scripts;
import org.threesigns.browser.Visitor;
import org.threesigns.startup.StartupLine;

/** The pages of figures with a demo's results, as an administrator holds them in the hand and sees them on a desk. */
@BrowserTest
@ActiveProfiles("demo")
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:figures-in-a-browser;DB_CLOSE_DELAY=-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FigurePagesBrowserTests {

    private static final List<String> PAGES =
            List.of("/admin", "/admin/items", "/admin/reliability", "/admin/months", "/admin/percentiles");

    private static final Pattern SIGN_IN = Pattern.compile("/admin/demo/\\w+");

    /** The sizes on the screen of the words in charts, in pixels. */
    private static final String SIZES_OF_WORDS = """
            [...document.querySelectorAll('svg.chart text')].map(text => {
              const svg = text.ownerSVGElement;
              const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
              return parseFloat(getComputedStyle(text).fontSize) * scale;
            })""";

    private final String signIn;
    private final List<Cookie> session = new ArrayList<>();

    @Autowired
    FigurePagesBrowserTests(List<StartupLine> lines) {
        signIn = lines.stream()
                .flatMap(line -> SIGN_IN.matcher(line.text("")).results())
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"USUAL_PHONE, 6000", "DESKTOP, 4500"})
    void noPageIsTooLong(Device device, int most, Visitor visitor) {
        Page page = signedIn(visitor, device);

        assertThat(PAGES).allSatisfy(path -> {
            page.navigate(path);
            assertThat((int) page.evaluate("document.fonts.ready.then(() => document.documentElement.scrollHeight)"))
                    .as("pixels from the top to the bottom of " + path)
                    .isLessThanOrEqualTo(most);
        });
    }

    @ParameterizedTest
    @CsvSource({"USUAL_PHONE", "DESKTOP"})
    void theWordsOfChartsCanBeRead(Device device, Visitor visitor) {
        Page page = signedIn(visitor, device);

        assertThat(List.of("/admin", "/admin/items", "/admin/months")).allSatisfy(path -> {
            page.navigate(path);
            assertThat((List<?>) page.evaluate(SIZES_OF_WORDS))
                    .as("sizes of words in the charts of " + path)
                    .isNotEmpty()
                    .allSatisfy(
                            size -> assertThat(((Number) size).doubleValue()).isGreaterThanOrEqualTo(12));
        });
    }

    @Test
    void everyPageIsReadableEverywhere(Visitor visitor) {
        Page page = signedIn(visitor, Device.PHONE);

        for (String path : PAGES) {
            page.navigate(path);
            visitor.assertReadableEverywhere(page);
        }
    }

    @Test
    void theQuartilesOfAnswersInNumbersFitTheScreen(Visitor visitor) {
        Page page = signedIn(visitor, Device.PHONE);
        page.navigate("/admin/items");

        page.evaluate("""
                () => document.querySelectorAll('.given-answers .figure').forEach(figure => {
                  figure.textContent = 'median 104.25; half of all from 101.75 to 106.25';
                })""");

        visitor.assertReadableInOtherWords(page);
    }

    @Test
    void everyChartLeadsToItsPictureAndItsNumbers(Visitor visitor) {
        Page page = signedIn(visitor, Device.DESKTOP);

        for (String path : List.of("/admin", "/admin/items", "/admin/months")) {
            page.navigate(path);
            int charts = page.locator("svg.chart[role=img]").count();
            assertThat(charts).as("charts on " + path).isPositive();
            assertThat(page.locator("a[href*='.svg']").count()).isGreaterThanOrEqualTo(charts);
            assertThat(page.locator("a[href*='.csv?']").count()).isGreaterThanOrEqualTo(charts);
        }
    }

    @ParameterizedTest
    @CsvSource({"USUAL_PHONE", "DESKTOP"})
    void itemsAreSortedByALinkThatCanBeSeen(Device device, Visitor visitor) {
        Page page = signedIn(visitor, device);
        page.navigate("/admin/items?group=none");

        page.locator("thead a:text-is('Mean')").click();

        page.waitForURL("**sort=mean**");
        assertThat(page.locator("tbody .tone:visible").count())
                .as("items that name their scale")
                .isGreaterThan(1);
    }

    /** There are colours of their own for twelve scales, and an instrument may have forty. */
    @Test
    void scalesAfterTheTwelfthHaveAColour(Visitor visitor) {
        Page page = signedIn(visitor, Device.DESKTOP);

        assertThat(page.evaluate("""
                [13, 40].every(tone => {
                  const scale = document.createElement('p');
                  scale.className = 'tone-' + tone;
                  document.body.append(scale);
                  return getComputedStyle(scale).getPropertyValue('--tone') !== '';
                })""")).isEqualTo(true);
    }

    private Page signedIn(Visitor visitor, Device device) {
        Page page = visitor.page(device, Look.LIGHT, Scripts.ON);
        if (session.isEmpty()) {
            page.navigate(signIn); // works once
            session.addAll(page.context().cookies());
        } else {
            page.context().addCookies(session);
            page.navigate("/admin");
        }
        assertThat(page.title()).startsWith("Overview");
        return page;
    }
}

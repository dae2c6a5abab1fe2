package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages around the questionnaire, as they are for everybody. */
@BrowserTest
class SitePagesBrowserTests {

    private static final int REQUESTS = 5;

    /** With the headers of every answer. */
    private static final int BYTES = 30_000;

    @Test
    void theFrontDoorOpensInTheVisitorsLanguage(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);

        Response response = page.navigate("/");

        assertThat(response.status()).isEqualTo(200);
        assertThat(page.url()).isEqualTo(visitor.address() + "/en");
        visitor.assertNoCookies();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/method", "/en/privacy", "/en/support", "/en/nowhere"})
    void everyoneCanReadIt(String path, Visitor visitor) {
        visitor.assertReadableEverywhere(path);
        visitor.assertNoCookies();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/check/three-signs", "/es", "/es/check/three-signs"})
    void aFirstVisitIsLight(String path, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        List<Request> requests = new ArrayList<>();
        page.onRequestFinished(requests::add);

        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);

        int bytes = List.copyOf(requests).stream()
                .map(Request::sizes)
                .mapToInt(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
                .sum();
        System.out.printf("A first visit to %s: %d requests, %d bytes%n", path, requests.size(), bytes);
        assertThat(requests).extracting(Request::url).hasSizeLessThanOrEqualTo(REQUESTS);
        assertThat(bytes).isLessThanOrEqualTo(BYTES);
    }

    /** Two in five of those who break off a survey do so where it introduces itself. */
    @ParameterizedTest
    @ValueSource(strings = {"/en", "/es"})
    void theStartPageIsThreeScreensOfAPhoneAndItsButtonOnTheFirst(String path, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.setViewportSize(390, 664);

        page.navigate(path);

        page.evaluate("document.fonts.ready");
        BoundingBox button = page.locator("main .button").first().boundingBox();
        assertThat(button.y + button.height).isLessThanOrEqualTo(600);
        assertThat((int) page.evaluate("document.documentElement.scrollHeight")).isLessThanOrEqualTo(2000);
        assertThat(page.locator(".actions ~ .note a[href$='#private']").boundingBox().y)
                .as("where it speaks to people whose phone may be looked at")
                .isBetween(button.y + button.height, 800.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/es"})
    void atFourHundredPerCentNothingCoversAQuestionAndSupportStaysInReach(String language, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.setViewportSize(320, 256);
        page.navigate(language + "/check/three-signs");

        page.locator("#A1\\.0").focus();
        for (int answer = 0; answer < 12; answer++) {
            page.keyboard().press("Tab");
            assertThat((boolean) page.evaluate("""
                    () => {
                      const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
                      const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                      return document.activeElement.contains(onTop) || onTop.contains(document.activeElement);
                    }"""))
                    .as("%s can be seen", page.evaluate("document.activeElement.id"))
                    .isTrue();
        }
        assertThat(page.locator(".site-nav a")).isInViewport();
        assertThat(page.locator("a.leave")).isInViewport();
        assertThat(page.locator(".site-header").boundingBox().height).isLessThan(64);
        visitor.assertNoSidewaysScrolling(page);
    }

    /** Asks the browser which fonts it drew the letters with, all that the offered languages' words have. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theFontHasEveryLetterOfTheLanguage(String language, Visitor visitor) throws IOException {
        Page page = visitor.page();
        page.navigate("/" + language);
        page.evaluate("""
                letters => {
                  document.querySelector('h1').textContent = letters;
                  return document.fonts.ready.then(() => true);
                }""", letters(language));
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("DOM.enable");
        devtools.send("CSS.enable");
        JsonObject document = devtools.send("DOM.getDocument").getAsJsonObject("root");
        JsonObject heading = new JsonObject();
        heading.add("nodeId", document.get("nodeId"));
        heading.addProperty("selector", "h1");
        JsonObject node = new JsonObject();
        node.add("nodeId", devtools.send("DOM.querySelector", heading).get("nodeId"));

        JsonArray fonts = devtools.send("CSS.getPlatformFontsForNode", node).getAsJsonArray("fonts");

        assertThat(fonts)
                .allSatisfy(font -> assertThat(
                                font.getAsJsonObject().get("familyName").getAsString())
                        .startsWith("Figtree"));
        assertThat(fonts).isNotEmpty();
    }

    /** Every letter and mark in the language's files, in both cases, but for the signs of a formula. */
    private static String letters(String language) throws IOException {
        var suffix = language.equals("en") ? "" : "_" + language;
        var words = new StringBuilder();
        for (String bundle : List.of("site", "questionnaire", "result")) {
            var properties = new Properties();
            try (var reader =
                    Files.newBufferedReader(Path.of("src/main/resources/messages", bundle + suffix + ".properties"))) {
                properties.load(reader);
            }
            words.append(properties.values());
        }
        for (String file : List.of(
                "instruments/three-signs/1/%s.yaml",
                "instruments/three-signs/1/guidance.%s.yaml",
                "instruments/at-ease/1/%s.yaml",
                "instruments/at-ease/1/guidance.%s.yaml",
                "support.%s.yaml")) {
            words.append(Files.readString(Path.of("src/main/resources", file.formatted(language))));
        }
        String text = words.toString();
        return (text + text.toUpperCase(Locale.ROOT) + text.toLowerCase(Locale.ROOT))
                .codePoints()
                .filter(letter -> !Character.isISOControl(letter) && Character.getType(letter) != Character.MATH_SYMBOL)
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void nothingMovesForWhoPrefersLessMotion(Visitor visitor) {
        Page page = visitor.page();
        for (String path : List.of("/en", "/en/check/three-signs")) {
            page.navigate(path);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
            assertThat(movements(page)).as("what moves on %s", path).isPositive();

            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(movements(page)).as("what still moves on %s", path).isZero();
        }
    }

    /** What is told to move, and may have come to its end. */
    private static int movements(Page page) {
        return (int) page.evaluate("""
                [...document.querySelectorAll('*')]
                    .filter(each => getComputedStyle(each).animationName !== 'none').length""");
    }
}

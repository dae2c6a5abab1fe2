package org.threesigns.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
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
        for (Device device : Device.values()) {
            for (Look look : Look.values()) {
                Page page = visitor.page(device, look, Scripts.ON);
                page.navigate(path);

                visitor.assertAccessible(page);
                assertThat(widthToScroll(page))
                        .as("pixels to scroll sideways, %s", device)
                        .isZero();
            }
        }
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

    @Test
    void nothingMovesForWhoPrefersLessMotion(Visitor visitor) {
        Page page = visitor.page();
        for (String path : List.of("/en", "/en/check/three-signs")) {
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
            page.navigate(path);
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

    private static int widthToScroll(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}

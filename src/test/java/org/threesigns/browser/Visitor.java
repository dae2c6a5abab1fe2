package org.threesigns.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Someone who opens the application in a browser. Each page asked for has a browser profile of its own, without cookies
 * or history, and addresses on it may be relative ({@code page.navigate("/en")}).
 *
 * <p>A visitor prefers less motion: while one page passes into the next nothing can be pressed, and a browser that is too
 * busy to finish the passage reports it as an error of a script, even where scripts are off.
 *
 * <p>Whatever a visitor does, the test fails when the browser's console reports an error (a breach of the content security
 * policy is one), a script throws, a part of a page cannot be loaded, or anything is asked of a third party.
 */
public final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "browser-failures");

    private final Browser browser;
    private final String address;
    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final Set<String> standIns = new HashSet<>();

    Visitor(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** The application's address, such as {@code http://localhost:49152}, without a path. */
    public String address() {
        return address;
    }

    /** An empty page on a desktop in light colours with scripts on. */
    public Page page() {
        return page(Device.DESKTOP, Look.LIGHT, Scripts.ON);
    }

    public Page page(Device device, Look look, Scripts scripts) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("en-GB")
                .setColorScheme(look.colours())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts == Scripts.ON);
        device.describeTo(options);
        BrowserContext profile = browser.newContext(options);
        profile.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        profiles.add(profile);
        watch(profile);
        return profile.newPage();
    }

    /** Answers for a foreign site at {@code origin} (such as {@code https://www.example.org}), which may then be visited. */
    public void standInFor(String origin, Page page) {
        standIns.add(origin);
        page.context()
                .route(
                        url -> url.startsWith(origin),
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<!doctype html><title>Elsewhere</title>")));
    }

    private void watch(BrowserContext profile) {
        profile.onConsoleMessage(this::note);
        profile.onWebError(error -> troubles.add("A script failed: " + error.error()));
        profile.onRequest(this::noteWhereForeign);
        profile.onRequestFailed(this::noteWhereBroken);
        profile.onResponse(this::noteWhereRefused);
    }

    private void note(ConsoleMessage message) {
        // The browser says so too when a page answers 404 or 422, as it may; parts of pages are noted where refused.
        boolean answerOfThePage = message.text().startsWith("Failed to load resource");
        if (message.type().equals("error") && !answerOfThePage) {
            troubles.add("The console says: " + message.text());
        }
    }

    private void noteWhereForeign(Request request) {
        String url = request.url();
        boolean ours = url.startsWith(address + "/") || standIns.stream().anyMatch(url::startsWith);
        if (url.startsWith("http") && !ours) {
            troubles.add("Asked of a third party: " + url);
        }
    }

    private void noteWhereBroken(Request request) {
        // Aborted is what the browser calls a request that a newer navigation made needless.
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            troubles.add("Not loaded: " + request.url() + " (" + request.failure() + ")");
        }
    }

    private void noteWhereRefused(Response response) {
        if (response.status() >= 400 && !response.request().isNavigationRequest()) {
            troubles.add("Answered " + response.status() + ": " + response.url());
        }
    }

    /** Opens the page, which has to be {@linkplain #assertReadableEverywhere(Page) readable everywhere}. */
    public void assertReadableEverywhere(String path) {
        Page page = page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(path);
        assertReadableEverywhere(page);
    }

    /** Asserts of the page as it stands, as wide as each device: accessible, and nothing to scroll sideways. Needs scripts on. */
    public void assertReadableEverywhere(Page page) {
        Device.DESKTOP.resize(page);
        assertAccessible(page);
        assertNoSidewaysScrolling(page);
        assertAsWideAsPhones(page); // their colours are those of the desktop
    }

    /**
     * Asserts of a page that is readable everywhere in one language that it is so in another: names and widths change with the
     * words, and no colours do.
     */
    public void assertReadableInOtherWords(Page page) {
        Device.DESKTOP.resize(page);
        assertNoSidewaysScrolling(page);
        assertAsWideAsPhones(page);
    }

    private void assertAsWideAsPhones(Page page) {
        Device.USUAL_PHONE.resize(page); // where the layout is that of the other phone, so that axe finds nothing else
        assertNoSidewaysScrolling(page);
        Device.PHONE.resize(page);
        assertStandards(page);
        assertNoSidewaysScrolling(page);
    }

    private static void assertStandards(Page page) {
        page.waitForLoadState();
        assertThat(Axe.violationsOfStandards(page))
                .as("what axe finds at %s", page.url())
                .isEmpty();
    }

    /** Fails if the page is wider than the window. */
    public void assertNoSidewaysScrolling(Page page) {
        page.waitForLoadState();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels to scroll sideways at %s, %s wide", page.url(), page.viewportSize().width)
                .isZero();
    }

    /**
     * Asserts that axe finds nothing on the page as it stands, in light and in dark colours, by WCAG 2.2 AA and by good practice.
     * Needs scripts on.
     */
    public void assertAccessible(Page page) {
        assertStandards(page);
        Look look = Look.of(page);
        look.other().showOn(page);
        assertThat(Axe.violationsOfRulesAboutColours(page)) // no other rule looks at them
                .as("what axe finds at %s in %s colours", page.url(), look.other())
                .isEmpty();
        look.showOn(page);
    }

    /** Asserts that no page opened by this visitor has set a cookie. */
    public void assertNoCookies() {
        assertThat(profiles.stream()
                        .flatMap(profile -> profile.cookies().stream())
                        .map(cookie -> cookie.name))
                .as("cookies")
                .isEmpty();
    }

    /** Another visitor in the same browser, with nothing in common. */
    Visitor another() {
        return new Visitor(browser, address);
    }

    /** What went wrong so far, in sentences. */
    List<String> troubles() {
        // Events arrive with the answers to questions: one question to each profile brings in what is still under way.
        profiles.forEach(BrowserContext::cookies);
        return List.copyOf(troubles);
    }

    void assertNothingWentWrong(String test) {
        List<String> all = troubles();
        if (!all.isEmpty()) {
            takeScreenshots(test);
        }
        assertThat(all).as("what went wrong in the browser").isEmpty();
    }

    void takeScreenshots(String test) {
        int number = 1;
        for (BrowserContext profile : profiles) {
            for (Page page : profile.pages()) {
                Path file = SCREENSHOTS.resolve(test + number++ + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            }
        }
    }

    @Override
    public void close() {
        profiles.forEach(BrowserContext::close);
    }
}

package org.threesigns.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that the machine has: found, and started once for all browser tests. */
final class Chromium implements AutoCloseable {

    /** How long anything of a page is waited for, since the machine may be busy. */
    static final int PATIENCE_MILLIS = 60_000;

    static final String HOW_TO_GET_IT =
            "Browser tests need Chromium on the PATH: 'apt-get install chromium-headless-shell' on Debian, "
                    + "or set CHROMIUM to the browser's executable.";

    /** First the one without windows: it draws the same pages and needs less than half of the time for them. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome");

    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin", "/usr/local/bin", "/snap/bin", "/Applications/Chromium.app/Contents/MacOS");

    /**
     * No sandbox, since containers have none to give; no look-up of any name, so that a foreign request fails at once. A page lives for
     * seconds: its process is not changed for another one at its first address, and its scripts are not optimised.
     */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--renderer-process-limit=1",
            "--process-per-site",
            "--js-flags=--no-opt",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static boolean isInstalled() {
        return executable().isPresent();
    }

    /** @throws IllegalStateException where no Chromium is installed */
    static Chromium start() {
        Path executable = executable().orElseThrow(() -> new IllegalStateException(HOW_TO_GET_IT));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options =
                new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    private static Optional<Path> executable() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .or(() -> folders()
                        .flatMap(folder -> NAMES.stream().map(folder::resolve))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    private static Stream<Path> folders() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), USUAL_PLACES.stream())
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

package org.threesigns.preview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;
import org.threesigns.browser.BrowserTest;
import org.threesigns.browser.Device;
import org.threesigns.browser.Look;
import org.threesigns.browser.Scripts;
import org.threesigns.browser.Visitor;

/** What an author sees: pages that follow a saved change, and read well on every device. */
@BrowserTest
@ActiveProfiles("preview")
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:preview-in-a-browser;DB_CLOSE_DELAY=-1",
            "three-signs.instruments=target/preview-in-a-browser"
        })
class PreviewBrowserTests {

    private static final Path FOLDER = Path.of("target/preview-in-a-browser");
    private static final Path STRUCTURE = FOLDER.resolve("tiny/1/instrument.yaml");

    @BeforeEach
    void writeTheTinyInstrument() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/authoring/tiny"), FOLDER.resolve("tiny"));
    }

    @Test
    void anOpenPageFollowsByItself(Visitor visitor) throws IOException {
        Page page = visitor.page();
        page.navigate("/preview");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("all high"))
                .click();
        assertThat(page.locator("h1")).containsText("What your answers say");

        String right = Files.readString(STRUCTURE);
        Files.writeString(STRUCTURE, right.replace("id: b1, scale: ease", "id: b1, scale: easy"));
        assertThat(page.locator("main")).containsText("There is no scale 'easy'.");

        Files.writeString(STRUCTURE, right);
        assertThat(page.locator("h1")).containsText("What your answers say");
    }

    @Test
    void theQuestionnaireKeepsItsAnswersWhenAWordIsChanged(Visitor visitor) throws IOException {
        Page page = visitor.page();
        page.navigate("/en/check/tiny");
        page.locator("input[name=a1]").first().check();
        Path words = FOLDER.resolve("tiny/1/en.yaml");

        Files.writeString(words, Files.readString(words).replace("Do you smile?", "Do you laugh?"));

        assertThat(page.locator("form")).containsText("Do you laugh?");
        assertThat(page.locator("input[name=a1]").first()).isChecked();
    }

    @Test
    void withoutScriptsALoadByHandDoesTheSame(Visitor visitor) throws IOException {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate("/preview");
        assertThat(page.locator("h1")).hasText("Nothing is wrong");

        Files.writeString(STRUCTURE, "id: tiny");
        page.reload();

        assertThat(page.locator("h1")).containsText("problems");
    }

    @Test
    void bothPagesAreReadableEverywhere(Visitor visitor) throws IOException {
        visitor.assertReadableEverywhere("/preview");
        visitor.assertReadableEverywhere("/en/start/tiny");

        Files.writeString(STRUCTURE, "id: tiny");
        visitor.assertReadableEverywhere("/preview");
        visitor.assertNoCookies();
    }
}

package org.threesigns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.threesigns.instrument.TestInstruments;

class PageFrameTest {

    private static final Path WORRY = Path.of("src/test/resources/other-instruments/worry/1");

    /** Help changes, and people who open an old result need it as much as others. */
    @Test
    void leadsFromAnOldVersionToTheHelpOfTheLatest(@TempDir Path folder) throws IOException {
        FileSystemUtils.copyRecursively(WORRY, folder.resolve("worry/1"));
        FileSystemUtils.copyRecursively(WORRY, folder.resolve("worry/2"));
        change(folder.resolve("worry/1/instrument.yaml"), "(?m)^support-first.*$", "");
        change(folder.resolve("worry/2/instrument.yaml"), "version: 1", "version: 2");
        Files.delete(folder.resolve("worry/1/support.en.yaml"));
        var catalog = TestInstruments.catalog(folder, "three-signs");

        PageFrame frame = PageFrame.of(Locale.ENGLISH, catalog, URI.create("https://weather.example/"), false);

        assertThat(frame.around(catalog.find("worry", 1).orElseThrow(), null).support())
                .isEqualTo("/en/support/worry");
        assertThat(frame.around(catalog.main(), null).support()).isEqualTo("/en/support");
    }

    private static void change(Path file, String expression, String replacement) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst(expression, replacement));
    }
}

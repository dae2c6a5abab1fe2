package org.threesigns.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threesigns.instrument.BrokenContentException;
import org.threesigns.instrument.Support;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.site.SiteProperties.Operator;

/** Where the page of support of a whole site comes from. */
class SupportDirectoryTest {

    private static final Path OTHERS = Path.of("src/test/resources/other-instruments");
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @TempDir
    private Path folder;

    @Test
    void isBuiltInWithoutAnyOther() {
        SupportDirectory directory = directory(null, "two-options");

        assertThat(names(directory, Locale.ENGLISH)).contains("Find A Helpline");
        assertThat(names(directory, SPANISH)).contains("El número de emergencias de tu país");
        assertThat(names(directory, Locale.FRENCH)).contains("Find A Helpline");
    }

    @Test
    void isThatOfTheLanguageWhereARegionHasNone() throws IOException {
        Locale mexican = Locale.forLanguageTag("es-MX");

        assertThat(names(directory(null, "two-options", "en", "es-MX"), mexican))
                .contains("El número de emergencias de tu país");

        Files.writeString(folder.resolve("support.es.yaml"), "entries: [{name: Nuestra puerta, text: Está abierta.}]");
        assertThat(names(directory(folder, "two-options", "en", "es-MX"), mexican))
                .containsExactly("Nuestra puerta");
    }

    @Test
    void isThatOfTheInstrumentThatTheSiteIsAbout() {
        assertThat(names(directory(null, "worry"), Locale.ENGLISH))
                .containsExactly("A line for the night", "A page about worry");
    }

    @Test
    void isTheHostsBeforeAllOthers() throws IOException {
        Files.writeString(folder.resolve("support.en.yaml"), "entries: [{name: Our door, text: It is open.}]");

        assertThat(names(directory(folder, "worry"), Locale.ENGLISH)).containsExactly("Our door");
    }

    @Test
    void refusesAFileOfTheHostsThatCannotBeRead() throws IOException {
        Files.createSymbolicLink(folder.resolve("support.en.yaml"), folder.resolve("gone.yaml"));

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> directory(folder, "worry"))
                .withMessageContaining("support.en.yaml");
    }

    private static List<String> names(SupportDirectory directory, Locale language) {
        return directory.in(language).entries().stream()
                .map(Support.Entry::name)
                .toList();
    }

    private static SupportDirectory directory(@Nullable Path folder, String main) {
        return directory(folder, main, "en", "es");
    }

    private static SupportDirectory directory(@Nullable Path folder, String main, String... offered) {
        var languages = List.of(offered);
        var properties = new SiteProperties(null, languages, new Operator(null, null), folder);
        return new SupportDirectory(properties, new Languages(languages), TestInstruments.catalog(OTHERS, main));
    }
}

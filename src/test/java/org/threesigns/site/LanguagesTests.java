package org.threesigns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTests {

    private final Languages languages = new Languages(List.of("en", "es"));

    @Test
    void findsTheLanguageThatAPathBeginsWith() {
        assertThat(languages.ofPath("/es/privacy")).contains(Locale.forLanguageTag("es"));
        assertThat(languages.ofPath("/es")).contains(Locale.forLanguageTag("es"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "/xx", "/ES", "/esx", "/e", "es"})
    void findsNoneInAnyOtherPath(String path) {
        assertThat(languages.ofPath(path)).isEmpty();
    }

    @Test
    void namesALanguageInItsOwnWords() {
        assertThat(languages.translations("", "/privacy"))
                .contains(new PageTranslation("es", "Español", "/es/privacy"));
    }
}

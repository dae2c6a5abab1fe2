package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threesigns.instrument.InstrumentFiles.STRUCTURE;
import static org.threesigns.instrument.InstrumentFiles.tiny;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a host sees at start. */
@ExtendWith(OutputCaptureExtension.class)
class InstrumentStartUpTests {

    @TempDir
    private Path folder;

    @Test
    void offersTheInstrumentsOfTheFolder() {
        tiny().writeTo(folder);

        try (var context = application().run("--three-signs.instruments=" + folder)) {
            var catalog = context.getBean(InstrumentCatalog.class);
            assertThat(catalog.main().id()).isEqualTo("three-signs");
            assertThat(catalog.latest("tiny")).isPresent();
        }
    }

    @Test
    void stopsAtABrokenInstrumentWithWordsInsteadOfAStackTrace(CapturedOutput output) {
        tiny().with(STRUCTURE, "id: b1, scale: ease, claim", "id: b1, claim").writeTo(folder);

        assertThatThrownBy(() -> application().run("--three-signs.instruments=" + folder))
                .hasRootCauseInstanceOf(BrokenContentException.class);

        assertThat(output)
                .contains(
                        "/tiny/1/instrument.yaml, line 42: The item 'b1' is on no scale.\n",
                        "Give it either 'scale: …' or 'scored: false'.\n")
                .doesNotContain("\tat ");
    }

    @Test
    void stopsWhereTheFolderIsNotThere(CapturedOutput output) {
        Path absent = folder.resolve("absent");

        assertThatThrownBy(() -> application().run("--three-signs.instruments=" + absent))
                .hasRootCauseInstanceOf(BrokenContentException.class);

        assertThat(output).contains("/absent: There is no such folder.\n").doesNotContain("\tat ");
    }

    @Test
    void stopsWhereTheMainInstrumentIsNotThere(CapturedOutput output) {
        assertThatThrownBy(() -> application().run("--three-signs.instrument=four-signs"))
                .hasRootCauseInstanceOf(BrokenContentException.class);

        assertThat(output)
                .contains("three-signs.instrument: There is no instrument 'four-signs'.")
                .doesNotContain("\tat ");
    }

    @Test
    void listsTheOneThatTheSiteIsAboutUnlessTheHostSaysMore() {
        assertThat(listed()).containsExactly("three-signs");
        assertThat(listed("--three-signs.instrument=at-ease")).containsExactly("at-ease");
        assertThat(listed("--three-signs.listed=at-ease,three-signs")).containsExactly("at-ease", "three-signs");
    }

    private static List<String> listed(String... arguments) {
        try (var context = application().run(arguments)) {
            return context.getBean(InstrumentCatalog.class).listed().stream()
                    .map(Instrument::id)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "three-signs,four-signs | There is no instrument 'four-signs'. | Correct the property to one of: at-ease, three-signs.",
                "three-signs,three-signs | 'three-signs' is there twice. | Remove one of the two.",
                "at-ease | 'three-signs' is missing, which the site is about. | Add it, or set three-signs.instrument to one of these."
            })
    void stopsWhereTheListIsWrong(String list, String problem, String remedy, CapturedOutput output) {
        assertThatThrownBy(() -> application().run("--three-signs.listed=" + list))
                .hasRootCauseInstanceOf(BrokenContentException.class);

        assertThat(output).contains("three-signs.listed: " + problem, remedy).doesNotContain("\tat ");
    }

    /** The real start, with this package alone. */
    private static SpringApplication application() {
        return new SpringApplicationBuilder(InstrumentConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.location=optional:classpath:/none/")
                .build();
    }
}

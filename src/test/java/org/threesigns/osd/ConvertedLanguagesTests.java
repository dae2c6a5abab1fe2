package org.threesigns.osd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.InstrumentCatalog;

/** In which languages a converted questionnaire is. */
class ConvertedLanguagesTests {

    private static final Path PAINS = Path.of("src/test/resources/osd/pains.osd");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"es, es", "pt_BR, pt-BR", "PT-br, pt-BR", "fil, fil"})
    void areThoseWithACodeOfOurs(String tag, String language) throws IOException {
        ConvertedQuestionnaire converted = convert(withSecond(tag));

        assertThat(converted.leftOut()).noneMatch(what -> what.startsWith("the language"));
        assertThat(InstrumentCatalog.readOne(converted.writeTo(folder)).languages())
                .containsExactlyInAnyOrder("en", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es-419", "zh-Hans", "und", "no language", "", "../en"})
    void leaveTheOthersOutAndSaySo(String tag) throws IOException {
        ConvertedQuestionnaire converted = convert(withSecond(tag));

        assertThat(converted.leftOut())
                .contains("the language %s, whose code is none such as en or pt-BR".formatted(tag));
        assertThat(InstrumentCatalog.readOne(converted.writeTo(folder)).languages())
                .containsExactly("en");
    }

    @Test
    void mustBeOneAtLeast() throws IOException {
        String file = Files.readString(PAINS).replace("\"en\": {", "\"es-419\": {");

        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> convert(file))
                .withMessage("translations: no language has all texts and a code such as en or pt-BR");
    }

    private static ConvertedQuestionnaire convert(String file) {
        return QuestionnaireConverter.convert(OsdDefinition.parse(file, Map.of()));
    }

    /** The same words a second time, as those of this language. */
    private static String withSecond(String tag) throws IOException {
        String file = Files.readString(PAINS);
        String words = file.substring(file.indexOf("\"en\": {") + "\"en\": ".length(), file.lastIndexOf("}}"));
        return file.replace("\"en\": {", "\"%s\": %s, \"en\": {".formatted(tag, words));
    }
}

package org.threesigns.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tone of the content: it says what somebody said, and never what they are. */
class WordsTest {

    private static final Path CONTENT = Path.of("src/main/resources/instruments/three-signs/1");

    private static final Map<String, Pattern> LABELS = Map.of(
            "en",
            Pattern.compile(
                    "(?i)\\b(you are|you’re|jealous|paranoid|insecure|toxic|controlling|confront|main problem)\\b"),
            "es",
            Pattern.compile(
                    "(?i)\\b(eres|celos[oa]s?|paranoi\\w+|insegur[oa]|tóxic[oa]|controlador\\w*|enfr[eé]nta\\w*)\\b"));

    @ParameterizedTest
    @ValueSource(strings = {"en.yaml", "guidance.en.yaml", "es.yaml", "guidance.es.yaml"})
    void nobodyIsGivenALabelOrToldToConfront(String file) throws IOException {
        String language = file.replace("guidance.", "").replace(".yaml", "");
        Pattern labels = LABELS.getOrDefault(language, Pattern.compile("$^"));

        assertThat(words(file)).noneMatch(line -> labels.matcher(line).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en.yaml", "guidance.en.yaml"})
    void apostrophesAreTypographic(String file) throws IOException {
        assertThat(words(file)).noneMatch(line -> line.matches(".*\\p{L}'\\p{L}.*"));
    }

    private static List<String> words(String file) throws IOException {
        return Files.readAllLines(CONTENT.resolve(file), UTF_8).stream()
                .filter(line -> !line.strip().startsWith("#"))
                .toList();
    }
}

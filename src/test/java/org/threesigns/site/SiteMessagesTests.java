package org.threesigns.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page shows the name of a text instead of the text, and no text waits for a page that is gone. */
class SiteMessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern SIGN = Pattern.compile("(?i)\\b(signs?|señal(es)?)\\b");
    private static final Pattern KEY = Pattern.compile("#\\{(site\\.[a-z0-9.-]+)");

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        assertThat(keysOf("site.properties")).containsAll(keysInTemplates());
    }

    @Test
    void everyTextIsOnAPage() throws IOException {
        Set<String> unused = keysOf("site.properties");
        unused.removeAll(keysInTemplates());
        unused.removeIf(key -> key.matches("site\\.error\\.\\d+\\..*"));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyErrorThatHasWordsHasAllOfThem() throws IOException {
        assertThat(keysOf("site.properties"))
                .containsAll(SiteErrorController.WORDED.stream()
                        .flatMap(status ->
                                Stream.of("site.error." + status + ".heading", "site.error." + status + ".text"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageHasTheSameTexts(String translation) throws IOException {
        assertThat(keysOf(translation)).containsExactlyElementsOf(keysOf("site.properties"));
    }

    /** Only the authors of a questionnaire know whether what it scores are signs. */
    @ParameterizedTest
    @MethodSource("bundles")
    void noTextCallsWhatIsScoredASign(String bundle) throws IOException {
        assertThat(messages(bundle).values())
                .extracting(text -> text.toString().replaceAll("Three Signs|Tres señales", ""))
                .noneMatch(text -> SIGN.matcher(text).find());
    }

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    static Stream<String> translations() throws IOException {
        return bundles().filter(name -> name.startsWith("site"));
    }

    private static Set<String> keysOf(String file) throws IOException {
        return new TreeSet<>(messages(file).stringPropertyNames());
    }

    private static Properties messages(String file) throws IOException {
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("messages").resolve(file), UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }

    private static Set<String> keysInTemplates() throws IOException {
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"))) {
            return templates
                    .filter(file -> file.toString().endsWith(".html"))
                    .flatMap(SiteMessagesTests::keysIn)
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static Stream<String> keysIn(Path template) {
        try {
            return KEY.matcher(Files.readString(template, UTF_8)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

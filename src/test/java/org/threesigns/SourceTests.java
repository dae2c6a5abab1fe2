package org.threesigns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Habits of sources and templates that the compiler does not see. */
@Tag("once")
class SourceTests {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** What the content security policy would stop, or what would put unescaped words on a page. */
    private static final Map<String, Pattern> NOT_IN_TEMPLATES = Map.of(
            "unescaped text", Pattern.compile("th:utext|\\[\\(|th:inline=\"(none|javascript|css)"),
            "an inline style", Pattern.compile("<style|\\s(th:)?style(append)?\\s*="),
            "an inline script", Pattern.compile("<script(?![^>]*src=)"),
            "an inline handler", Pattern.compile("\\s(th:)?on[a-z]+\\s*="),
            "an address that does not know where the site is", Pattern.compile("(href|src|action)=\"[|'$]?/"),
            "a script as an address", Pattern.compile("javascript:"),
            "a sign by name", Pattern.compile("['\"](distance|control|cues)['\"]"));

    private static final Pattern STRING_LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern CONFLICT = Pattern.compile("^(<{7}|>{7}) ", Pattern.MULTILINE);
    private static final Pattern ITEM_OF_THREE_SIGNS = Pattern.compile("[ACD][1-8]|T[1-3]");
    private static final Set<String> SIGNS = Set.of("distance", "control", "cues");

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("templates")
    void templatesHoldNothingThatBelongsElsewhere(Path template) {
        String text = read(template);

        assertThat(NOT_IN_TEMPLATES.entrySet().stream()
                        .flatMap(entry ->
                                matches(entry.getValue(), text).stream().map(found -> entry.getKey() + ": " + found)))
                .as("what %s should not hold", template)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theCodeKnowsNoSignAndNoItemByName(Path source) {
        assertThat(matches(STRING_LITERAL, read(source)).stream().filter(SourceTests::namesASignOrItem))
                .as("what %s knows of one instrument, which belongs in its data file", source)
                .isEmpty();
    }

    /** Words and documents pass every compiler with them. */
    @Test
    void noFileHasTheMarksOfAnUnfinishedMerge() {
        Stream<Path> written = Stream.concat(
                files(Path.of("."), 1, ""),
                Stream.of("src", "docs", "bench", ".ci", ".github")
                        .flatMap(folder -> files(Path.of(folder), Integer.MAX_VALUE, "")));

        assertThat(written.filter(
                        file -> CONFLICT.matcher(read(file, ISO_8859_1)).find()))
                .isEmpty();
    }

    private static boolean namesASignOrItem(String literal) {
        // A header such as "Cache-Control" is one word here, so that it is not taken for a sign.
        return Arrays.stream(literal.split("[^A-Za-z0-9-]+", -1))
                .anyMatch(word -> SIGNS.contains(word)
                        || ITEM_OF_THREE_SIGNS.matcher(word).matches());
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    static Stream<Path> templates() {
        return files(TEMPLATES, ".html");
    }

    static Stream<Path> sources() {
        return files(JAVA, ".java");
    }

    private static Stream<Path> files(Path folder, String ending) {
        return files(folder, Integer.MAX_VALUE, ending);
    }

    private static Stream<Path> files(Path folder, int depth, String ending) {
        if (Files.notExists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all
                    .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        return read(file, UTF_8);
    }

    private static String read(Path file, Charset charset) {
        try {
            return Files.readString(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

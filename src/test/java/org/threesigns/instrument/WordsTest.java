package org.threesigns.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tone of the content: it says what somebody said, and never what they are. */
class WordsTest {

    private static final Path CONTENT = Path.of("src/main/resources/instruments");

    private static final Map<String, Pattern> LABELS = Map.of(
            "en",
            Pattern.compile(
                    "(?i)\\b((?<!\\bif )you are|you’re|jealous|paranoid|insecure|toxic|controlling|confront|main problem)\\b"),
            "es",
            Pattern.compile(
                    "(?i)\\b(eres|celos[oa]s?|paranoi\\w+|insegur[oa]|tóxic[oa]|controlador\\w*|enfr[eé]nta\\w*)\\b"));

    /** What pushes somebody to stay or to leave, or makes what is missing a fault of theirs. */
    private static final Map<String, Pattern> PRESSURE = Map.of(
            "en",
            Pattern.compile(
                    "(?i)\\b((stay|leave|be) with (them|your partner)|stay together|break(ing)? up|split up|separate"
                            + "|second chance|another chance|try harder|make more effort|work (on|at) (it|yourself|the relationship)"
                            + "|be (more )?(patient|grateful|thankful)|ask (for )?less|expect less|forgive|give in"
                            + "|(?<!no )fault of yours|your (own )?fault|(?<!no need |, or )to blame)\\b"),
            "es",
            Pattern.compile(
                    "(?i)(\\b(qu[eé]da(te|rte) con (tu pareja|esa persona)|deja(r|rás)? a tu pareja|romp(e|er|as) con|sep[aá]ra(te|rte)|otra oportunidad"
                            + "|segunda oportunidad|esfu[eé]rza\\w*|ten paciencia|agradece\\w*|pide menos|espera menos|perdon\\w+"
                            + "|por tu culpa)\\b|(?<!(no es|no fue)) culpa tuya)"));

    static Stream<Path> files() {
        return all().filter(file -> !file.endsWith("instrument.yaml"));
    }

    static Stream<Path> englishFiles() {
        return files().filter(file -> language(file).equals("en"));
    }

    private static Stream<Path> all() {
        try (Stream<Path> files = Files.walk(CONTENT)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void nobodyIsGivenALabelOrToldToConfront(Path file) throws IOException {
        assertThat(sentences(file).filter(pattern(LABELS, file).asPredicate())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void nobodyIsPushedToStayOrToLeaveOrToldThatItIsTheirFault(Path file) throws IOException {
        assertThat(sentences(file).filter(pattern(PRESSURE, file).asPredicate()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void apostrophesAreTypographic(Path file) throws IOException {
        assertThat(sentences(file).filter(sentence -> sentence.matches(".*\\p{L}'\\p{L}.*")))
                .isEmpty();
    }

    private static Pattern pattern(Map<String, Pattern> patterns, Path file) {
        return Objects.requireNonNull(patterns.get(language(file)), () -> "No pattern for " + file);
    }

    private static String language(Path file) {
        return file.getFileName().toString().replace("guidance.", "").replace(".yaml", "");
    }

    /** Each on one line, so that a phrase is found that the file breaks in two. */
    private static Stream<String> sentences(Path file) throws IOException {
        String words = Files.readAllLines(file, UTF_8).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .collect(joining(" "));
        return Stream.of(words.split("(?<=[.:?!]) "));
    }
}

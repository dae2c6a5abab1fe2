package org.threesigns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents stay short, their tables readable, and what they refer to exists. */
@Tag("once")
class DocumentationTests {

    private static final int LONGEST_CELL = 300;

    /** A document that is missing here has no limit, such as a reference that grows with what it lists. */
    private static final Map<String, Integer> MOST_WORDS = Map.ofEntries(
            entry("README.md", 500),
            entry("CONTRIBUTING.md", 500),
            entry("SECURITY.md", 300),
            entry("bench/README.md", 800),
            entry("docs/accounts.md", 600),
            entry("docs/architecture.md", 800),
            entry("docs/authoring.md", 1_600),
            entry("docs/authoring-reference.md", 400),
            entry("docs/commands.md", 800),
            entry("docs/hosting.md", 1_200),
            entry("docs/import.md", 500),
            entry("docs/privacy.md", 900),
            entry("docs/scaling.md", 800),
            entry("docs/security.md", 900));

    private static final Pattern CODE_BLOCK = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Tests?|IT|Bench|Faults))\\b");

    @ParameterizedTest
    @MethodSource("limitedDocuments")
    void aDocumentStaysWithinItsLength(Path document, int mostWords) {
        assertThat(matches(WORD, read(document)).count())
                .as("words of %s", document)
                .isLessThanOrEqualTo(mostWords);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) {
        assertThat(matches(LINK, prose(document)).filter(link -> !leadsSomewhere(document, link)))
                .extracting(MatchResult::group)
                .as("broken links of %s", document)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aTableCellHoldsOneFact(Path document) {
        assertThat(prose(document)
                        .lines()
                        .filter(line -> line.startsWith("|"))
                        .flatMap(row -> Arrays.stream(row.split("(?<!\\\\)\\|", -1)))
                        .map(String::strip)
                        .filter(cell -> cell.length() > LONGEST_CELL))
                .as("long cells in %s", document)
                .isEmpty();
    }

    /** Decision records are left out: one that is superseded may name what is gone. */
    @ParameterizedTest
    @MethodSource("documentsOnToday")
    void testsThatADocumentNamesExist(Path document) throws IOException {
        Set<String> named = new TreeSet<>();
        matches(TEST, read(document)).map(match -> match.group(1)).forEach(named::add);
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            tests.map(test -> test.getFileName().toString().replace(".java", ""))
                    .forEach(named::remove);
        }

        assertThat(named).as("tests that %s names", document).isEmpty();
    }

    private static boolean leadsSomewhere(Path document, MatchResult link) {
        Path target =
                link.group(1).isEmpty() ? document : document.resolveSibling(URLDecoder.decode(link.group(1), UTF_8));
        return Files.exists(target)
                && (link.group(2) == null
                        || matches(HEADING, prose(target))
                                .anyMatch(heading -> anchor(heading.group(1)).equals(link.group(2))));
    }

    /** The anchor that GitHub gives to a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String prose(Path document) {
        return CODE_BLOCK.matcher(read(document)).replaceAll("");
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> limitedDocuments() {
        return MOST_WORDS.entrySet().stream().map(limit -> Arguments.of(Path.of(limit.getKey()), limit.getValue()));
    }

    static Stream<Path> documentsOnToday() throws IOException {
        return documents().filter(document -> !document.startsWith("docs/adr"));
    }

    static Stream<Path> documents() throws IOException {
        return Stream.of(markdownIn("", 1), markdownIn("docs", 2), markdownIn("bench", 2), markdownIn(".github", 2))
                .flatMap(List::stream);
    }

    private static List<Path> markdownIn(String folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder), depth)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}

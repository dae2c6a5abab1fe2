package org.threesigns.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threesigns.instrument.TestInstruments;

/** The words of an instrument with long labels, accents and pictures, as SPSS gets them. */
class SpssSyntaxTest {

    private static final String SYNTAX = SpssSyntax.of(
            new Codebook(TestInstruments.catalog(Path.of("src/test/resources/other-instruments"), "three-signs")
                    .latest("shared-items")
                    .orElseThrow()),
            new ScriptSource("responses.csv", List.of("A note.")));

    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'(?: \\+\\s+'(?:[^']|'')*')*");
    private static final Pattern BETWEEN_PIECES = Pattern.compile("' \\+\\s+'");

    private static final List<String> LABELS = labels("VARIABLE LABELS");

    @Test
    void labelsAreNoLongerThanSpssTakes() {
        assertThat(LABELS)
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(255));
        assertThat(labels("VALUE LABELS"))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void labelsAreCutBetweenCharactersAndSayThatTheyAre() {
        assertThat(LABELS).anyMatch(label -> label.endsWith("…"));
        assertThat(LABELS).contains("x".repeat(77) + "😀" + "y".repeat(100));
    }

    @Test
    void noPieceOfALabelHoldsHalfACharacter() {
        assertThat(STRING.matcher(SYNTAX).results().flatMap(SpssSyntaxTest::pieces))
                .isNotEmpty()
                .allMatch(piece -> new String(piece.getBytes(UTF_8), UTF_8).equals(piece))
                .noneMatch(piece -> piece.matches("(?s)[\\p{M}\\x{200d}].*|.*\\x{200d}"));
    }

    @Test
    void noLineIsLongerThanSpssTakes() {
        assertThat(SYNTAX.lines()).allMatch(line -> line.length() <= 251);
    }

    @Test
    void emptyBandsAreMissing() {
        assertThat(SYNTAX)
                .contains("MISSING VALUES\n    rest_band strain_band", "closeness_and_distance", "\n  (' ').");
    }

    @Test
    void everyScaleHasItsAlpha() {
        assertThat(Pattern.compile("RELIABILITY\n").matcher(SYNTAX).results()).hasSize(3);
        assertThat(SYNTAX).contains("    not_keyed r_2_keyed r_2_keyed_2\n    r_4_keyed\n  /SCALE('rest') ALL");
    }

    private static List<String> labels(String command) {
        return Pattern.compile("(?m)^" + command + "\n(?s:.*?)\\.$")
                .matcher(SYNTAX)
                .results()
                .map(MatchResult::group)
                .flatMap(found -> STRING.matcher(found).results().map(MatchResult::group))
                .map(label -> BETWEEN_PIECES.matcher(label).replaceAll(""))
                .map(label -> label.substring(1, label.length() - 1).replace("''", "'"))
                .toList();
    }

    private static Stream<String> pieces(MatchResult string) {
        return BETWEEN_PIECES.splitAsStream(string.group());
    }
}

package org.threesigns.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threesigns.instrument.TestInstruments;

/** What the script for R says of an instrument with labels of all kinds, whether R is there to run it or not. */
class RSyntaxTest {

    private static final Codebook CODEBOOK =
            new Codebook(TestInstruments.catalog(Path.of("src/test/resources/other-instruments"), "three-signs")
                    .latest("shared-items")
                    .orElseThrow());
    private static final String SCRIPT =
            RSyntax.of(CODEBOOK, new ScriptSource("results.csv", List.of("Norwegian Bokm\u00e5l")));

    @Test
    void isAsciiAndHasEveryLetter() {
        assertThat(US_ASCII.newEncoder().canEncode(SCRIPT)).isTrue();
        assertThat(SCRIPT)
                .startsWith("# Norwegian Bokm\\u00e5l\n")
                .contains(
                        "s_2 = \"Ist es \\u00fcberall ruhig?\"",
                        "\\U0001f600yyy",
                        "a formula, \\\\ and",
                        "Often; \\\"mostly\\\"");
    }

    @Test
    void saysOfEveryColumnOfWhichTypeItIs() {
        assertThat(CODEBOOK.header())
                .allSatisfy(name ->
                        assertThat(SCRIPT).containsPattern("\n  " + name + " = \"(character|integer|numeric)\""));
    }

    @Test
    void knowsEveryScaleAnItemIsOn() {
        assertThat(SCRIPT)
                .contains("\n  rest = c(\"not_keyed\", \"r_2_keyed\", \"r_2_keyed_2\", \"r_4_keyed\")")
                .contains("\n  strain = c(\"r_2_keyed\", \"r_2_keyed_2\", \"s_1_keyed\", \"s_2_keyed\")");
    }

    @Test
    void drawsTheLimitsOfBandsAndOfLabelsWithGaps() {
        assertThat(SCRIPT)
                .contains("bands = c(\"little\", \"much\"), cuts = c(1.5), edges")
                .contains("bands = c(\"low\", \"high\"), cuts = c(3, 6), edges")
                .contains("bands = c(), cuts = c(), edges");
    }
}

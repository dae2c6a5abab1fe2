package org.threesigns.guidance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.threesigns.instrument.BrokenContentException;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.TestInstruments;

/** What is wrong with a guidance file is said where it stands, with the mend. */
class GuidanceReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            language: en                 | language: fr              | The file's name says 'en'
            if-safe:                     | if-sure:                  | 'if-sure' is not known here
            support-first:               | support-last:             | 'support-last' is not known here
            "  title: First of all"      | "  heading: First of all" | 'heading' is not known here
            "      explanation: >-"      | "      explained: >-"     | 'explained' is not known here
            claim: D-h                   | claim: D-z                | There is no claim 'D-z'
            openness: true               | openness: maybe           | 'maybe' is neither true nor false
            "doubts-alarm: false"        | "doubts-alarm: maybe"     | 'maybe' is neither true nor false
            "doubts-alarm: false"        | "doubt-alarm: false"      | 'doubt-alarm' is not known here
            "    often:"                 | "    oftener:"            | 'often' is missing
            "  distance:"                | "  distances:"            | 'distances' is not known here
            "  withdraw:"                | "  withdrew:"             | 'withdrew' is not known here
            "    T1:"                    | "    T9:"                 | 'T9' is not known here
            "      giving-way:"          | "      give-way:"         | 'give-way' is not known here
            "  first:"                   | "  begin:"                | 'begin' is not known here
            """)
    void refusesWhatIsUnknownOrMissing(String right, String wrong, String problem) throws IOException {
        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(shipped().replaceFirst("(?m)" + Pattern.quote(right), wrong)))
                .withMessageContaining(problem)
                .withMessageMatching("(?s).*line \\d+.*")
                .satisfies(refusal -> assertThat(refusal.mend()).isNotBlank());
    }

    @Test
    void refusesToAskForOpennessWithoutTheConditionThatItIsSafe() throws IOException {
        String content = shipped().replaceFirst("If you feel safe with them, tell", "Tell");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("does not begin with 'If you feel safe with them'");
    }

    @Test
    void refusesOpennessWhereTheFileHasNoSuchCondition() throws IOException {
        String content = shipped().replaceFirst("(?m)^if-safe: .*$", "");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("has no 'if-safe'");
    }

    @Test
    void refusesAdviceThatDoesNotSayWhetherItDoubtsSomebodysAlarm() throws IOException {
        String content = shipped().replaceFirst("(?m)^ +doubts-alarm: false$", "");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("'doubts-alarm' is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice", "step", "first", "last"})
    void refusesInThePlanWhatNotEverybodyMayRead(String part) throws IOException {
        String beginning = "(?ms)(^ +" + part + ":.*?";

        for (String content : List.of(
                shipped().replaceFirst(beginning + "doubts-alarm: )false", "$1true"),
                shipped()
                        .replaceFirst(beginning + "text: >-\\s+)", "$1If you feel safe with them, ")
                        .replaceFirst(beginning + "openness: )false", "$1true"))) {
            assertThatExceptionOfType(BrokenContentException.class)
                    .isThrownBy(() -> read(content))
                    .withMessageContaining("the same for everybody")
                    .withMessageMatching("(?s).*line \\d+.*");
        }
    }

    @Test
    void refusesAnInstrumentWithASafetyQuestionAndNoWordsForIt() throws IOException {
        String content = shipped().replaceFirst("(?ms)^support-first:.*?^if-safe", "if-safe");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("'support-first' is missing");
    }

    private static GuidanceText read(String content) {
        var file = ContentNode.read(new ByteArrayResource(content.getBytes(UTF_8), "guidance.en.yaml"));
        return new GuidanceReader(TestInstruments.threeSigns(), file).read("en");
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("instruments/three-signs/1/guidance.en.yaml").getContentAsString(UTF_8);
    }
}

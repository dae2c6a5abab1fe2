package org.threesigns.guidance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;
import org.threesigns.instrument.BrokenContentException;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.TestInstruments;

/** What is wrong with a guidance file is said where it stands, with what to do about it. */
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
            "score: often"               | "score: oftener"          | There is no band 'oftener'
            "score: often"               | "scores: often"           | 'scores' is not known here
            "making-space: high"         | "making-space: higher"    | 'higher' is not known here
            "uneven: making-space"       | "uneven: taking-space"    | There is no strand or facet 'taking-space'
            "assumes: {less-say: high"   | "assumes: {more-say: high"| 'more-say' is not known here
            about-answers:               | of-answers:               | 'of-answers' is not known here
            "    D8: {"                  | "    D9: {"               | 'D9' is not known here
            "  distance:"                | "  distances:"            | 'distances' is not known here
            "  withdraw:"                | "  withdrew:"             | 'withdrew' is not known here
            "    T1:"                    | "    T9:"                 | 'T9' is not known here
            "  first:"                   | "  begin:"                | 'begin' is not known here
            """)
    void refusesWhatIsUnknownOrMissing(String right, String wrong, String problem) throws IOException {
        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(shipped().replaceFirst("(?m)" + Pattern.quote(right), wrong)))
                .withMessageContaining(problem)
                .withMessageMatching("(?s).*line \\d+.*")
                .satisfies(refusal -> assertThat(refusal.remedy()).isNotBlank());
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

    @Test
    void refusesATextThatSpeaksAboutTheAnswersAndSaysNotWhichOnesItFits() throws IOException {
        for (String said : List.of("You said that it happens.", "This is RARELY so.", "It is there at times.")) {
            String content = shipped().replaceFirst("A friend who listens is worth a lot", said);

            assertThatExceptionOfType(BrokenContentException.class)
                    .isThrownBy(() -> read(content))
                    .withMessageContaining("speaks about the answers, and nothing here says which ones it fits")
                    .withMessageMatching("(?s).*line \\d+.*")
                    .satisfies(refusal -> assertThat(refusal.remedy()).contains("'assumes: …'"));
        }
    }

    @Test
    void takesAPartOfAWordForNoWordOfFrequency() throws IOException {
        read(shipped().replaceFirst("A friend who listens", "A neverending, oftentimes rarefied friend who listens"));
    }

    @Test
    void refusesAnswersThatWouldGetNoText() throws IOException {
        String content = shipped()
                .replaceFirst(
                        "assumes: \\{score: sometimes, making-space: middling\\}",
                        "assumes: {score: sometimes, making-space: middling, small-openings: low}");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("No text fits answers like these: score: sometimes, ")
                .withMessageContaining("making-space: middling")
                .withMessageMatching("(?s).*line \\d+.*")
                .satisfies(refusal -> assertThat(refusal.remedy()).contains("Add a text"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            score: often, making-space: high           | score: often, making-space: low, withdraw: high
            score: rarely, making-space: middling      | score: rarely, making-space: skipped
            score: rarely, expecting-trouble: middling | score: rarely, expecting-trouble: low, moods: high
            withdraw: high, asking-for-comfort: high   | withdraw: high, making-space: low
            """)
    void refusesATextThatCanNeverShow(String right, String wrong) throws IOException {
        String content = shipped().replaceFirst(Pattern.quote("{" + right + "}"), "{" + wrong + "}");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("This can never show")
                .withMessageMatching("(?s).*line \\d+.*");
    }

    @Test
    void refusesATextBehindOneThatTakesAllItsAnswers() throws IOException {
        String content = shipped()
                .replaceFirst(
                        "less-say: high, giving-way: high, pulling-back: high", "less-say: high, giving-way: high");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("an earlier text takes them all");
    }

    @Test
    void refusesToNameAStrandThatNeedNotBeHigh() throws IOException {
        String content =
                shipped().replaceFirst("this is higher: \\{making-space\\}", "this is higher: {small-openings}");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("'{small-openings}' can be empty");
    }

    /** Were its answer the only high one, there would be nothing to name. */
    @Test
    void refusesToNameAStrandOfWhichAnItemHasNoFacet(@TempDir Path folder) throws IOException {
        Path version = folder.resolve("signs-again/1");
        FileSystemUtils.copyRecursively(Path.of("src/main/resources/instruments/three-signs/1"), version);
        Path structure = version.resolve("instrument.yaml");
        Files.writeString(
                structure,
                Files.readString(structure)
                        .replace("id: three-signs", "id: signs-again")
                        .replace("{id: C4, scale: control, facet: isolate,", "{id: C4, scale: control,"));

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> GuidanceLibrary.of(TestInstruments.catalog(folder, "signs-again")))
                .withMessageContaining("'{holding-on}' can be empty: not every item of it has a facet.");
    }

    @Test
    void refusesNamesWithoutTheWordBetweenThem() throws IOException {
        String content = shipped().replaceFirst("(?m)^and: and$", "");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("the file has no 'and'");
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

    /** Somebody in need would read a heading and nothing below it. */
    @Test
    void refusesSupportWithoutWords() throws IOException {
        String content = shipped().replaceFirst("(?ms)^(support-first:.*?)  text:.*?^if-safe", "$1  text: []\nif-safe");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("There are no words.");
    }

    private static GuidanceText read(String content) {
        var file = ContentNode.read(new ByteArrayResource(content.getBytes(UTF_8), "guidance.en.yaml"));
        return new GuidanceReader(TestInstruments.threeSigns(), file).read("en");
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("instruments/three-signs/1/guidance.en.yaml").getContentAsString(UTF_8);
    }
}

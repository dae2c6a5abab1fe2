package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.threesigns.instrument.InstrumentFiles.STRUCTURE;
import static org.threesigns.instrument.InstrumentFiles.WORDS;
import static org.threesigns.instrument.InstrumentFiles.tiny;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host's folder may hold, and what is said of anything else. */
class InstrumentFoldersTests {

    @TempDir
    private Path folder;

    @Test
    void offersEveryVersionAndTheLatestFirstOfAll() {
        tiny().writeTo(folder);
        tiny().with(STRUCTURE, "version: 1", "version: 2").writeTo(folder, "tiny/2");

        var catalog = TestInstruments.catalog(folder, "tiny");

        assertThat(catalog.main().version()).isEqualTo(2);
        assertThat(catalog.find("tiny", 1)).isPresent();
        assertThat(catalog.find("tiny", 3)).isEmpty();
        assertThat(catalog.all())
                .extracting(instrument -> instrument.id() + " " + instrument.version())
                .containsSubsequence("three-signs 1", "tiny 1", "tiny 2");
    }

    @Test
    void readsWordsInEveryLanguageThatHasAFile() {
        var files = tiny();
        var instrument = files.withFile("es.yaml", files.text(WORDS).replace("language: en", "language: es"))
                .withFile("pt-BR.yaml", files.text(WORDS).replace("language: en", "language: pt-BR"))
                .readFrom(folder);

        assertThat(instrument.languages()).containsExactlyInAnyOrder("en", "es", "pt-BR");
        assertThat(instrument.text("es").language()).isEqualTo("es");
        assertThat(instrument.text("fr").language()).isEqualTo("en");
    }

    @Test
    void namesTheLineInAnotherLanguageToo() {
        var files = tiny();
        var spanish = files.text(WORDS).replace("language: en", "language: es").replace(", mostly: Mostly", "");

        refuses(files.withFile("es.yaml", spanish))
                .hasMessageEndingWith("tiny/1/es.yaml, line 5: 'mostly' is missing.");
    }

    @Test
    void leavesOtherFilesOfAnInstrumentToWhoeverAsks() {
        tiny().withFile("guidance.en.yaml", "language: en").writeTo(folder);

        var catalog = TestInstruments.catalog(folder, "tiny");

        assertThat(catalog.file(catalog.main(), "guidance.en.yaml"))
                .hasValueSatisfying(
                        guidance -> assertThat(guidance.get("language").text()).isEqualTo("en"));
        assertThat(catalog.file(catalog.main(), "guidance.es.yaml")).isEmpty();
    }

    @Test
    void isFoundWhateverTheFolderIsCalled() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("my instruments [ü]"));

        assertThat(tiny().readFrom(odd).id()).isEqualTo("tiny");
    }

    @Test
    void mayBeEmpty() {
        assertThat(TestInstruments.catalog(folder, "three-signs").all()).isNotEmpty();
    }

    @Test
    void hasToBeThere() {
        Path absent = folder.resolve("absent");

        refusal(absent, "three-signs")
                .hasMessage("%s: There is no such folder.", absent)
                .satisfies(remedy("Make it, or correct the property 'three-signs.instruments'."));
    }

    @Test
    void hasToHoldTheMainInstrument() {
        refusal(folder, "four-signs")
                .hasMessage("three-signs.instrument: There is no instrument 'four-signs'.")
                .satisfies(remedy("Correct the property to one of: at-ease, three-signs."));
    }

    @Test
    void hasToSayIdAndVersion() {
        tiny().writeTo(folder, "teeny/1");

        refusal(folder, "tiny")
                .hasMessage("%s, line 2: The folder does not say 'tiny/1'.", folder.resolve("teeny/1/instrument.yaml"))
                .satisfies(remedy("Let the folders above this file be the instrument's id and its version."));
    }

    @Test
    void hasNoInstrumentThatIsOnTheClassPath() {
        tiny().with(STRUCTURE, "id: tiny", "id: three-signs").writeTo(folder, "three-signs/1");

        refusal(folder, "three-signs")
                .hasMessageMatching("(?s).*three-signs/1/instrument.yaml, line 2: There is already an instrument"
                        + " 'three-signs' at version 1, in .*instruments/three-signs/1/instrument.yaml\\.")
                .satisfies(remedy("Give one of them another id or version."));
    }

    @Test
    void hasNoFileThatNothingWouldRead() {
        refuses(tiny().withFile("english.yaml", ""))
                .hasMessage("%s: Nothing reads a file of this name.", folder.resolve("tiny/1/english.yaml"))
                .satisfies(
                        remedy(
                                "Name it instrument.yaml, or after its language as in en.yaml, guidance.en.yaml or support.en.yaml."));
    }

    @Test
    void hasNoInstrumentAtAnotherDepth() {
        tiny().writeTo(folder, "1");

        refusal(folder, "tiny")
                .hasMessage("%s: Instruments are not looked for here.", folder.resolve("1/en.yaml"))
                .satisfies(remedy("Move it to a folder named after the instrument's id and version: %s/<id>/<version>."
                        .formatted(folder)));
    }

    @Test
    void hasNoWordsWithoutAnInstrument() {
        refuses(tiny().without(STRUCTURE))
                .hasMessage("%s: There is no instrument.yaml beside it.", folder.resolve("tiny/1/en.yaml"));
    }

    @Test
    void mayHoldHiddenAndOtherFiles() throws IOException {
        tiny().writeTo(folder);
        tiny().writeTo(folder, ".git/old");
        Files.writeString(folder.resolve("README.md"), "Ours.");

        assertThat(TestInstruments.catalog(folder, "tiny").main().id()).isEqualTo("tiny");
    }

    @Test
    void hasNoEmptyFile() {
        refuses(tiny().withFile(WORDS, "# later\n")).hasMessageEndingWith("en.yaml, line 1: The file is empty.");
    }

    @Test
    void hasOnlyYaml() {
        refuses(tiny().with(WORDS, "t1: A last question.", "t1: \"A last question."))
                .hasMessageMatching("(?s).*en.yaml, line \\d+: This is not YAML: .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: \"Tiny\nsummary: Words.\n", "name: {current: Tiny\n\n"})
    void saysWhereSomethingThatHasNoEndBegins(String words) {
        refuses(tiny().withFile(WORDS, "language: en\n" + words))
                .hasMessageEndingWith("en.yaml, line 2: This is not YAML: what begins here has no end.")
                .satisfies(remedy("Close its quotes or brackets."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\nsummary: Words."})
    void saysWhereAColonIsMissing(String more) {
        refuses(tiny().withFile(WORDS, "language: en\nname Tiny\n" + more))
                .hasMessageEndingWith("en.yaml, line 2: This is not YAML: could not find expected ':'.");
    }

    @Test
    void hasNoSecondDocumentInAFile() {
        refuses(tiny().with(WORDS, "name: Tiny", "---\nname: Tiny"))
                .hasMessageEndingWith("en.yaml, line 2: This is not YAML: but found another document.");
    }

    @Test
    void saysThatAQuestionMarkBetweenBracesNeedsQuotes() {
        refuses(tiny().with(WORDS, "\"Do you smile?\"", "Do you smile?"))
                .hasMessageMatching("(?s).*en.yaml, line 12: This is not YAML: .*")
                .satisfies(remedy(
                        "Mend the indentation or the brackets there or just above, or put the text in double quotes."));
    }

    @Test
    void hasNoAliasThatNamesItself() {
        refuses(tiny().with(STRUCTURE, "claims: [first, second]", "claims: &claims [first, *claims]"))
                .hasMessageEndingWith("line 49: Here a text is expected.");
    }

    @Test
    void hasOnlyUtf8() throws IOException {
        byte[] latin =
                tiny().with(WORDS, "name: Ease", "name: Gemütlich").text(WORDS).getBytes(StandardCharsets.ISO_8859_1);
        tiny().writeTo(folder);
        Files.write(folder.resolve("tiny/1/en.yaml"), latin);

        refusal(folder, "tiny")
                .hasMessageEndingWith("en.yaml, line 23: A character here is not in UTF-8.")
                .satisfies(remedy("Save the file as UTF-8 text."));
    }

    @Test
    void hasNothingCutInTheMiddleOfACharacter() throws IOException {
        tiny().writeTo(folder);
        byte[] whole = "language: en\nname: ü".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("tiny/1/en.yaml"), Arrays.copyOf(whole, whole.length - 1));

        refusal(folder, "tiny").hasMessageEndingWith("en.yaml, line 2: A character here is not in UTF-8.");
    }

    @Test
    void hasNoCharacterThatCannotBeSeen() {
        refuses(tiny().with(WORDS, "name: Ease", "name: Ea\0se"))
                .hasMessageEndingWith("en.yaml, line 23: A character here cannot be seen.")
                .satisfies(remedy("Delete it, and save the file as UTF-8 text."));
    }

    @Test
    void takesAByteOrderMarkWindowsLinesAndLettersOfAllScripts() {
        var files = tiny().with(WORDS, "name: Ease", "name: Ευκολία 😌");
        var instrument = files.withFile(WORDS, "\uFEFF" + files.text(WORDS).replace("\n", "\r\n"))
                .readFrom(folder);

        assertThat(instrument.text("en").scale(instrument.scales().get(1)).name())
                .isEqualTo("Ευκολία 😌");
    }

    private AbstractThrowableAssert<?, BrokenContentException> refuses(InstrumentFiles files) {
        files.writeTo(folder);
        return refusal(folder, "tiny");
    }

    private static AbstractThrowableAssert<?, BrokenContentException> refusal(Path folder, String main) {
        return assertThat(
                        catchThrowableOfType(BrokenContentException.class, () -> TestInstruments.catalog(folder, main)))
                .as("the refusal")
                .isNotNull();
    }

    private static Consumer<BrokenContentException> remedy(String remedy) {
        return refusal -> assertThat(refusal.remedy()).isEqualTo(remedy);
    }
}

package org.threesigns.osd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.MarkedText;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.Scorer;
import org.threesigns.startup.ExitCode;

/** What is written in the published format reads back as the same questionnaire, or is refused with all that it cannot say. */
class ExportedQuestionnaireTests {

    private static final Path OTHERS = Path.of("src/test/resources/other-instruments");
    private static final Path SHIPPED = Path.of("src/main/resources/instruments");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"follow-up", "mixed", "shuffled", "two-ways", "unscored", "weights", "worry"})
    void asksAndScoresTheSameWhenItIsReadBack(String id) throws IOException {
        Instrument before = InstrumentCatalog.readOne(OTHERS.resolve(id).resolve("1"));

        Instrument after = readBack(ExportedQuestionnaire.of(before).content(), folder);

        assertThat(after.languages()).isEqualTo(before.languages());
        assertThat(questions(after)).isEqualTo(questions(before));
        var random = new Random(1);
        for (int sheet = 0; sheet < 200; sheet++) {
            Responses responses = answers(before, random);
            assertThat(scores(after, responses)).isEqualTo(scores(before, responses));
        }
    }

    /** Every question with its answers, in every language, and in which part it is shuffled. */
    private static List<String> questions(Instrument instrument) {
        return instrument.languages().stream()
                .sorted()
                .flatMap(language -> instrument.parts().stream()
                        .flatMap(part -> part.items().stream().map(item -> describe(instrument, language, part, item))))
                .toList();
    }

    private static String describe(Instrument instrument, String language, Part part, Item item) {
        var text = instrument.text(language);
        List<String> options = item.responseScale().options().stream()
                .map(option -> option.value() + " " + text.option(option))
                .toList();
        return "%s %s %s %s %s %s"
                .formatted(language, item.id(), text.item(item, Wording.CURRENT), options, part.random(), values(item));
    }

    /** What has to be answered before it; keys of options may differ. */
    private static List<String> values(Item item) {
        return item.condition().answers().entrySet().stream()
                .map(needed -> needed.getKey() + ": "
                        + needed.getValue().stream().map(ResponseOption::value).toList())
                .toList();
    }

    private static Responses answers(Instrument instrument, Random random) {
        Responses responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            int option = random.nextInt(-1, item.responseScale().options().size());
            responses = option < 0 ? responses : responses.with(item, option);
        }
        return responses.whereAsked(instrument);
    }

    private static List<String> scores(Instrument instrument, Responses responses) {
        var text = instrument.text(instrument.defaultLanguage());
        return Scorer.score(instrument, responses).scales().stream()
                .map(score -> "%s %s %s/%s %s"
                        .formatted(
                                score.scale().id(),
                                text.scale(score.scale()).name(),
                                score.isScored() ? score.numerator() : "",
                                score.isScored() ? score.denominator() : "",
                                score.band().map(text.scale(score.scale())::band)))
                .toList();
    }

    @Test
    void givesTheSameInstrumentAgainThatCameFromTheFormat() throws IOException {
        Instrument first = readBack(Files.readString(Path.of("src/test/resources/osd/days.osd")), folder);

        Instrument again = readBack(ExportedQuestionnaire.of(first).content(), folder);

        assertThat(again).isEqualTo(first);
    }

    /** A text stands above the questions of its part alone, although the next part has none. */
    @Test
    void keepsPartsApartThatHaveNoText() throws IOException {
        String days = Files.readString(Path.of("src/test/resources/osd/days.osd"))
                .replace("\"text_key\": \"later\", \"type\": \"section\"", "\"type\": \"section\"")
                .replace(", \"question_head\": \"head\"", "")
                .replace("\"random_group\": 1", "\"random_group\": 0");
        Instrument first = readBack(days, folder);
        assertThat(first.parts()).hasSize(2);

        assertThat(readBack(ExportedQuestionnaire.of(first).content(), folder)).isEqualTo(first);
    }

    /** Two groups that are shuffled each for itself stay two. */
    @Test
    void keepsShuffledPartsApart() throws IOException {
        String days = Files.readString(Path.of("src/test/resources/osd/days.osd"))
                .replace(", \"question_head\": \"head\"", "")
                .replace("{\"id\": \"later\", \"text_key\": \"later\", \"type\": \"section\"},", "")
                .replace(
                        "\"text_key\": \"third\", \"type\": \"likert\"",
                        "\"text_key\": \"third\", \"type\": \"likert\", \"random_group\": 2");
        Instrument first = readBack(days, folder);
        assertThat(first.parts()).extracting(Part::random).containsExactly(true, true, false);

        assertThat(readBack(ExportedQuestionnaire.of(first).content(), folder)).isEqualTo(first);
    }

    @Test
    void saysAllThatOfThreeSignsItCannotSay() throws IOException {
        Instrument instrument = InstrumentCatalog.readOne(SHIPPED.resolve("three-signs/1"));

        assertThatThrownBy(() -> ExportedQuestionnaire.of(instrument))
                .isInstanceOf(UnsupportedFeatureException.class)
                .message()
                .contains(
                        "wordings: questions in two wordings",
                        "safety: a question that may stay open",
                        "scale distance: no score of fewer than ",
                        "scale distance: bands that begin where the one before ends",
                        "scale distance: a name in several languages",
                        "en.yaml, summary: one in several languages");
    }

    @Test
    void saysSoOfTheOtherQuestionnaireOfOurs() throws IOException {
        assertThat(run(SHIPPED.resolve("at-ease/1"), folder)).isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8))
                .startsWith("Nothing was converted, because a file of the format cannot say:\n  wordings: ")
                .contains("bands that begin");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            instrument.yaml | {id: sleep, score: sum} | {id: sleep, score: sum, minimum-answered: 2} | scale sleep: no score of fewer than 2 answers
            instrument.yaml | {id: sleep, score: sum} | {id: sleep, bands: [{id: all, from: 0, to: 5}]} | scale sleep: bands that begin
            instrument.yaml | default-language: en | default-language: de | default-language: another one than en
            instrument.yaml | {id: sleep, score: sum} | {id: sleep, labels: [{id: all, from: 0, to: 9}], labels-source: B. Author} | scales: labels of several sources
            en.yaml | m1: How well did you sleep? | m1: How {well} did you sleep? | en.yaml, item m1: '{well}', which is no plain text there
            en.yaml | very: Very well | very: "<b>Very</b> well" | en.yaml, option very: '<b>', which is no plain text there
            de.yaml | sleep: {name: Poor sleep} | sleep: {name: Schlaf} | scale sleep: a name in several languages
            de.yaml | {rough: rough, fair: fair} | {rough: rauh, fair: fair} | scale days, rough: a label in several languages
            de.yaml | name: Nights and days | name: Tag und Nacht | en.yaml, name: one in several languages
            """)
    void refusesWhatWouldBeAskedOrScoredOtherwise(String file, String replace, String by, String why)
            throws IOException {
        Path version = copyOfMixed();
        change(version.resolve(file), replace.strip(), by.strip());
        if (by.contains("labels:")) {
            change(version.resolve("en.yaml"), "{name: Poor sleep}", "{name: Poor sleep, labels: {all: all}}");
            change(version.resolve("de.yaml"), "{name: Poor sleep}", "{name: Poor sleep, labels: {all: all}}");
        } else if (by.contains("bands:")) {
            change(version.resolve("en.yaml"), "{name: Poor sleep}", "{name: Poor sleep, bands: {all: all}}");
            change(version.resolve("de.yaml"), "{name: Poor sleep}", "{name: Poor sleep, bands: {all: all}}");
        }

        assertThat(run(version, folder.resolve("out"))).isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8)).contains("  " + why).hasLineCount(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void writesEveryLanguageAndSaysWhatItLeavesOut() throws IOException {
        Path version = copyOfMixed();
        change(
                version.resolve("instrument.yaml"),
                "licence: CC0",
                "licence: CC0\ncareless: {identical-run: 5, seconds-per-item: 1}");
        Files.writeString(version.resolve("guidance.en.yaml"), "language: en");
        change(version.resolve("de.yaml"), "How well did you sleep?", "Wie gut haben Sie geschlafen?");

        assertThat(run(version, folder)).isEqualTo(ExitCode.DONE);
        assertThat(printed.toString(UTF_8).lines())
                .containsExactly(
                        "Wrote " + folder.resolve("mixed.osd"),
                        "Left out: when answers look unread",
                        "Left out: the guidance");
        Instrument again = readBack(Files.readString(folder.resolve("mixed.osd")), folder);
        assertThat(again.text("de").item(again.items().get(0), Wording.CURRENT))
                .isEqualTo("Wie gut haben Sie geschlafen?");
    }

    /** A stressed word stays stressed, there and back. */
    @Test
    void keepsMarkUp() throws IOException {
        Instrument before = InstrumentCatalog.readOne(Path.of("src/test/resources/marked/marked/1"));
        Path version = Files.createDirectories(folder.resolve("marked/1"));
        for (String name : List.of("instrument.yaml", "en.yaml")) {
            Files.copy(Path.of("src/test/resources/marked/marked/1").resolve(name), version.resolve(name));
        }
        assertThat(new UnsupportedFeatures(before).refused())
                .containsExactly("en.yaml, option often: '<b>', which is no plain text there");
        change(version.resolve("en.yaml"), "<b>Often</b>", "Often");
        before = InstrumentCatalog.readOne(version);

        Instrument after = readBack(ExportedQuestionnaire.of(before).content(), folder);

        for (int item = 0; item < before.items().size(); item++) {
            assertThat(marked(after, item).blocks())
                    .isEqualTo(marked(before, item).blocks());
        }
        assertThat(after.text("en").instructions(Wording.CURRENT).markUp())
                .isEqualTo(before.text("en").instructions(Wording.CURRENT).markUp() + " To begin");
    }

    private static MarkedText marked(Instrument instrument, int item) {
        return instrument.text("en").markedItem(instrument.items().get(item), Wording.CURRENT);
    }

    @Test
    void saysThatItLeavesNormsOut() throws IOException {
        Instrument instrument = InstrumentCatalog.readOne(Path.of("src/test/resources/authoring/tiny/1"));

        assertThat(new UnsupportedFeatures(instrument).leftOut()).contains("the norms of published samples");
    }

    @Test
    void overwritesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("worry.osd"), "mine");

        assertThat(run(OTHERS.resolve("worry/1"), folder)).isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8)).isEqualTo("Nothing was converted: there is already a file " + file + "\n");
        assertThat(file).hasContent("mine");
    }

    @Test
    void saysEverythingThatIsWrongInTheFolder() throws IOException {
        Path version = copyOfMixed();
        change(version.resolve("instrument.yaml"), "licence: CC0", "licence:");
        change(version.resolve("en.yaml"), "name: Nights and days", "title: Nights and days");

        assertThat(run(version, folder.resolve("out"))).isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8))
                .startsWith("Nothing was converted, because the questionnaire is broken:\n")
                .contains("instrument.yaml, line 5: Here a text is expected.", "'title' is not known here.");
    }

    @Test
    void saysThatAFolderIsNoneOfAVersion() throws IOException {
        assertThat(run(OTHERS.resolve("mixed"), folder)).isEqualTo(ExitCode.REFUSED);
        assertThat(printed.toString(UTF_8)).contains("mixed/instrument.yaml: The file cannot be read.");
    }

    private Path copyOfMixed() throws IOException {
        Path version = Files.createDirectories(folder.resolve("ours/mixed/1"));
        for (String name : List.of("instrument.yaml", "en.yaml")) {
            Files.copy(OTHERS.resolve("mixed/1").resolve(name), version.resolve(name));
        }
        Files.writeString(
                version.resolve("de.yaml"),
                Files.readString(version.resolve("en.yaml")).replace("language: en", "language: de"));
        return version;
    }

    private static void change(Path file, String original, String replacement) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(original);
        Files.writeString(file, text.replace(original, replacement));
    }

    static Instrument readBack(String osd, Path folder) throws IOException {
        Path fresh = Files.createTempDirectory(folder, "read");
        return InstrumentCatalog.readOne(QuestionnaireConverter.convert(OsdDefinition.parse(osd, Map.of()))
                .writeTo(fresh));
    }

    private ExitCode run(Path file, Path target) {
        return ConvertCommand.run(
                new PrintStream(printed, true, UTF_8),
                "--three-signs.convert.file=" + file,
                "--three-signs.convert.to=" + target);
    }
}

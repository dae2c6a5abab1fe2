package org.threesigns.osd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.Scorer;

/** Grids, boxes to tick and answers with texts for values, from the format and back. */
class ConvertedBoxesTests {

    private static final Path TICKS = Path.of("src/test/resources/osd/ticks.osd");
    private static final Path BOXES = Path.of("src/test/resources/other-instruments/boxes/1");

    @TempDir
    private Path folder;

    @Test
    void areItemsOfPartsOfTheirOwn() throws IOException {
        Instrument instrument = read(ticks());
        var text = instrument.text("en");

        assertThat(instrument.parts())
                .extracting(part -> part.items().toString())
                .containsExactly(
                        "[work]",
                        "[tired_1, tired_2, tired_3]",
                        "[left_1, left_2]",
                        "[help_1, help_-77, help_talk]",
                        "[where_home, where_out]",
                        "[last]");
        assertThat(instrument.parts())
                .extracting(part -> text.part(part).text().map(Object::toString).isPresent())
                .containsExactly(false, true, true, false, false, false);
        assertThat(text.part(instrument.parts().get(1)).text().orElseThrow().markUp())
                .isEqualTo("Think of last week. How <b>tired</b> were you?");
        assertThat(values(instrument, "tired_2")).containsExactly(1, 2, 5);
        assertThat(values(instrument, "last")).containsExactly(0, 4);
        assertThat(text.item(item(instrument, "help_-77"), Wording.CURRENT)).isEqualTo("What helped? To rest");
        assertThat(text.question(instrument.parts().get(3), Wording.CURRENT).markUp())
                .isEqualTo("What <i>helped</i>?");
        assertThat(item(instrument, "help_talk").condition()).hasToString("tired_2 a2-2|a2-3");
    }

    @Test
    void haveWholeNumbersForTextsThatCountOnNoScoreAndSaySo() throws IOException {
        var scale = OsdDefinition.parse(ticks(), Map.of());
        Instrument instrument = read(ticks());

        assertThat(QuestionnaireConverter.convert(scale).leftOut())
                .containsExactly(
                        "the values of the answers to work, left_1, left_2, which count on no score and are no whole numbers; they are 1, 2, … in the order shown");
        assertThat(values(instrument, "work")).containsExactly(1, 2, 3);
        assertThat(item(instrument, "left_1").condition()).hasToString("work a2");
        assertThat(QuestionnaireConverter.convert(scale).files().get("instrument.yaml"))
                .contains("# Left out: the values of the answers to work", "# To look at: boxes such as");
    }

    @Test
    void countOnTheirScoresByTheValuesOfTheColumns() throws IOException {
        Instrument instrument = read(ticks());
        var responses = Responses.allSkipped(instrument.items().size())
                .with(item(instrument, "tired_1"), 2)
                .with(item(instrument, "tired_3"), 0)
                .with(item(instrument, "last"), 1);

        assertThat(Scorer.score(instrument, responses).scales().get(0).rounded(0))
                .isEqualByComparingTo("14");
    }

    @Test
    void areTheSameWhenTheyAreWrittenAndReadAgain() throws IOException {
        Instrument first = read(ticks());

        String again = ExportedQuestionnaire.of(first).content();

        assertThat(ExportedQuestionnaireTests.readBack(again, folder)).isEqualTo(first);
        assertThat(again).contains("\"multicheck\"", "\"value\" : \"-77\"").doesNotContain("☑");
    }

    /** A page of the format names a grid or a question with boxes, and not its rows. */
    @Test
    void standOnThePagesOfTheFile() throws IOException {
        String paged = ticks().replace("\"scoring\": {", """
                "pages": [{"id": "a", "items": ["intro", "work", "tired", "left", "help"]}, {"id": "b", "items": ["where", "last"]}],
                "scoring": {""");

        assertThat(read(paged).parts()).isEqualTo(read(ticks()).parts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "min_selected": 1|"min_selected": 2|item help: a limit to how many boxes are ticked
            "min_selected": 1|"max_selected": 2|item help: a limit to how many boxes are ticked
            "min_selected": 1|"validation": {"max_selected": 1}|item help: a limit to how many boxes are ticked
            "min_selected": 1|"randomize_options": true|item help: 'randomize_options'
            {"value": 1, "text_key": "walk"}|{"value": 1, "text_key": "walk", "exclusive": true}|item help: 'exclusive'
            {"value": 1, "text_key": "walk"}|{"value": -77, "text_key": "walk"}|item help: boxes without a value of their own
            {"value": 1, "text_key": "walk"}|{"text_key": "walk"}|item help: boxes without a value of their own
            ["home", "out"]|["home"]|item where: one box to tick alone
            "last": 1}|"help": 1}|item help: boxes to tick that count on a score
            "last": 1}|"tired": 1}|score strain: an item that is not asked (tired)
            "last": 1}|"left_1": 1}|item left_1: options without a whole number
            ["r_legs", "r_eyes"]|[{"text_key": "r_legs"}]|item left: a row that is no key of a text
            "optional_rows"|"row_images"|item tired: 'row_images'
            {"value": 4, "text_key": "often"}]|{"value": 4, "text_key": "often"}], "visible_when": {"item": "help", "operator": "in", "value": [1]}|item last: a condition on help, which is no earlier question with a list of answers
            """)
    void areRefusedByNameWhereTheyCannotBeAsked(String replace, String by, String why) throws IOException {
        assertThat(ticks()).contains(replace);
        String changed = ticks().replace(replace, by);

        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> read(changed))
                .withMessage(why);
    }

    /** At least one tick is what is asked of everybody anyway. */
    @Test
    void takeLimitsThatLimitNothing() throws IOException {
        assertThat(read(ticks().replace(
                                        "\"min_selected\": 1",
                                        "\"validation\": {\"min_selected\": 0, \"max_selected\": 3}"))
                        .items())
                .hasSize(12);
    }

    @Test
    void sayWhatOfOursTheFormatCannotSay() throws IOException {
        assertThat(new UnsupportedFeatures(InstrumentCatalog.readOne(BOXES)).refused())
                .containsExactly(
                        "part signs: boxes that count on a score",
                        "part help: a box that is there after some answers only",
                        "item head-often: a condition on a box",
                        "item head-feared: a condition on a box",
                        "item h_pills: a condition on a box");
        assertThat(new UnsupportedFeatures(read(ticks())).leftOut())
                .contains("the words for a box that is ticked or left open");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            where_home|at_home|part part-5: boxes whose keys do not begin with one key of their own and '_'
            value: 0\\n    - id: a4-2\\n      value: 1|value: 1\\n    - id: a4-2\\n      value: 0|part part-5: boxes that count other than 0 and 1
            - id: part-5|- order: random\\n  id: part-5|part part-5: boxes in random order
            """)
    void sayWhatElseItCannotSay(String replace, String by, String why) throws IOException {
        Path version = QuestionnaireConverter.convert(OsdDefinition.parse(ticks(), Map.of()))
                .writeTo(folder);
        for (String name : List.of("instrument.yaml", "en.yaml")) {
            Path file = version.resolve(name);
            Files.writeString(
                    file, Files.readString(file).replace(replace.replace("\\n", "\n"), by.replace("\\n", "\n")));
        }

        assertThat(new UnsupportedFeatures(InstrumentCatalog.readOne(version)).refused())
                .contains(why);
    }

    private Instrument read(String osd) throws IOException {
        return ExportedQuestionnaireTests.readBack(osd, folder);
    }

    private static String ticks() throws IOException {
        return Files.readString(TICKS);
    }

    private static Item item(Instrument instrument, String id) {
        return instrument.item(id).orElseThrow();
    }

    private static List<Integer> values(Instrument instrument, String item) {
        return item(instrument, item).responseScale().options().stream()
                .map(ResponseOption::value)
                .toList();
    }
}

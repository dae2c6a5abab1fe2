package org.threesigns.osd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.InputType;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;

/** Sliders and numbers of a converted questionnaire. */
class ConvertedNumbersTests {

    private static final Path PAINS = Path.of("src/test/resources/osd/pains.osd");
    private static final Path IN_NUMBERS = Path.of("src/test/resources/other-instruments/in-numbers/1");

    @TempDir
    private Path folder;

    @Test
    void areRangesWithTheWordsOfTheFile() throws IOException {
        Instrument pains = read(pains());

        assertThat(pains.items())
                .extracting(item -> item.id() + " " + described(item.responseScale()))
                .containsExactly(
                        "now SLIDER 0 100",
                        "worst SLIDER 1 100",
                        "hours NUMBER 0 24",
                        "age NUMBER 18 120",
                        "help CHOICE 0 1");
        assertThat(pains.item("age").orElseThrow().scored()).isFalse();
        assertThat(anchor(pains, "now", 0)).isEqualTo("no pain");
        assertThat(anchor(pains, "now", 50)).isEmpty();
        assertThat(anchor(pains, "worst", 50)).isEqualTo("some pain");
        assertThat(anchor(pains, "worst", 100)).isEqualTo("the worst pain");
        assertThat(pains.item("help").orElseThrow().condition()).hasToString("now 31..100, hours 1..2|7");
    }

    private static String described(ResponseScale scale) {
        return "%s %s %s".formatted(scale.input(), scale.lowest(), scale.highest());
    }

    private static String anchor(Instrument instrument, String item, int number) {
        return instrument
                .text("en")
                .anchor(instrument.item(item).orElseThrow().responseScale(), ResponseOption.number(number))
                .orElse("");
    }

    @Test
    void leaveOpenTextOut() throws IOException {
        assertThat(QuestionnaireConverter.convert(OsdDefinition.parse(pains(), Map.of()))
                        .leftOut())
                .containsExactly(
                        "the question why, which asks for text, or a number without limits, and counts on no score");
    }

    @Test
    void areTheSameWhenTheyAreWrittenAndReadAgain() throws IOException {
        Instrument pains = read(pains());

        assertThat(read(ExportedQuestionnaire.of(pains).content())).isEqualTo(pains);
    }

    /** The only answers there are have no name, in the words neither. */
    @Test
    void canBeTheOnlyAnswers() throws IOException {
        String file = pains();
        String only = file.substring(0, file.indexOf("   {\"id\": \"worst\""))
                        .stripTrailing()
                        .replaceFirst(",$", "],")
                + file.substring(file.indexOf("  \"scoring\"")).replace(", \"worst\": -1, \"hours\": 1", "");

        Instrument instrument = read(only);

        assertThat(instrument.responseScales())
                .singleElement()
                .satisfies(scale -> assertThat(scale.input()).isEqualTo(InputType.SLIDER));
        assertThat(anchor(instrument, "now", 100)).isEqualTo("the worst pain");
        assertThat(read(ExportedQuestionnaire.of(instrument).content())).isEqualTo(instrument);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "min": 0, "max": 100, |"min": 0, |item now: numbers other than up to 1001 whole ones
            "min": 0, "max": 100, |"min": 0, "max": 1.5, |item now: numbers other than up to 1001 whole ones
            "min": 0, "max": 100, |"min": 100, "max": 0, |item now: numbers other than up to 1001 whole ones
            "min": 0, "max": 100, |"min": 0, "max": 5000, |item now: numbers other than up to 1001 whole ones
            , "max_label": "worst"||item now: a slider without words for both ends
            {"value": 1, "label": "none"}, ||item worst: a slider without words for both ends
            "orientation": "vertical"|"ticks": 5|item worst: 'ticks'
            "number_max": 24, |"number_max": 24, "pattern": "[0-9]", |item hours: 'pattern'
            "number_max": 24, ||item help: a condition on hours, which is no earlier question with a list of answers
            """)
    void areRefusedWhereTheyAreNoWholeNumbersWithLimits(String replace, String by, String why) throws IOException {
        String file = pains();
        assertThat(file).contains(replace);

        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> read(file.replace(replace, by == null ? "" : by)))
                .withMessage(why);
    }

    @Test
    void inStepsAndWithWordsThatTheFormatHasNoPlaceForAreRefused() throws IOException {
        Instrument inNumbers = InstrumentCatalog.readOne(IN_NUMBERS);

        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> ExportedQuestionnaire.of(inNumbers))
                .withMessage("options change: numbers in steps\noptions change: words for numbers that are written");
    }

    private Instrument read(String file) throws IOException {
        return ExportedQuestionnaireTests.readBack(file, folder);
    }

    private static String pains() throws IOException {
        return Files.readString(PAINS);
    }
}

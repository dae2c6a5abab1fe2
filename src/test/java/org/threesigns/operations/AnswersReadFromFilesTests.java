package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.Responses;

/** Values in a file belong to the options of their question. */
class AnswersReadFromFilesTests {

    private static final Instrument MIXED = other("mixed");
    private static final Instrument FOLLOW_UP = other("follow-up");

    private final ImportRowParser rows = new ImportRowParser(
            MIXED, "en", YearMonth.of(2026, 10), List.of("month", "m1", "m2", "m3", "m4", "m5", "m6"));

    @ParameterizedTest
    @CsvSource({"5|0|0|1|4|2, 000231", "3|1|2|5|1|0, 111010", "1||0|3|0|2, 2-0101"})
    void areThoseOfTheQuestionAndOfTwoAlikeTheFirst(String cells, String responses) {
        var row = List.of(("2026-01|" + cells).split("\\|", -1));

        assertThat(rows.result(row).responses().encoded()).isEqualTo(responses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2|0|0|1|4|2", "5|2|0|1|4|2", "5|0|1|1|4|2", "5|0|0|1|4|5"})
    void areRefusedWhereAnotherQuestionHasThem(String cells) {
        var row = List.of(("2026-01|" + cells).split("\\|", -1));

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> rows.result(row))
                .withMessageContaining("is none of the values");
    }

    /** The export writes -9999 for what was not asked; other systems leave the cell empty. */
    @ParameterizedTest
    @CsvSource({
        "0|-9999|-9999|0|-9999|-9999|2, 0..1..2",
        "0||||||2, 0..-..2",
        "2|2|1|1|NA|2.0|0, 2200-20",
        "2|0|-9999.0|0|||1, 20.1..1",
        "1|||0|||, 1-.1..-",
    })
    void areNotAskedForWhereTheOtherAnswersLeaveThemOut(String cells, String responses) {
        assertThat(followUp(cells)).isEqualTo(responses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0|1|||||2; column f2: '1' answers what is not asked after the other answers (f1 sometimes|often)",
                "2|1|0|0|||2; column f3: '0' answers what is not asked after the other answers (f2 often)",
                "2|1|-9999|1|0|-9999|2; column f6: '-9999' says that it was not asked, and the other answers that it was",
                "-9999|||0|||2; column f1: '-9999' is none of the values 0, 1, 2"
            })
    void areRefusedWhereTheyContradictWhatIsAsked(String cells, String why) {
        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> followUp(cells))
                .withMessage(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "25|0|0||0|0; column n1: '25' is no whole number from 0 to 24",
                "7.5|0|0||0|0; column n1: '7.5' is no whole number from 0 to 24",
                "1e1|0|0||0|0; column n1: '1e1' is no whole number from 0 to 24",
                "7|-1|0||0|0; column n2: '-1' is no whole number from 0 to 100",
                "7|0|0||3|0; column n5: '3' is no whole number from -10 to 10 in steps of 5",
                "7|0|0|1|0|0; column n4: '1' answers what is not asked after the other answers (n1 9..24, n2 50..100)"
            })
    void areRefusedWhereTheyAreNoneOfTheNumbers(String cells, String why) {
        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> inNumbers(cells))
                .withMessage(why);
    }

    @Test
    void areNumbersBeyondWhatALetterStandsFor() {
        assertThat(inNumbers("24|100|36|1|-5|3.0").encoded()).isEqualTo("o\u0140\u0100013");
    }

    private static Responses inNumbers(String cells) {
        var rows = new ImportRowParser(
                other("in-numbers"),
                "en",
                YearMonth.of(2026, 10),
                List.of("month", "n1", "n2", "n3", "n4", "n5", "n6"));
        return rows.result(List.of(("2026-01|" + cells).split("\\|", -1))).responses();
    }

    private static String followUp(String cells) {
        var rows = new ImportRowParser(
                FOLLOW_UP, "en", YearMonth.of(2026, 10), List.of("month", "f1", "f2", "f3", "f4", "f5", "f6", "f7"));
        return rows.result(List.of(("2026-01|" + cells).split("\\|", -1)))
                .responses()
                .encoded();
    }

    private static Instrument other(String id) {
        return TestInstruments.catalog(Path.of("src/test/resources/other-instruments"), id)
                .main();
    }
}

package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;

/** Values in a file belong to the options of their question. */
class AnswersReadFromFilesTests {

    private static final Instrument MIXED = TestInstruments.catalog(
                    Path.of("src/test/resources/other-instruments"), "mixed")
            .main();

    private final ImportedRows rows =
            new ImportedRows(MIXED, "en", YearMonth.of(2026, 10), List.of("month", "m1", "m2", "m3", "m4", "m5", "m6"));

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
}

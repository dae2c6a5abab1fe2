package org.threesigns.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;

/** When answers look unread: 12 identical ones in a row, or less than 2 seconds for each of the 27 items. */
class CarelessRespondingTests {

    private static final String VARIED = "012340123401234012340123401";

    private final Instrument instrument = TestInstruments.threeSigns();

    @ParameterizedTest
    @CsvSource({
        "012340123401234012340123401,  1",
        "111111111110123401234012340, 11",
        "111111111111012340123401234, 12",
        "012340123401234222222222222, 12",
        "111111-11111-01234012340123, 11", // skips inside neither break nor lengthen a run
        "11111-111-1111-012340123401, 12",
        "111111111110111111111110123, 11", // two runs of 11
        "------1---------------1----,  2",
        "---------------------------,  0",
        "222222222222222222222222222, 27",
    })
    void theLongestRunIsCountedInItemOrder(String encoded, int run) {
        var responses = new Responses(encoded);

        assertThat(CarelessResponding.longestRun(instrument, responses)).isEqualTo(run);
        assertThat(CarelessResponding.suspected(instrument, responses, Optional.empty()))
                .isEqualTo(run >= 12);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "53999, true", "54000, false", "54001, false", "86400000, false"})
    void nobodyReadsAnItemInLessThanTwoSeconds(long milliseconds, boolean suspected) {
        var time = Optional.of(Duration.ofMillis(milliseconds));

        assertThat(CarelessResponding.suspected(instrument, new Responses(VARIED), time))
                .isEqualTo(suspected);
    }

    @Test
    void slowAnswersCanBeUnreadToo() {
        assertThat(CarelessResponding.suspected(
                        instrument, new Responses("2".repeat(27)), Optional.of(Duration.ofHours(1))))
                .isTrue();
    }

    /** Everybody leaves most boxes open, so only what is asked by itself says anything; the question with them is one to read. */
    @Test
    void boxesThatAreLeftOpenSayNothing() {
        Instrument boxes = TestInstruments.catalog(Path.of("src/test/resources/other-instruments"), "boxes")
                .main();
        var nothingFits = new Responses("00000.000..");

        assertThat(CarelessResponding.longestRun(boxes, nothingFits)).isEqualTo(2);
        assertThat(nothingFits.questionsAsked(boxes)).isEqualTo(4);
    }
}

package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.ResponseCounts;

class PairViewTest {

    @Test
    void claimsNothingOfACorrelationWhoseIntervalIncludesZero() {
        var instrument = InstrumentShapes.forward(5, 4, 4);
        var few = InstrumentShapes.group(instrument, new Random(4), 12);
        var statistics = new InstrumentStatistics(ResponseCounts.of(instrument, few))
                .pairs()
                .get(0);

        assertThat(statistics.interval().orElseThrow().holdsZero()).isTrue();
        assertThat(new PairView(statistics, "One", "Another").words())
                .isEqualTo("The interval includes 0: these results do not show that they go together.");
    }

    @Test
    void saysWhyThereIsNoCorrelationWithoutErrorWhereAlphaIsNegative() {
        var pullingApart = Stream.of("100110", "010001", "001111")
                .flatMap(answers -> Collections.nCopies(100, new Responses(answers)).stream());
        var all = Stream.concat(pullingApart, Collections.nCopies(3, new Responses("111000")).stream());
        var statistics = new InstrumentStatistics(ResponseCounts.of(InstrumentShapes.forward(2, 3, 3), all.toList()));

        var pair = new PairView(statistics.pairs().get(0), "One", "Another");

        assertThat(pair.withoutError()).isEqualTo("none: alpha is not above 0 on both");
    }

    /** The questions of one are those of the other, and hardly agree with each other: r is 1, and alpha 1/3. */
    @Test
    void saysThatNoCorrelationIsAboveOne() {
        var all = Stream.of("0000", "0000", "0000", "1111", "1111", "1111", "0101", "0101", "1010", "1010")
                .flatMap(answers -> Collections.nCopies(30, new Responses(answers)).stream());
        var statistics = new InstrumentStatistics(ResponseCounts.of(InstrumentShapes.forward(2, 2, 2), all.toList()));

        var pair = new PairView(statistics.pairs().get(0), "One", "Another");

        assertThat(pair.withoutError()).isEqualTo("3.00");
        assertThat(pair.words()).startsWith("Without error, r would be above 1");
    }
}

package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.InputType;
import org.threesigns.instrument.ResponseScale;

/** Numbers that stand together in a histogram. */
class AnswerClassTests {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 2, 0, 1",
        "0, 20, 1, 21, 0, 20",
        "0, 21, 1, 11, 0_to_1, 20_to_21",
        "0, 24, 1, 13, 0_to_1, 24",
        "0, 100, 1, 21, 0_to_4, 100",
        "1, 100, 1, 20, 1_to_5, 96_to_100",
        "-10, 10, 5, 5, -10, 10",
        "0, 1000, 1, 21, 0_to_49, 1000",
        "-1000, 1000, 2, 21, -1000_to_-902, 1000"
    })
    void areOfARoundWidth(int from, int to, int step, int count, String first, String last) {
        List<AnswerClass> classes = AnswerClass.of(numbers(from, to, step));

        assertThat(classes).hasSize(count);
        assertThat(classes.get(0).key()).isEqualTo(first);
        assertThat(classes.get(count - 1).key()).isEqualTo(last);
    }

    @Test
    void holdEveryNumberOnce() {
        for (int to = 1; to < ResponseScale.MOST_NUMBERS; to++) {
            ResponseScale scale = numbers(0, to, 1);
            List<AnswerClass> classes = AnswerClass.of(scale);

            assertThat(classes).hasSizeLessThanOrEqualTo(21);
            assertThat(classes.stream()
                            .flatMap(each -> IntStream.rangeClosed(each.from(), each.to())
                                    .boxed()))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(0, to).boxed().toList());
        }
    }

    private static ResponseScale numbers(int from, int to, int step) {
        return ResponseScale.numbers("any", InputType.NUMBER, from, to, step);
    }
}

package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Transform.Operation;
import org.threesigns.instrument.Transform.Step;

class TransformTests {

    @ParameterizedTest
    @CsvSource({
        "7, 3, 'SUBTRACT 1, DIVIDE 4, MULTIPLY 100', 100, 3",
        "3, 1, 'DIVIDE 3', 1, 1",
        "1, 3, 'MULTIPLY 0.3', 1, 10",
        "20, 3, 'SUBTRACT 67.9, DIVIDE 15.55, MULTIPLY 10, ADD 50', 9910, 933",
        "5, 2, 'DIVIDE -2', -5, 4",
        "5, 2, 'MULTIPLY -1, ADD 6', 7, 2"
    })
    void followsItsStepsExactly(int sum, int count, String steps, long numerator, long denominator) {
        Transform transform = Transform.NONE;
        for (String step : List.of(steps.split(", ", -1))) {
            String[] words = step.split(" ", -1);
            transform = transform.then(new Step(Operation.valueOf(words[0]), new BigDecimal(words[1])));
        }

        assertThat(transform.numerator(sum, count) * denominator).isEqualTo(numerator * transform.denominator(count));
        assertThat(transform.denominator(count)).isPositive();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isWhatDecimalsGiveStepByStep(long seed) {
        var random = new Random(seed);
        List<Operation> operations = List.of(Operation.values());
        Transform transform = Transform.NONE;
        BigDecimal score = BigDecimal.valueOf(random.nextInt(50));
        int raw = score.intValueExact();
        for (int step = 0; step <= random.nextInt(4); step++) {
            Operation operation = operations.get(random.nextInt(4));
            var value = BigDecimal.valueOf(1 + random.nextInt(30), random.nextInt(2));
            transform = transform.then(new Step(operation, value));
            score = switch (operation) {
                case ADD -> score.add(value);
                case SUBTRACT -> score.subtract(value);
                case MULTIPLY -> score.multiply(value);
                case DIVIDE -> score.divide(value, MathContext.DECIMAL128);
            };
        }

        assertThat((double) transform.numerator(raw, 1) / transform.denominator(1))
                .isCloseTo(score.doubleValue(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"MULTIPLY, 0", "DIVIDE, 0.00", "ADD, 100001", "DIVIDE, 0.000001", "MULTIPLY, 1e9"})
    void refusesWhatLeavesNothingOrMakesLongNumbers(Operation operation, BigDecimal value) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Transform.NONE.then(new Step(operation, value)));
    }
}

package org.threesigns.instrument;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the mean or sum of a scale into its score: {@code (raw · factor + shift) / divisor}, exactly.
 *
 * @param steps as an author writes them, in order
 * @param factor not 0
 * @param divisor above 0
 */
public record Transform(List<Step> steps, long factor, long shift, long divisor) {

    /** Leaves scores as they are. */
    public static final Transform NONE = new Transform(List.of(), 1, 0, 1);

    /** With larger numbers, products of two scores could leave the range of a long. */
    static final int MOST = 100_000;

    public Transform {
        steps = List.copyOf(steps);
    }

    /** One of the steps. */
    public record Step(Operation operation, BigDecimal value) {

        @Override
        public String toString() {
            return operation.sign + " " + value.stripTrailingZeros().toPlainString();
        }
    }

    /** What a step does. */
    public enum Operation {
        ADD("+"),
        SUBTRACT("−"),
        MULTIPLY("×"),
        DIVIDE("÷");

        private final String sign;

        Operation(String sign) {
            this.sign = sign;
        }
    }

    /**
     * The same with one more step.
     *
     * @throws ArithmeticException if it divides or multiplies by 0, or the numbers become too long
     */
    Transform then(Step step) {
        var number = step.value().stripTrailingZeros();
        BigInteger over = number.scale() > 0 ? number.unscaledValue() : number.toBigIntegerExact();
        BigInteger under = BigInteger.TEN.pow(Math.max(0, number.scale()));
        return switch (step.operation()) {
            case ADD -> added(step, over, under);
            case SUBTRACT -> added(step, over.negate(), under);
            case MULTIPLY -> multiplied(step, over, under);
            case DIVIDE -> multiplied(step, under, over);
        };
    }

    private Transform added(Step step, BigInteger over, BigInteger under) {
        return reduced(
                step,
                BigInteger.valueOf(factor).multiply(under),
                BigInteger.valueOf(shift).multiply(under).add(over.multiply(BigInteger.valueOf(divisor))),
                BigInteger.valueOf(divisor).multiply(under));
    }

    private Transform multiplied(Step step, BigInteger over, BigInteger under) {
        if (over.signum() * under.signum() == 0) {
            throw new ArithmeticException("Nothing is left of the score");
        }
        return reduced(
                step,
                BigInteger.valueOf(factor).multiply(over),
                BigInteger.valueOf(shift).multiply(over),
                BigInteger.valueOf(divisor).multiply(under));
    }

    private Transform reduced(Step step, BigInteger newFactor, BigInteger newShift, BigInteger newDivisor) {
        BigInteger common = newFactor.gcd(newShift).gcd(newDivisor).multiply(BigInteger.valueOf(newDivisor.signum()));
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Transform(
                more,
                small(newFactor.divide(common)),
                small(newShift.divide(common)),
                small(newDivisor.divide(common)));
    }

    private static long small(BigInteger number) {
        if (number.abs().compareTo(BigInteger.valueOf(MOST)) > 0) {
            throw new ArithmeticException("A number of more than " + MOST);
        }
        return number.longValueExact();
    }

    public boolean isNone() {
        return steps.isEmpty();
    }

    /** Whether a higher mean or sum is a lower score. */
    public boolean falls() {
        return factor < 0;
    }

    /** Whether these make the same of every score, however their steps are written. */
    public boolean scoresLike(Transform other) {
        return factor == other.factor && shift == other.shift && divisor == other.divisor;
    }

    /** The score of the raw score {@code sum / count}, times {@link #denominator}. */
    public long numerator(int sum, int count) {
        return factor * sum + shift * count;
    }

    /** What the numerator is divided by; above 0. */
    public long denominator(int count) {
        return divisor * count;
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(joining(", "));
    }
}

package org.threesigns.instrument;

import java.math.BigDecimal;

/**
 * What an item score is multiplied by: {@code parts / unit}, exactly.
 *
 * @param parts not 0
 * @param unit 1, 10, 100 or 1000, and the same for all items of a scale, so that weighted scores add up as whole numbers
 */
public record Weight(int parts, int unit) {

    public static final Weight ONE = new Weight(1, 1);

    private static final int MOST = 1000;
    public static final int MOST_DECIMALS = 3;

    static Weight read(ContentNode node) {
        BigDecimal number = node.decimal().stripTrailingZeros();
        if (number.signum() == 0) {
            throw node.problem("With a weight of 0 the item would count nothing.", "Take it off this scale.");
        }
        if (number.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw node.problem(
                    "The weight %s is too large.".formatted(node.text()),
                    "Write one from -%s to %s.".formatted(MOST, MOST));
        }
        if (number.scale() > MOST_DECIMALS) {
            throw node.problem(
                    "The weight %s has too many decimals.".formatted(node.text()),
                    "Write at most %s.".formatted(MOST_DECIMALS));
        }
        int unit = BigDecimal.TEN.pow(Math.max(0, number.scale())).intValueExact();
        return new Weight(number.multiply(BigDecimal.valueOf(unit)).intValueExact(), unit);
    }

    /** The same in smaller parts. */
    Weight in(int smaller) {
        return new Weight(parts * (smaller / unit), smaller);
    }

    public boolean isOne() {
        return parts == unit;
    }

    /** A weighted item score, as the number that it is. */
    public BigDecimal times(int score) {
        return BigDecimal.valueOf((long) parts * score).divide(BigDecimal.valueOf(unit));
    }

    public BigDecimal decimal() {
        return times(1);
    }

    @Override
    public String toString() {
        return decimal().toPlainString();
    }
}

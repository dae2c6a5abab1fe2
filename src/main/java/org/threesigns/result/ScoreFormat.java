package org.threesigns.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.web.DatesInWords;

/**
 * Writes numbers, with a real minus sign, and dates as the readers of a language write them. Whatever is rounded is rounded
 * half up from the exact figure: a mean to one decimal for the person, to two for a professional.
 */
record ScoreFormat(Locale language) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    String forItsOwner(ScaleScore score) {
        return write(score.rounded(1));
    }

    /** As a professional reads it. */
    String exactly(ScaleScore score) {
        return write(score.rounded(2));
    }

    private String write(BigDecimal rounded) {
        return write(rounded, rounded.scale());
    }

    String whole(int number) {
        return write(BigDecimal.valueOf(number));
    }

    String twoDecimals(BigDecimal number) {
        return write(number, 2);
    }

    /** A cut between two words, as short as it is: 2.5. */
    String cut(BigDecimal number) {
        return write(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    private String write(BigDecimal number, int decimals) {
        var format = (DecimalFormat) NumberFormat.getNumberInstance(language);
        var symbols = format.getDecimalFormatSymbols();
        symbols.setMinusSign('\u2212');
        format.setDecimalFormatSymbols(symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    String date(LocalDate day) {
        return DatesInWords.of(day, language);
    }

    /** Where a score stands between the lowest and the highest, from 0 to 100, as a drawing wants it. */
    static String position(BigDecimal score, ScoreRange range) {
        return score.max(BigDecimal.valueOf(range.lowest()))
                .min(BigDecimal.valueOf(range.highest()))
                .subtract(BigDecimal.valueOf(range.lowest()))
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(range.width()), FOUR_DIGITS)
                .toPlainString();
    }
}

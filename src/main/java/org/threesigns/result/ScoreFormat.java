package org.threesigns.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.web.DatesInWords;

/**
 * Writes numbers and dates as the readers of a language write them. Whatever is rounded is rounded half up from the exact
 * figure: to one decimal for the person, to two for a professional.
 */
record ScoreFormat(Locale language) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    /** Making one takes longer than what it writes; each is copied for use, as only one thread may use it. */
    private static final Map<Style, NumberFormat> FORMATS = new ConcurrentHashMap<>();

    private record Style(Locale language, int decimals) {

        NumberFormat format() {
            var format = NumberFormat.getNumberInstance(language);
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            format.setRoundingMode(RoundingMode.HALF_UP);
            return format;
        }
    }

    /** The mean as its owner reads it. */
    String oneDecimal(ScaleScore score) {
        return write(score.mean(1), 1);
    }

    /** The mean as a professional reads it. */
    String twoDecimals(ScaleScore score) {
        return write(score.mean(2), 2);
    }

    String twoDecimals(BigDecimal number) {
        return write(number, 2);
    }

    /** A cut between two words, as short as it is: 2.5. */
    String cut(BigDecimal number) {
        return write(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    private String write(BigDecimal number, int decimals) {
        var format = (NumberFormat) FORMATS.computeIfAbsent(new Style(language, decimals), Style::format)
                .clone();
        return format.format(number);
    }

    String date(LocalDate day) {
        return DatesInWords.of(day, language);
    }

    /** Where a mean stands between the lowest and the highest, from 0 to 100, as a drawing wants it. */
    static String position(BigDecimal mean, ResponseScale range) {
        BigDecimal lowest = BigDecimal.valueOf(range.lowest());
        BigDecimal width = BigDecimal.valueOf(range.highest()).subtract(lowest);
        return mean.subtract(lowest)
                .multiply(HUNDRED)
                .divide(width, FOUR_DIGITS)
                .toPlainString();
    }
}

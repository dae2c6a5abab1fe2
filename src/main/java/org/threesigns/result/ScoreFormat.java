package org.threesigns.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.scoring.ScaleScore;

/** Writes numbers and dates as the readers of a language write them, and places scores on a bar. */
record ScoreFormat(Locale language) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    /** Making one takes longer than what it writes; each is copied for use, as only one thread may use it. */
    private static final Map<Locale, NumberFormat> TWO_DECIMALS = new ConcurrentHashMap<>();

    String mean(ScaleScore score) {
        return twoDecimals(score.mean());
    }

    String twoDecimals(BigDecimal number) {
        var format = (NumberFormat)
                TWO_DECIMALS.computeIfAbsent(language, ScoreFormat::twoDecimals).clone();
        return format.format(number);
    }

    private static NumberFormat twoDecimals(Locale language) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format;
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    /**
     * A score's bar, on the range that scores can have.
     *
     * @param value how far the score reaches, from 0 to 100
     * @param cuts where one band ends and the next begins, from 0 to 100
     */
    record Bar(String value, List<String> cuts) {

        static Bar of(ScaleScore score, ResponseScale range) {
            List<String> cuts = score.scale().bands().stream()
                    .skip(1)
                    .map(band -> position(band.from(), range))
                    .toList();
            return new Bar(position(score.mean(), range), cuts);
        }
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

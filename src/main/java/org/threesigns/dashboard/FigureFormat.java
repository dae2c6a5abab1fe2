package org.threesigns.dashboard;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.threesigns.instrument.CarelessRule;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.ScaleStatistics.Bin;
import org.threesigns.statistics.SmallGroupRule;

/** Formats figures, the same everywhere: a real minus sign, two decimals, and words if there is no figure. */
public final class FigureFormat {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final String MINUS = "\u2212";

    FigureFormat() {}

    /** With thousands separated: 12,345. */
    public static String count(long n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }

    /** The size of a group, unless it is too small to be shown. */
    public static String group(long n) {
        return n < SmallGroupRule.FEWEST ? "fewer than ten" : count(n);
    }

    /** As it is: −10. */
    static String plain(int value) {
        return plain(BigDecimal.valueOf(value));
    }

    /** With the decimals that it has: −2.5. */
    static String plain(BigDecimal value) {
        return value.toPlainString().replace("-", MINUS);
    }

    /** Two decimals: 2.77. */
    public static String two(double value) {
        String text = String.format(Locale.ENGLISH, "%.2f", Math.abs(value));
        return value < 0 && !text.equals("0.00") ? MINUS + text : text;
    }

    /** Two decimals, or a few words where there is none. */
    public static String two(Estimate estimate) {
        return estimate.isKnown() ? two(estimate.get()) : missing(estimate);
    }

    /** Whole per cent: 34 %. Below one, and not nothing: "under 1 %". */
    public static String percent(double share) {
        long whole = Math.round(share * 100);
        return share > 0 && whole == 0 ? "under 1 %" : whole + " %";
    }

    /** A range: 0.80 to 0.82. */
    public static String interval(Interval interval) {
        return two(interval.low()) + " to " + two(interval.high());
    }

    /** When answers are flagged as careless: 12 or more equal answers in a row, or less than 2 seconds a question. */
    public static String careless(CarelessRule rule) {
        return Stream.concat(
                        rule.identicalRun().map("%s or more equal answers in a row"::formatted).stream(),
                        rule
                                .secondsPerItem()
                                .map(seconds -> "less than %s seconds a question".formatted(plain(seconds)))
                                .stream())
                .collect(joining(", or "));
    }

    /** The scores of a band: 2.5 to below 3.5. */
    public static String range(ScoreBand band) {
        return "%s to %s%s".formatted(plain(band.from()), band.inclusive() ? "" : "below ", plain(band.to()));
    }

    /** The scores of a bin: 1.00 to below 1.50. The bin that ends with the highest score of complete answers holds it. */
    public static String bin(Bin bin, Scale scale) {
        int highest = scale.range().highest();
        return "%s%s to %s%s"
                .formatted(
                        bin.from() >= highest ? "above " : "",
                        two(bin.from()),
                        bin.to() >= highest ? "" : "below ",
                        two(bin.to()));
    }

    /** An interval behind its figure: (95 %: 0.80 to 0.82); nothing where there is none. */
    static String behind(Optional<Interval> interval) {
        return interval.map(ends -> " (95 %: " + interval(ends) + ")").orElse("");
    }

    /** A figure with its interval: 2.77 (2.70 to 2.84); or a few words where there is none. */
    public static String with(Estimate estimate, Optional<Interval> interval) {
        return two(estimate) + interval.map(ends -> " (" + interval(ends) + ")").orElse("");
    }

    /** An interval of a share in whole per cent: 29 to 39. */
    public static String percents(Interval interval) {
        return "%s to %s".formatted(Math.round(100 * interval.low()), Math.round(100 * interval.high()));
    }

    /** 17 March 2025. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** March 2025. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Mar 2025. */
    public static String shortMonth(YearMonth month) {
        return SHORT_MONTH.format(month);
    }

    /** The English name of a language. */
    public static String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }

    /** What the questions were about. */
    public static String wording(CountedWording wording) {
        return switch (wording) {
            case CURRENT -> "about a relationship now";
            case PAST -> "about one that is over";
            case NOT_SEPARATED -> "wording not separated";
        };
    }

    private static String missing(Estimate estimate) {
        return switch (estimate.absence().orElseThrow()) {
            case TOO_FEW -> "too few";
            case TOO_FEW_ITEMS -> "too few items";
            case NO_VARIANCE -> "all alike";
            case DIFFERENT_UNITS -> "scored differently";
            case NO_ADMISSIBLE_SOLUTION -> "no admissible solution";
        };
    }
}

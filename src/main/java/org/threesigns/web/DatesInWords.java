package org.threesigns.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes days as the readers of a language do: 3 May 2026, 3 de mayo de 2026. */
public final class DatesInWords {

    private DatesInWords() {}

    /** The day in words. English without a country is British English, in which the site is written. */
    public static String of(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.equals(Locale.ENGLISH) ? Locale.UK : language)
                .format(day);
    }
}

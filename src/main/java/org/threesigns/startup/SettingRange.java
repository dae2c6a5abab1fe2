package org.threesigns.startup;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** Refuses values of settings with which the application would start and fail later. */
public final class SettingRange {

    /** Days of a hundred years: longer than anything here lasts, and short enough for each date that a database can hold. */
    public static final int A_CENTURY = 36_500;

    private SettingRange() {}

    /**
     * Refuses a number that is not from {@code least} to {@code most}.
     *
     * @throws StartupException if it is not
     */
    public static void require(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw outside(setting, Integer.toString(least), Integer.toString(most));
        }
    }

    /**
     * Refuses a duration that is not from {@code least} to {@code most}, which are written as a host writes them: {@code 10s}.
     *
     * @throws StartupException if it is not
     */
    public static void require(String setting, Duration value, String least, String most) {
        if (value.compareTo(DurationStyle.detectAndParse(least)) < 0
                || value.compareTo(DurationStyle.detectAndParse(most)) > 0) {
            throw outside(setting, least, most);
        }
    }

    /** Whether this is an address of the web, with the name of a host. */
    public static boolean isWebAddress(URI address) {
        return address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }

    private static StartupException outside(String setting, String least, String most) {
        return new StartupException(
                "%s is not from %s to %s.".formatted(setting, least, most),
                "Give it a value in that range, or leave it out to get the default.");
    }
}

package org.threesigns.statistics;

import java.util.Locale;
import org.threesigns.instrument.Wording;

/** The wording of results that are counted together. */
public enum CountedWording {
    CURRENT,
    PAST,
    /** Of results that were published before each wording had batches of its own, so that a batch may hold both. */
    NOT_SEPARATED;

    public static CountedWording of(Wording wording) {
        return switch (wording) {
            case CURRENT -> CURRENT;
            case PAST -> PAST;
        };
    }

    /**
     * The wording with this key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CountedWording ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Its name in the database and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

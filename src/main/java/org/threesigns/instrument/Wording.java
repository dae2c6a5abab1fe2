package org.threesigns.instrument;

import java.util.Locale;

/** Whether the items are about a current relationship or one that is over. */
public enum Wording {
    CURRENT,
    PAST;

    /**
     * The wording with this key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Wording ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Its name in the database, in files and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

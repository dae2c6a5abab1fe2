package org.threesigns.dashboard;

import java.util.Locale;

/** What two groups of respondents differ in. */
enum Contrast {
    LANGUAGE("Languages"),
    WORDING("Wordings"),
    MONTH("Months"),
    VERSION("Versions");

    private final String title;

    Contrast(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Its name in an address, and that of the filter that it takes the place of. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

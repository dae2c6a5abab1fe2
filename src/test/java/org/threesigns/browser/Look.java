package org.threesigns.browser;

import com.microsoft.playwright.options.ColorScheme;

/** Which colours a visitor's device asks for. */
public enum Look {
    LIGHT(ColorScheme.LIGHT),
    DARK(ColorScheme.DARK);

    private final ColorScheme colours;

    Look(ColorScheme colours) {
        this.colours = colours;
    }

    ColorScheme colours() {
        return colours;
    }
}

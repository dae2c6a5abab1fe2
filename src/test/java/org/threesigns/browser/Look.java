package org.threesigns.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Which colours a visitor's device asks for. */
public enum Look {
    LIGHT(ColorScheme.LIGHT),
    DARK(ColorScheme.DARK);

    private final ColorScheme colours;

    Look(ColorScheme colours) {
        this.colours = colours;
    }

    /** The one in which a page is shown. */
    static Look of(Page page) {
        return (boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") ? DARK : LIGHT;
    }

    ColorScheme colours() {
        return colours;
    }

    Look other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    void showOn(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    }
}

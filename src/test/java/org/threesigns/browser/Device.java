package org.threesigns.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

/** How large a visitor's screen is, and whether it is touched. */
public enum Device {
    /** As narrow as the smallest phone in use, and what a desktop shows at 400 % zoom. */
    PHONE(320, 640, true),
    /** As wide as most phones. */
    USUAL_PHONE(390, 844, true),
    DESKTOP(1280, 800, false);

    private final int width;
    private final int height;
    private final boolean touch;

    Device(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    /** Makes the page as large as it is on this device; whether it is touched stays as it was. */
    void resize(Page page) {
        page.setViewportSize(width, height);
    }

    void describeTo(Browser.NewContextOptions options) {
        options.setViewportSize(width, height).setHasTouch(touch).setIsMobile(touch);
    }
}

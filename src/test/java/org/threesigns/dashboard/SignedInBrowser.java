package org.threesigns.dashboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.threesigns.browser.Device;
import org.threesigns.browser.Look;
import org.threesigns.browser.Scripts;
import org.threesigns.browser.Visitor;

/** A browser in which an administrator is signed in. Makes the site's first account where there is none. */
final class SignedInBrowser {

    /** What the site is started with, as {@code three-signs.setup-code}. */
    static final String CODE = "k7mm-w2qr-9xhd-4tzp-c3vn";

    private static final String PASSWORD = "seven lamps under a bridge";

    private SignedInBrowser() {}

    /** The overview. */
    static Page open(Visitor visitor, Device device, Scripts scripts) {
        Page page = visitor.page(device, Look.LIGHT, scripts);
        page.navigate("/admin/sign-in");
        if (page.url().endsWith("/set-up")) {
            makeAccount(page);
        }
        page.getByLabel("Name").fill("ada");
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Sign in");
        page.waitForURL("**/admin");
        return page;
    }

    private static void makeAccount(Page page) {
        page.getByLabel("Set-up code").fill(CODE);
        page.getByLabel("Name").fill("ada");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("The same password again").fill(PASSWORD);
        press(page, "Make the account");
        page.waitForURL("**/sign-in?made");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

package org.threesigns.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.browser.BrowserTest;
import org.threesigns.browser.Device;
import org.threesigns.browser.Look;
import org.threesigns.browser.Scripts;
import org.threesigns.browser.Visitor;

/** The administrator's way in, as a person goes it. */
@BrowserTest
class AdministratorBrowserTests {

    private static final String PASSWORD = "seven lamps under a bridge";

    private static final Pattern ERROR = Pattern.compile("^Error: ");

    private final JdbcClient database;
    private final SetUpCodes codes;

    @Autowired
    AdministratorBrowserTests(JdbcClient database, SetUpCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    @BeforeEach
    void startWithoutAnAccount() {
        database.sql("delete from admin_session").update();
        database.sql("delete from admin_account").update();
        database.sql("delete from sign_in_delay").update();
        database.sql("delete from audit_event").update();
        codes.set(OneTimeCode.typed("one two three four"));
    }

    @Test
    void theFirstAdministratorSetsUpSignsInAndSignsOut(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);

        page.navigate("/admin");
        assertThat(page.url()).endsWith("/admin/set-up");
        visitor.assertReadableEverywhere(page);

        setUp(page, "one two three for", "short");
        assertThat(page).hasTitle(ERROR);
        visitor.assertReadableEverywhere(page);
        page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator("#code")).isFocused();

        setUp(page, "ONE-TWO-THREE-FOUR", PASSWORD);
        assertThat(page.url()).endsWith("/admin/sign-in?made");
        visitor.assertReadableEverywhere(page);

        signIn(page, "wrong");
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("do not fit together");
        assertThat(page.getByLabel("Name").inputValue()).isEqualTo("ada");
        visitor.assertReadableEverywhere(page);

        signIn(page, PASSWORD);
        assertThat(page.url()).endsWith("/admin");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("signed out");
        page.navigate("/admin");
        assertThat(page.url()).endsWith("/admin/sign-in");
    }

    @Test
    void anAdministratorLooksAfterAccounts(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate("/admin/set-up");
        setUp(page, "one two three four", PASSWORD);
        signIn(page, PASSWORD);

        go(page, "Accounts", visitor);
        go(page, "Add an account", visitor);
        page.getByLabel("Name").fill("not a name");
        press(page, "Add the account");
        assertThat(page).hasTitle(ERROR);
        visitor.assertReadableEverywhere(page);
        page.getByLabel("Name").fill("ann");
        press(page, "Add the account");
        visitor.assertReadableEverywhere(page);
        String link = page.locator("#link").textContent();

        go(page, "Back to the accounts", visitor);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change ada"))
                .click();
        visitor.assertReadableEverywhere(page);
        press(page, "Close the account");
        page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator("#state")).isFocused();
        visitor.assertReadableEverywhere(page);

        go(page, "Audit", visitor);
        page.getByLabel("What happened").selectOption("Account added");
        press(page, "Show");
        assertThat(page.locator("tbody tr")).hasCount(1);

        go(page, "Password", visitor);
        page.getByLabel("Your password now").fill("wrong");
        page.getByLabel("The new password", new Page.GetByLabelOptions().setExact(true))
                .fill("short");
        page.getByLabel("The new password again").fill("shorter");
        press(page, "Change the password");
        visitor.assertReadableEverywhere(page);

        Page ann = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        ann.navigate(link);
        ann.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        ann.getByLabel("The same password again").fill(PASSWORD);
        press(ann, "Choose this password");
        assertThat(ann.url()).endsWith("/admin/sign-in?made");
        page.navigate(link);
        visitor.assertReadableEverywhere(page);
        assertThat(page.title()).startsWith("This link does not work any more");
    }

    @Test
    void byKeyboardAloneAndWithoutScripts(Visitor visitor) {
        Page page = visitor.page(Device.DESKTOP, Look.LIGHT, Scripts.OFF);
        page.navigate("/admin/set-up");

        page.getByLabel("Set-up code").focus();
        for (String typed : new String[] {"onetwothreefour", "ada", PASSWORD, PASSWORD}) {
            page.keyboard().type(typed);
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        page.waitForURL("**/admin/sign-in?made");

        page.getByLabel("Name").focus();
        page.keyboard().type("ada");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/admin");
        assertThat(page.title()).startsWith("Overview");
    }

    @Test
    void scriptsCannotReadTheCookiesAndOtherSitesCannotSendThem(Visitor visitor) {
        Page page = visitor.page();
        page.navigate("/admin/set-up");
        setUp(page, "one two three four", PASSWORD);
        signIn(page, PASSWORD);

        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        assertThat(page.context().cookies())
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie.sameSite.name()).isEqualTo("STRICT"))
                .filteredOn(cookie -> !isForThisVisitOnly(cookie))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.name).isEqualTo(DeviceCookies.NAME))
                .satisfies(cookie -> assertThat(cookie.path).isEqualTo("/admin"));
    }

    private static void go(Page page, String link, Visitor visitor) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
        visitor.assertReadableEverywhere(page);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static boolean isForThisVisitOnly(Cookie cookie) {
        return cookie.expires == -1;
    }

    private static void setUp(Page page, String code, String password) {
        page.getByLabel("Set-up code").fill(code);
        page.getByLabel("Name").fill("ada");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByLabel("The same password again").fill(password);
        page.getByRole(AriaRole.BUTTON).click();
    }

    private static void signIn(Page page, String password) {
        page.getByLabel("Name").fill("ada");
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON).click();
    }
}

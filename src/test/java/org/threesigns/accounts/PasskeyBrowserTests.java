package org.threesigns.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.browser.BrowserTest;
import org.threesigns.browser.Device;
import org.threesigns.browser.Look;
import org.threesigns.browser.Scripts;
import org.threesigns.browser.Visitor;

/** Passkeys as a person uses them, with the virtual ones that Chromium has for tests. */
@BrowserTest
class PasskeyBrowserTests {

    private static final String PASSWORD = "seven lamps under a bridge";

    private final JdbcClient database;
    private final AccountRepository accounts;
    private final PasswordHasher passwords;

    @Autowired
    PasskeyBrowserTests(JdbcClient database, AccountRepository accounts, PasswordHasher passwords) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @BeforeEach
    void haveTwoAccounts() {
        for (String table : List.of("admin_session", "admin_account", "sign_in_delay", "audit_event")) {
            database.sql("delete from " + table).update();
        }
        add("ada", Role.ADMINISTRATOR);
        add("ann", Role.ANALYST);
    }

    @Test
    void aPasskeyIsAddedAskedForAndRemoved(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        Authenticator key = new Authenticator(page);
        signIn(page, "ada");
        go(page, "Passkeys");
        visitor.assertReadableEverywhere(page);
        assertThat(page.locator("main")).containsText("You have no passkey");

        go(page, "Add a passkey");
        visitor.assertReadableEverywhere(page);
        page.getByLabel("What do you call it?").fill("blue key");
        page.getByLabel("Your password").fill("wrong");
        press(page, "Continue");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("not your password");
        visitor.assertReadableEverywhere(page);
        page.getByLabel("Your password").fill(PASSWORD);
        press(page, "Continue");
        visitor.assertReadableEverywhere(page);
        press(page, "Make the passkey");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your passkey is added");
        assertThat(page.locator("tbody tr")).hasCount(1);
        visitor.assertReadableEverywhere(page);
        assertThat(key.credentials()).isEqualTo(1);

        press(page, "Sign out");
        signIn(page, "ada");
        assertThat(page).hasURL(visitor.address() + "/admin/sign-in/passkey");
        visitor.assertReadableEverywhere(page);
        page.navigate("/admin/accounts");
        assertThat(page).hasURL(visitor.address() + "/admin/sign-in/passkey");
        press(page, "Use a passkey");
        assertThat(page).hasURL(visitor.address() + "/admin");

        go(page, "Passkeys");
        assertThat(page.locator("tbody tr")).not().containsText("Not yet");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remove blue key"))
                .click();
        assertThat(page.locator("main")).containsText("It is your last one");
        visitor.assertReadableEverywhere(page);
        page.getByLabel("Your password").fill(PASSWORD);
        press(page, "Remove it");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("your password alone lets you in");
        press(page, "Sign out");
        signIn(page, "ada");
        assertThat(page).hasURL(visitor.address() + "/admin");
    }

    @Test
    void aKeyThatIsNotOfThisAccountAndACancelledTryAreSaidInWordsAndCanBeRepeated(Visitor visitor) {
        Page page = visitor.page();
        Authenticator key = new Authenticator(page);
        signIn(page, "ada");
        addPasskey(page, "phone");
        press(page, "Sign out");
        signIn(page, "ada");

        key.takeOut();
        Authenticator other = new Authenticator(page);
        press(page, "Use a passkey");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No passkey was shown");
        visitor.assertReadableEverywhere(page);

        other.takeOut();
        page.evaluate("""
                () => { navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')); }""");
        press(page, "Use a passkey");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("it was cancelled");
        assertThat(page.getByRole(AriaRole.STATUS)).isEmpty();
        assertThat(page).hasURL(visitor.address() + "/admin/sign-in/passkey");
    }

    @Test
    void aPasskeyThatWasRemovedMeanwhileIsNotAccepted(Visitor visitor) {
        Page page = visitor.page();
        new Authenticator(page);
        signIn(page, "ada");
        addPasskey(page, "phone");
        press(page, "Sign out");
        signIn(page, "ada");
        // Another passkey takes its place, as the owner would arrange from elsewhere: the account still asks for one.
        database.sql("update admin_passkey set credential_id = ?")
                .param(new TestAuthenticator().credentialId())
                .update();

        press(page, "Use a passkey");

        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("was not accepted");
        assertThat(page).hasTitle("Error: Show your passkey – Three Signs");
        page.navigate("/admin");
        assertThat(page).hasURL(visitor.address() + "/admin/sign-in/passkey");
    }

    @Test
    void theSameKeyIsNotAddedTwice(Visitor visitor) {
        Page page = visitor.page();
        new Authenticator(page);
        signIn(page, "ada");
        addPasskey(page, "phone");

        begin(page, "phone again");
        press(page, "Make the passkey");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This passkey was added before");
        page.navigate("/admin/passkeys");
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void anotherAccountIsNotAskedForAnything(Visitor visitor) {
        Page page = visitor.page();
        new Authenticator(page);
        signIn(page, "ada");
        addPasskey(page, "phone");

        Page ann = visitor.page();
        signIn(ann, "ann");

        assertThat(ann).hasURL(visitor.address() + "/admin");
    }

    @Test
    void byKeyboardAlone(Visitor visitor) {
        Page page = visitor.page();
        new Authenticator(page);
        signIn(page, "ada");
        page.navigate("/admin/passkeys/new");
        page.getByLabel("What do you call it?").focus();
        page.keyboard().type("phone");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/new/key");
        tabTo(page, "Make the passkey");
        page.keyboard().press("Enter");
        page.waitForURL("**/admin/passkeys?done=added");

        press(page, "Sign out");
        signIn(page, "ada");
        assertThat(button(page, "Use a passkey")).isVisible();
        tabTo(page, "Use a passkey");
        page.keyboard().press("Enter");
        page.waitForURL("**/admin");
    }

    @Test
    void withoutScriptsAndWithoutPasskeysThePageSaysSo(Visitor visitor) {
        Page page = visitor.page();
        new Authenticator(page);
        signIn(page, "ada");
        addPasskey(page, "phone");

        Page plain = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        signIn(plain, "ada");
        assertThat(plain.locator("main")).containsText("This step needs JavaScript");
        assertThat(button(plain, "Use a passkey")).isHidden();
        assertThat(button(plain, "Stop signing in")).isVisible();

        Page old = visitor.page(Device.PHONE, Look.DARK, Scripts.ON);
        old.addInitScript("delete window.PublicKeyCredential");
        signIn(old, "ada");
        assertThat(old.locator("main")).containsText("This browser cannot use passkeys");
        assertThat(button(old, "Use a passkey")).isHidden();
        visitor.assertReadableEverywhere(old);
    }

    @Test
    void anAdministratorTakesALostPasskeyAway(Visitor visitor) {
        Page ann = visitor.page();
        new Authenticator(ann);
        signIn(ann, "ann");
        addPasskey(ann, "phone");

        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        signIn(page, "ada");
        go(page, "Accounts");
        assertThat(page.locator("tbody")).containsText("1 passkey");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change ann"))
                .click();
        visitor.assertReadableEverywhere(page);
        press(page, "Take all passkeys away");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The passkeys are taken away");

        ann.navigate("/admin");
        assertThat(ann).hasURL(visitor.address() + "/admin/sign-in");
        signIn(ann, "ann");
        assertThat(ann).hasURL(visitor.address() + "/admin");
    }

    private static void addPasskey(Page page, String name) {
        begin(page, name);
        press(page, "Make the passkey");
        page.waitForURL("**/admin/passkeys?done=added");
    }

    private static void begin(Page page, String name) {
        page.navigate("/admin/passkeys/new");
        page.getByLabel("What do you call it?").fill(name);
        page.getByLabel("Your password").fill(PASSWORD);
        press(page, "Continue");
        page.waitForURL("**/new/key");
    }

    private static void tabTo(Page page, String button) {
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            if (button.equals(page.evaluate("document.activeElement.textContent"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + button);
    }

    private static Locator button(Page page, String name) {
        return page.locator("button", new Page.LocatorOptions().setHasText(name));
    }

    private static void press(Page page, String button) {
        button(page, button).click();
    }

    private static void go(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    private static void signIn(Page page, String name) {
        page.navigate("/admin/sign-in");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON).click();
    }

    private void add(String name, Role role) {
        Instant madeAt = Instant.parse("2026-11-23T17:00:00Z");
        accounts.save(new Account(UUID.randomUUID(), new Username(name), passwords.hash(PASSWORD), role, true, madeAt));
    }

    /** A security key that is always touched at once, in the browser of one page. */
    private static final class Authenticator {

        private final CDPSession session;
        private final String id;

        Authenticator(Page page) {
            session = page.context().newCDPSession(page);
            session.send("WebAuthn.enable");
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "usb");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            JsonObject described = new JsonObject();
            described.add("options", options);
            id = session.send("WebAuthn.addVirtualAuthenticator", described)
                    .get("authenticatorId")
                    .getAsString();
        }

        int credentials() {
            return session.send("WebAuthn.getCredentials", itself())
                    .getAsJsonArray("credentials")
                    .size();
        }

        void takeOut() {
            session.send("WebAuthn.removeVirtualAuthenticator", itself());
        }

        private JsonObject itself() {
            JsonObject itself = new JsonObject();
            itself.addProperty("authenticatorId", id);
            return itself;
        }
    }
}

package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.TestInstruments;

@BrowserTest
class QuestionnaireBrowserTests {

    private static final String ADDRESS = "/en/check/three-signs";
    private static final Pattern RESULT = Pattern.compile(".*/en/result/[A-Za-z0-9_-]{24}");

    private final Instrument instrument = TestInstruments.threeSigns();

    @ParameterizedTest
    @CsvSource({"PHONE, ON", "PHONE, OFF", "DESKTOP, ON", "DESKTOP, OFF"})
    void leadsPartByPartToAResult(Device device, Scripts scripts, Visitor visitor) {
        Page page = visitor.page(device, Look.LIGHT, scripts);
        page.navigate(ADDRESS);
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));

        for (Part part : instrument.parts()) {
            assertThat(page.locator("section.part:visible")).hasCount(1);
            assertThat(page.locator("section.part:visible h2")).hasText(title(part));
            part.items().forEach(item -> choose(page, item, 3));
            if (!isLast(part)) {
                next(page);
            }
        }
        // Chromium asks for the icon again whenever the address changes, be it by the part alone.
        requests.removeIf(url -> url.contains("/assets/icon"));
        assertThat(requests).as("what was asked of the server on the way").isEmpty();
        send(page);

        assertThat(page).hasURL(RESULT);
        visitor.assertNoCookies();
    }

    @Test
    void isAnsweredFromTheKeyboardAlone(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);

        for (Part part : instrument.parts()) {
            for (Item item : part.items()) {
                page.locator(radio(item, 0)).focus();
                page.keyboard().press("ArrowDown");
                page.keyboard().press("ArrowDown");
                assertThat(page.locator(radio(item, 2))).isChecked();
            }
            if (!isLast(part)) {
                next(page);
                assertThat(page.locator("section.part:visible h2")).isFocused();
            }
        }
        page.keyboard().press("Enter");

        assertThat(page).hasURL(RESULT);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void keepsWhatWasAnsweredWhenItIsSentTooEarly(Scripts scripts, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        page.navigate(ADDRESS);
        List<Item> first = instrument.parts().get(0).items();
        first.forEach(item -> choose(page, item, 1));

        page.locator(radio(first.get(first.size() - 1), 1)).press("Enter");

        assertThat(page).hasTitle(Pattern.compile("Error: .*"));
        assertThat(page.locator("section.part:visible")).hasCount(5);
        assertThat(page.locator("input:checked")).hasCount(first.size());
        assertThat(page.locator(".error-summary li")).hasCount(24 - first.size());
    }

    @Test
    void leadsFromTheListToTheQuestion(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);
        send(page);

        page.locator(".error-summary a").nth(7).click();

        assertThat(page.locator(radio(instrument.items().get(7), 0))).isFocused();
    }

    @Test
    void givesAResultWithoutWhatIsOpenWhenAskedTo(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);
        instrument.items().stream().skip(1).forEach(item -> choose(page, item, 2));
        send(page);

        page.getByRole(AriaRole.BUTTON, named("See my result without these")).click();

        assertThat(page).hasURL(RESULT);
    }

    @Test
    void sendsOnceForADoubleClick(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);
        instrument.items().forEach(item -> choose(page, item, 2));
        toLastPart(page);

        page.getByRole(AriaRole.BUTTON, named("See my result")).dblclick();

        assertThat(page).hasURL(RESULT);
    }

    @Test
    void forgetsEverythingUnlessAskedToKeepIt(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);
        choose(page, instrument.items().get(0), 2);

        page.reload();

        assertThat(page.locator("input:checked")).hasCount(0);
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void keepsAnswersOnTheDeviceUntilTheyAreSent(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);
        page.getByLabel("Keep my answers on this device until I finish").check();
        instrument.items().forEach(item -> choose(page, item, 2));

        page.reload();
        assertThat(page.locator("input[type=radio]:checked"))
                .hasCount(instrument.items().size());
        toLastPart(page);
        send(page);

        assertThat(page).hasURL(RESULT);
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void goesOnKeepingAnswersWhenTheFormComesBack(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);
        page.getByLabel("Keep my answers on this device until I finish").check();
        choose(page, instrument.items().get(0), 2);

        toLastPart(page);
        send(page);

        assertThat(page.locator(".error-summary")).isVisible();
        assertThat(page.getByLabel("Keep my answers on this device until I finish"))
                .isChecked();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(1);
    }

    @Test
    void countsWhatIsSetAsideAndWhatIsOpen(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);
        List<Item> first = instrument.parts().get(0).items();
        choose(page, first.get(0), 5);
        choose(page, first.get(1), 5);
        choose(page, first.get(2), 0);

        assertThat(page.getByText("You set 2 questions in this part aside.")).isVisible();
        assertThat(page.getByText("3 questions in this part have no answer yet.")
                        .first())
                .isVisible();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, LIGHT", "PHONE, DARK", "DESKTOP, LIGHT", "DESKTOP, DARK"})
    void isAccessible(Device device, Look look, Visitor visitor) {
        Page page = visitor.page(device, look, Scripts.ON);
        page.navigate(ADDRESS + "?about=past");
        visitor.assertAccessible(page);
        toLastPart(page);
        visitor.assertAccessible(page);
        send(page);
        assertThat(page.locator(".error-summary")).isVisible();
        visitor.assertAccessible(page);
    }

    private static void choose(Page page, Item item, int option) {
        page.locator(radio(item, option)).evaluate("radio => radio.click()");
    }

    /** Turns to the next part by the keyboard: without scripts the browser driver cannot wait for a link to stand still. */
    private static void next(Page page) {
        page.locator("section.part:visible a.button:not(.quiet)").press("Enter");
    }

    private void toLastPart(Page page) {
        for (int part = 1; part < instrument.parts().size(); part++) {
            next(page);
        }
    }

    private static void send(Page page) {
        page.locator("section.part >> button[type=submit]").last().evaluate("button => button.click()");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String radio(Item item, int option) {
        return "#" + item.id() + "-" + option;
    }

    private String title(Part part) {
        return instrument.text("en").part(part);
    }

    private boolean isLast(Part part) {
        return part.equals(instrument.parts().get(instrument.parts().size() - 1));
    }
}

package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.browser.QuestionnaireSteps.choose;
import static org.threesigns.browser.QuestionnaireSteps.radio;
import static org.threesigns.browser.QuestionnaireSteps.send;
import static org.threesigns.browser.QuestionnaireSteps.turn;
import static org.threesigns.browser.QuestionnaireSteps.turnToLastPart;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.TestInstruments;

@BrowserTest
class QuestionnaireBrowserTests {

    private static final String ADDRESS = "/en/check/three-signs";
    private static final Pattern RESULT = Pattern.compile(".*/en/result/[A-Za-z0-9_-]{24}$");

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
                turn(page);
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
    void turnsBackAndForwardOnePartAtATime(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(ADDRESS);
        choose(page, instrument.items().get(0), 3);
        turn(page);
        turn(page);
        assertThat(page.locator("#part-3 h2")).isFocused();

        page.goBack();
        assertThat(page.locator("section.part:visible")).hasId("part-2");
        assertThat(page.locator("#part-2 h2")).isFocused();
        assertThat(page).hasTitle("Part 2 of 5: A little further – Three Signs");
        page.goBack();
        assertThat(page.locator("section.part:visible")).hasId("part-1");
        assertThat(page).hasTitle("Part 1 of 5: To begin – Three Signs");
        assertThat(page.locator(radio(instrument.items().get(0), 3))).isChecked();
        page.goForward();
        assertThat(page.locator("section.part:visible")).hasId("part-2");
    }

    @Test
    void turnsBackOnePartAtATimeWithoutScriptsToo(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate(ADDRESS);
        choose(page, instrument.items().get(0), 3);
        turn(page);

        page.goBack();

        assertThat(page.locator("section.part:visible")).hasId("part-1");
        assertThat(page.locator(radio(instrument.items().get(0), 3))).isChecked();
    }

    @Test
    void keepsInViewHowFarOneIs(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(ADDRESS);
        instrument.items().stream().limit(8).forEach(item -> choose(page, item, 1));
        turn(page);
        page.evaluate("document.querySelector('#q-D4').scrollIntoView({ block: 'end', behavior: 'instant' })");

        Locator count = page.locator("#part-2 [data-answered-of]");
        assertThat(count).hasText("8 of 27");
        assertThat(count).isInViewport();
        assertThat(page.locator("#part-2 progress"))
                .hasAttribute("aria-valuetext", "8 of 27 answered. A little further");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void leavesOutOnPaperWhatOnlyADeviceCanDo(Scripts scripts, Visitor visitor) {
        Page page = visitor.page(Device.DESKTOP, Look.LIGHT, scripts);
        page.navigate(ADDRESS);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("fieldset.item").first()).isVisible();
        assertThat(page.getByText("Keep my answers on this device")).isHidden();
        assertThat(page.getByText("open beside this one")).isHidden();
        assertThat(page.getByText("Part 1 of 5")).isHidden();
    }

    @Test
    void saysWithoutScriptsWhichQuestionsThePartHas(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate(ADDRESS + "#part-2");

        assertThat(page.locator("#part-2 [data-answered-of]")).hasText("7 to 12 of 27");
        assertThat(page.locator("#part-2 progress"))
                .hasAttribute("aria-valuetext", "Questions 7 to 12 of 27. A little further");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/es"})
    void showsAPhoneOneWholeQuestionAndTheBeginningOfTheNext(String language, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.setViewportSize(390, 664);
        page.navigate(language + "/check/three-signs");

        for (Part part : instrument.parts()) {
            for (int nth = 0; nth < part.items().size() - 1; nth++) {
                Item item = part.items().get(nth);
                page.locator("#q-" + item.id()).evaluate("each => each.scrollIntoView({ block: 'start' })");
                BoundingBox question = page.locator("#q-" + item.id()).boundingBox();

                assertThat(question.y).as(item.id()).isGreaterThanOrEqualTo(lowerEdge(page, ".where:visible") - 1);
                assertThat(question.y + question.height)
                        .as(item.id())
                        .isLessThanOrEqualTo(lowerEdge(page, ".where:visible") + 520);
                assertThat(page.locator("#q-" + part.items().get(nth + 1).id())).isInViewport();
            }
            if (!isLast(part)) {
                turn(page);
            }
        }
    }

    @Test
    void asksTheFirstQuestionBeforeItOffersToKeepAnswers(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(ADDRESS);

        assertThat(page.locator("#q-A1").boundingBox().y)
                .isLessThan(page.locator("[data-keep-box]").boundingBox().y);
    }

    @Test
    void movesOnToTheNextOpenQuestionAfterATap(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.setViewportSize(390, 664);
        page.navigate(ADDRESS);
        choose(page, instrument.items().get(1), 3);

        page.locator("label:has(" + radio(instrument.items().get(0), 2) + ")").tap();

        assertThat(page.locator(radio(instrument.items().get(0), 2))).isChecked();
        Item open = instrument.items().get(2);
        BoundingBox question = page.locator("#q-" + open.id()).boundingBox();
        assertThat(question.y).isBetween(lowerEdge(page, ".where:visible") - 1, 200.0);
        assertThat(page.locator(radio(instrument.items().get(0), 2))).isFocused();
    }

    @Test
    void movesOnToTheButtonsAfterTheLastTap(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.setViewportSize(390, 664);
        page.navigate(ADDRESS);
        List<Item> first = instrument.parts().get(0).items();
        first.subList(0, first.size() - 1).forEach(item -> choose(page, item, 3));

        page.locator("label:has(" + radio(first.get(first.size() - 1), 0) + ")").tap();

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next")))
                .isInViewport();
    }

    @Test
    void staysAtTheQuestionWhileArrowKeysGoThroughItsAnswers(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);
        page.locator(radio(instrument.items().get(0), 0)).focus();
        Object before = page.evaluate("scrollY");

        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");

        assertThat(page.locator(radio(instrument.items().get(0), 2))).isChecked();
        assertThat(page.evaluate("scrollY")).isEqualTo(before);
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
                turn(page);
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
        assertThat(page.locator("input:checked")).hasCount(first.size());
        assertThat(page.locator(".error-summary li")).hasCount(24 - first.size());
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void unfoldsOnlyWhatIsOpenUntilAskedForAll(Scripts scripts, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        page.navigate(ADDRESS);
        instrument.items().stream().skip(2).forEach(item -> choose(page, item, 1));
        send(page);

        assertThat(page.locator("fieldset.item:visible")).hasCount(2 + 1);
        assertThat(page.locator("section.part:visible")).hasCount(2);
        page.getByLabel("Show all 27 questions").check();

        assertThat(page.locator("fieldset.item:visible")).hasCount(27 + 1);
        assertThat(page.locator("section.part:visible")).hasCount(5);
    }

    @Test
    void putsTheFocusOnWhatIsTheMatter(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(ADDRESS);
        send(page);

        assertThat(page.locator(".error-summary")).isFocused();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, ON", "PHONE, OFF", "DESKTOP, ON", "DESKTOP, OFF"})
    void leadsFromTheListToTheWholeQuestion(Device device, Scripts scripts, Visitor visitor) {
        Page page = visitor.page(device, Look.LIGHT, scripts);
        if (device == Device.PHONE) {
            page.setViewportSize(390, 664);
        }
        page.navigate(ADDRESS);
        send(page);
        Item item = instrument.items().get(7);

        page.locator(".error-summary a").nth(7).press("Enter");

        assertThat(page.locator(radio(item, 0))).isFocused();
        BoundingBox question = page.locator("#q-" + item.id()).boundingBox();
        assertThat(question.y).isGreaterThanOrEqualTo(lowerEdge(page, ".site-header"));
        assertThat(question.y + question.height).isLessThanOrEqualTo(page.viewportSize().height);
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
        turnToLastPart(page);

        page.getByRole(AriaRole.BUTTON, named("See my result")).dblclick();

        assertThat(page).hasURL(RESULT);
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
        turnToLastPart(page);
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

        turnToLastPart(page);
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

    @Test
    void isReadableEverywhere(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(ADDRESS + "?about=past");
        visitor.assertReadableEverywhere(page);
        turnToLastPart(page);
        visitor.assertReadableEverywhere(page);
        send(page);
        assertThat(page.locator(".error-summary")).isVisible();
        visitor.assertReadableEverywhere(page);
        page.getByRole(AriaRole.BUTTON, named("Check my answers")).click();
        assertThat(page.locator("h1")).hasText("Check your answers");
        visitor.assertReadableEverywhere(page);
        page.navigate(ADDRESS);
        choose(page, instrument.items().get(0), 1);
        page.reload();
        assertThat(page.locator("[data-restored]")).isVisible();
        visitor.assertReadableEverywhere(page);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void letsEveryAnswerBeCheckedAndChangedBeforeItIsSent(Scripts scripts, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        page.navigate(ADDRESS);
        instrument.items().forEach(item -> choose(page, item, 1));
        Item item = instrument.items().get(7);
        page.locator("#part-5 >> text=Check my answers").evaluate("button => button.click()");
        assertThat(page.locator("h1")).hasText("Check your answers");
        assertThat(page.locator(".given > div")).hasCount(27);

        page.getByRole(AriaRole.BUTTON, named("Change the answer to question 8"))
                .click();

        assertThat(page.locator("section.part:visible")).hasId("part-2");
        assertThat(page.locator("#q-" + item.id())).isInViewport();
        if (scripts == Scripts.ON) {
            assertThat(page.locator(radio(item, 1))).isFocused();
        }
        choose(page, item, 4);
        page.locator("#part-5 >> text=Check my answers").evaluate("button => button.click()");
        assertThat(page.locator(".given > div").nth(7)).containsText("Almost always");
        page.getByRole(AriaRole.BUTTON, named("See my result")).click();
        assertThat(page).hasURL(RESULT);

        page.navigate(page.url() + "/answers");
        assertThat(page.locator(".given > div").nth(7)).containsText("Almost always");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change the answer to question 8"))
                .click();
        page.waitForLoadState();
        assertThat(page.locator("section.part:visible")).hasId("part-2");
        choose(page, item, 0);
        page.locator("#part-2").getByRole(AriaRole.BUTTON).click();
        assertThat(page).hasURL(RESULT);
        page.navigate(page.url() + "/answers");
        assertThat(page.locator(".given > div").nth(7)).containsText("Never");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static double lowerEdge(Page page, String element) {
        BoundingBox box = page.locator(element).boundingBox();
        return box.y + box.height;
    }

    private String title(Part part) {
        return instrument.text("en").part(part).title();
    }

    private boolean isLast(Part part) {
        return part.equals(instrument.parts().get(instrument.parts().size() - 1));
    }
}

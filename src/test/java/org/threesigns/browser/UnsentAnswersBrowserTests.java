package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.browser.QuestionnaireSteps.choose;
import static org.threesigns.browser.QuestionnaireSteps.send;
import static org.threesigns.browser.QuestionnaireSteps.turn;
import static org.threesigns.browser.QuestionnaireSteps.turnToLastPart;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.threesigns.assessment.Assessments;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.result.Respondent;

/** Half a questionnaire is not lost on the way, and goes when it should. */
@BrowserTest
class UnsentAnswersBrowserTests {

    private static final String ADDRESS = "/en/check/three-signs";
    private static final String KEPT_IN_THE_TAB =
            "Object.keys(sessionStorage).filter(key => key.startsWith('kept:')).length";

    private final Instrument instrument = TestInstruments.threeSigns();
    private final String elsewhere;
    private final Respondent respondent;

    @Autowired
    UnsentAnswersBrowserTests(Environment environment, Assessments assessments) {
        this.respondent = new Respondent(assessments);
        this.elsewhere = environment.getProperty("three-signs.leave-to", "https://www.wikipedia.org/");
    }

    @Test
    void surviveAReloadInTheSameTabAlone(Visitor visitor) {
        Page page = halfDone(visitor);

        page.reload();

        assertHalfDone(page);
        assertThat(page.getByText("Your answers are still here.")).isVisible();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        Page otherTab = page.context().newPage();
        otherTab.navigate(ADDRESS);
        assertThat(otherTab.locator("input:checked")).hasCount(0);
        assertThat(otherTab.getByText("Your answers are still here.")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Support", "Privacy", "How it works"})
    void surviveALookAtAnotherPage(String name, Visitor visitor) {
        Page page = halfDone(visitor);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        assertThat(page).not().hasURL(Pattern.compile(".*/check/.*"));
        page.goBack();

        assertHalfDone(page);
        page.goForward();
        page.goBack();
        assertHalfDone(page);
        assertThat(page.context().pages()).hasSize(1);
    }

    @Test
    void surviveTheOtherLanguageAndTheWayBackFromIt(Visitor visitor) {
        Page page = halfDone(visitor);

        press(page, "Español");
        assertHalfDone(page);
        page.reload();

        assertHalfDone(page);
        assertThat(page.locator("html")).hasAttribute("lang", "es");
        page.goBack();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertHalfDone(page);
    }

    @Test
    void areThereInThePartThatWasInView(Visitor visitor) {
        Page page = halfDone(visitor);
        turn(page);
        assertThat(page.locator("#part-2")).isVisible();

        lookAtSupportAndComeBack(page);

        assertThat(page.locator("#part-2")).isVisible();
        assertHalfDone(page);
    }

    @Test
    void surviveTheFormThatCameBackAndThePageAfterIt(Visitor visitor) {
        Page page = halfDone(visitor);
        send(page);
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));

        lookAtSupportAndComeBack(page);

        assertThat(page.locator("#part-1")).isVisible();
        assertHalfDone(page);
    }

    @Test
    void areThoseAboutTheRelationshipThatWasAskedAbout(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(ADDRESS + "?about=past");
        answerFirst(page);
        send(page);
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));

        page.reload();

        assertHalfDone(page);
        assertThat(page.locator("#q-A1 legend")).containsText("did you");
        page.navigate(ADDRESS);
        assertThat(page.locator("input:checked")).hasCount(0);
    }

    @Test
    void lackTheOneAboutSafetyAndSaySo(Visitor visitor) {
        Page page = halfDone(visitor);
        turnToLastPart(page);
        assertThat(page.getByText("Not kept. Please choose again.")).isHidden();
        page.getByLabel("I am afraid of my partner or ex").check();

        page.reload();

        assertThat(page.locator("[data-never-kept] input:checked")).hasCount(0);
        assertThat(page.getByText("Not kept. Please choose again.")).isVisible();
        assertThat((String) page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)"))
                .contains("A1")
                .doesNotContain("afraid", "safety");
        page.getByLabel("I am afraid of my partner or ex").check();
        assertThat(page.getByText("Not kept. Please choose again.")).isHidden();
    }

    @Test
    void areGoneOnceTheyAreSent(Visitor visitor) {
        Page page = halfDone(visitor);
        instrument.items().forEach(item -> choose(page, item, 2));
        send(page);
        assertThat(page).hasURL(Pattern.compile(".*/en/result/.*"));

        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        page.navigate(ADDRESS);
        assertThat(page.locator("input:checked")).hasCount(0);
    }

    @Test
    void outliveALookAtAnEarlierResult(Visitor visitor) {
        Page page = halfDone(visitor);
        instrument.items().forEach(item -> choose(page, item, 2));
        send(page);
        assertThat(page).hasURL(Pattern.compile(".*/en/result/.*"));
        String result = page.url();
        page.navigate(ADDRESS);
        answerFirst(page);

        page.navigate(result);
        page.navigate(ADDRESS);

        assertHalfDone(page);
    }

    @Test
    void areGoneAfterLeaving(Visitor visitor) {
        Page page = halfDone(visitor);
        visitor.standInFor(elsewhere, page);

        page.locator("a.leave").click();
        page.waitForURL(elsewhere);
        page.navigate(ADDRESS);

        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        assertThat(page.locator("input:checked")).hasCount(0);
    }

    @Test
    void areGoneAfterAnHourWhicheverPageIsOpenedThen(Visitor visitor) {
        Page page = halfDone(visitor);
        assertThat((Double) page.evaluate("""
                () => (JSON.parse(sessionStorage.getItem('kept:three-signs/1/current')).until - Date.now()) / 60000.5""")).isBetween(58.0, 60.0);
        page.evaluate("""
                () => {
                  const entry = JSON.parse(sessionStorage.getItem('kept:three-signs/1/current'));
                  sessionStorage.setItem('kept:three-signs/1/current', JSON.stringify({ ...entry, until: Date.now() - 1 }));
                }""");

        page.navigate("/en/support");

        assertThat(page.evaluate(KEPT_IN_THE_TAB)).isEqualTo(0);
        page.goBack();
        assertThat(page.locator("input:checked")).hasCount(0);
    }

    @Test
    void areGoneAfterStartingAfresh(Visitor visitor) {
        Page page = halfDone(visitor);
        page.getByLabel("Keep my answers on this device until I finish").check();
        turn(page);

        link(page, "Start afresh").last().click();

        assertThat(page.locator("#part-1")).isVisible();
        assertThat(page.locator("input:checked")).hasCount(0);
        assertThat(page.evaluate("sessionStorage.length + localStorage.length")).isEqualTo(0);
    }

    @Test
    void goOnAtTheNextQuestion(Visitor visitor) {
        Page page = halfDone(visitor);
        page.navigate("/en");
        page.navigate(ADDRESS);

        link(page, "Go on with question 7").click();

        assertThat(page.locator("#part-2")).isVisible();
        assertThat(page.locator("#D1\\.0")).isFocused();
    }

    @Test
    void ofAChangeAreKeptAsWell(Visitor visitor) {
        Page page = halfDone(visitor);
        instrument.items().forEach(item -> choose(page, item, 2));
        send(page);
        assertThat(page).hasURL(Pattern.compile(".*/en/result/.*"));
        String result = page.url();
        page.navigate(result + "/change");
        choose(page, instrument.items().get(0), 4);

        lookAtSupportAndComeBack(page);

        assertThat(page.locator("#A1\\.4")).isChecked();
        assertThat(page.getByText("Your changes are still here. They are not saved yet."))
                .isVisible();
        assertThat(page.locator("[data-keep]")).hasCount(0);
        page.locator("#part-1").getByRole(AriaRole.BUTTON).click();
        assertThat(page).hasURL(result);
        page.waitForLoadState();
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    /** What is stored is on the screen again; what was not saved must not be saved with the next change. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/answers", "/delete"})
    void ofAChangeAreGoneOnceTheResultIsSeenAgain(String below, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(respondent.leaves(Respondent.distant()) + "/change");
        String change = page.url();
        Item item = instrument.items().get(0);
        int stored = page.locator("[name=" + item.id() + "]").all().stream()
                .map(Locator::isChecked)
                .toList()
                .indexOf(true);
        choose(page, item, (stored + 1) % 5);

        page.navigate(change.replace("/change", below));
        page.navigate(change);

        assertThat(page.locator("#" + item.id() + "\\." + stored)).isChecked();
        assertThat(page.getByText("Your changes are still here.")).isHidden();
        assertThat(page.evaluate(KEPT_IN_THE_TAB)).isEqualTo(0);
    }

    /** So that one sitting has one result, though its answer were lost on the way, and nobody seems to have hurried. */
    @Test
    void comeBackInTheSameSitting(Visitor visitor) {
        Page page = halfDone(visitor);
        List<String> begun = sitting(page);

        lookAtSupportAndComeBack(page);

        assertHalfDone(page);
        assertThat(sitting(page)).isEqualTo(begun);
        link(page, "Start afresh").last().click();
        page.waitForLoadState();
        assertThat(page.locator("input:checked")).hasCount(0);
        assertThat(sitting(page)).doesNotContainAnyElementsOf(begun);
    }

    @Test
    void ofAPageThatIsOutOfDateGoOnInTheSittingThatTheServerBegan(Visitor visitor) {
        Page page = halfDone(visitor);
        page.locator("[name=_stamp]").evaluate("field => { field.value = 'old' }");
        choose(page, firstItems().get(0), 3);
        send(page);
        assertThat(page.getByText("This page is out of date")).isVisible();
        List<String> fresh = sitting(page);

        page.reload();

        assertHalfDone(page);
        assertThat(sitting(page)).isEqualTo(fresh).doesNotContain("old");
    }

    private static List<String> sitting(Page page) {
        return page.locator("[name=_key], [name=_stamp]").all().stream()
                .map(Locator::inputValue)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {".site-nav a", ".site-name", ".site-footer li:nth-child(1) a", "#part-5 .panel.warm a"})
    void stayOnTheScreenWithoutScriptsAsOtherPagesOpenBeside(String link, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate(ADDRESS + (link.startsWith("#part-5") ? "#part-5" : ""));
        answerFirst(page);

        Page beside = page.waitForPopup(() -> page.locator(link).click());

        assertThat(beside).not().hasURL(Pattern.compile(".*/check/.*"));
        assertHalfDone(page);
        assertThat(page.getByText("open beside this one")).isVisible();
    }

    @Test
    void doNotOpenOtherPagesBesideWhereTheyAreKept(Visitor visitor) {
        Page page = halfDone(visitor);

        assertThat(page.locator("a[target]")).hasCount(0);
        assertThat(page.getByText("open beside this one")).isHidden();
        assertThat(page.getByText("This tab keeps your answers for an hour")).isVisible();
    }

    private Page halfDone(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate("/en");
        page.navigate(ADDRESS);
        answerFirst(page);
        return page;
    }

    private List<Item> firstItems() {
        return instrument.parts().get(0).items();
    }

    private void answerFirst(Page page) {
        firstItems().forEach(item -> choose(page, item, 3));
    }

    private void assertHalfDone(Page page) {
        assertThat(page.locator("form.parts")).isVisible();
        firstItems()
                .forEach(item ->
                        assertThat(page.locator("#" + item.id() + "\\.3")).isChecked());
        assertThat(page.locator("input:checked")).hasCount(firstItems().size());
    }

    private static void lookAtSupportAndComeBack(Page page) {
        page.locator(".site-nav a").click();
        assertThat(page).hasURL(Pattern.compile(".*/en/support"));
        page.goBack();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
        page.waitForLoadState();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}

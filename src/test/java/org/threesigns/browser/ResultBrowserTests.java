package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Wording;
import org.threesigns.result.Respondent;
import org.threesigns.scoring.Responses;

/** What somebody finds who opens a result, and the pages below it. */
@BrowserTest
class ResultBrowserTests {

    private static final Pattern PAGE_OF_A_PDF = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private final Respondent respondent;

    @Autowired
    ResultBrowserTests(Assessments assessments) {
        this.respondent = new Respondent(assessments);
    }

    @ParameterizedTest
    @CsvSource({"PHONE, LIGHT", "PHONE, DARK", "DESKTOP, LIGHT", "DESKTOP, DARK"})
    void everyPageIsAccessibleAndFitsTheScreen(Device device, Look look, Visitor visitor) {
        String address = respondent.leaves(Respondent.distant());
        Page page = visitor.page(device, look, Scripts.ON);
        List<String> addresses = List.of(
                address,
                flagged(),
                respondent.leaves(Respondent.responses("D", "4-444444", "C", "111-----", "A", "33333333")),
                address + "/sheet",
                address + "/compare",
                address + "/shares",
                address + "/delete",
                address + "/answers",
                "/en/result/deleted",
                "/en/shared/nothing");

        for (String each : addresses) {
            page.navigate(each);
            assertGood(page, visitor);
        }
        visitor.assertNoCookies();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, LIGHT", "DESKTOP, DARK"})
    void everyAnswerToAFormIsAccessibleAndFitsTheScreen(Device device, Look look, Visitor visitor) {
        String address = respondent.leaves(Respondent.distant());
        Page page = visitor.page(device, look, Scripts.ON);

        page.navigate(address + "/compare");
        press(page, "Compare");
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));
        assertGood(page, visitor);
        page.getByRole(AriaRole.TEXTBOX).fill(visitor.address() + flagged());
        press(page, "Compare");
        assertThat(page.locator("h1")).hasText("Then and now");
        assertGood(page, visitor);

        page.navigate(address + "/shares");
        page.getByRole(AriaRole.TEXTBOX).fill("0");
        press(page, "Make the link");
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));
        assertGood(page, visitor);

        page.navigate(address + "/delete");
        press(page, "Go on");
        assertGood(page, visitor);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void leadsFromASignToItsPartAndFromATipToItsSource(Scripts scripts, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        page.navigate(respondent.leaves(Respondent.distant()));

        page.getByRole(AriaRole.LINK, link("Reading between the lines")).click();
        assertThat(page.locator("#sign-cues h2")).isInViewport();

        Locator source = page.getByText(Pattern.compile("Source \\d+")).first();
        String target = source.getAttribute("href");
        source.click();
        assertThat(page.locator(target)).isInViewport();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ",", ")", ">", "/", ";", "…", ").", "%0A"})
    void isFoundWithWhatAMessagePutAfterItsLink(String more, Visitor visitor) {
        String address = respondent.leaves(Respondent.distant());
        Page page = visitor.page();

        page.navigate(address + more);

        assertThat(page).hasURL(visitor.address() + address);
        assertThat(page.locator("h1")).hasText("What your answers say");
    }

    /** Where the system chooses the colours, each mark has one that stands out from what it lies on. */
    @ParameterizedTest
    @EnumSource(Look.class)
    void showsTheMarksOfABarInForcedColours(Look look, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, look, Scripts.ON);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.navigate(respondent.leaves(Respondent.distant()));

        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll('.bar')].flatMap(bar => {
                          const colours = (names, property) => [...bar.querySelectorAll(names)]
                              .map(shape => getComputedStyle(shape)[property]);
                          const below = colours('.track, .value', 'fill');
                          const marks = [...colours('.margin', 'fill'), ...colours('.cut', 'stroke')];
                          return new Set(below).size < below.length ? below : marks.filter(mark => below.includes(mark));
                        })""")).as("colours that do not stand out").isEqualTo(List.of());
        assertThat(page.locator(".bar .margin, .bar .cut").count()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void isDeletedAfterBeingAskedTwice(Scripts scripts, Visitor visitor) {
        String address = respondent.leaves(Respondent.distant());
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        page.navigate(address);

        page.getByRole(AriaRole.LINK, link("Delete this result")).last().click();
        press(page, "Go on");
        press(page, "Yes, delete for good");

        assertThat(page.locator("h1")).hasText("It is gone");
        assertThat(page.navigate(address).status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("There is nothing here");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void isSharedSeenAndNoLongerShared(Scripts scripts, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        page.navigate(respondent.leaves(Respondent.distant()) + "/shares");
        page.getByLabel("Keeping distance").check();
        press(page, "Make the link");
        String link = page.locator("code").innerText();

        Page therapist = visitor.page();
        therapist.navigate(link);
        assertThat(therapist.locator("main h2").first()).containsText("Keeping distance");
        visitor.assertAccessible(therapist);

        press(page, "End this link");
        assertThat(therapist.navigate(link).status()).isEqualTo(404);
    }

    @Test
    void offersToPrintOnlyWhereABrowserCanByAButton(Visitor visitor) {
        String address = respondent.leaves(Respondent.distant());
        Page scripted = visitor.page();
        Page plain = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        scripted.navigate(address);
        plain.navigate(address);

        assertThat(scripted.locator("[data-print]")).isVisible();
        assertThat(plain.locator("[data-print]")).isHidden();
    }

    @Test
    void leavesNothingOutOnPaperButButtons(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(respondent.leaves(Respondent.distant()));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("details")).hasCount(0);
        assertThat(page.locator("#plan")).isVisible();
        assertThat(page.locator(".tip:visible").first()).isVisible();
        assertThat(page.locator(".actions").first()).isHidden();
        assertThat(page.locator(".leave")).isHidden();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void printsTheSameWhetherSupportComesFirstOrNot(Responses answers, Visitor visitor) {
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        String flagged = printed(page, respondent.completed(answers, Wording.CURRENT, true));
        String unflagged = printed(page, respondent.completed(answers, Wording.CURRENT, false));

        assertThat(flagged)
                .isEqualTo(unflagged)
                .doesNotContain("First of all, support", "If you feel safe")
                .contains("What your answers say", "Week 4", "Someone to talk to");
    }

    static List<Responses> answers() {
        return List.of(
                Respondent.distant(),
                Respondent.responses("D", "55555555", "C", "55555555", "A", "55555555", "T", "111"),
                Respondent.responses("D", "11111111", "C", "55511155", "A", "35353535", "T", "555"),
                Respondent.responses("D", "33333333", "C", "33333333", "A", "33333333", "T", "222"));
    }

    private String printed(Page page, CompletedAssessment completed) {
        page.navigate(respondent.leaves(completed));
        return page.locator("main").innerText();
    }

    @Test
    void showsOnScreenNothingThatIsForPaperAlone(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(respondent.leaves(Respondent.distant()));

        assertThat(page.locator(".on-paper:visible")).hasCount(0);
        assertThat(page.locator("main")).containsText("If you feel safe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "Letter"})
    void fitsItsSheetOnOnePage(String paper, Visitor visitor) {
        Page page = visitor.page();
        var longest = Respondent.responses("D", "5-555555", "C", "55555555", "A", "44444445", "T", "555");
        page.navigate(respondent.leaves(respondent.completed(longest, Wording.PAST, false)) + "/sheet");

        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat(paper));

        assertThat(PAGE_OF_A_PDF
                        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results()
                        .count())
                .isEqualTo(1);
        assertThat(page).hasTitle("Notes 2026-03-14");
    }

    private String flagged() {
        return respondent.leaves(respondent.completed(Respondent.distant(), Wording.CURRENT, true));
    }

    private static void assertGood(Page page, Visitor visitor) {
        visitor.assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("how much of %s is off the screen", page.url())
                .isEqualTo(0);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}

package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threesigns.assessment.Assessments;
import org.threesigns.instrument.Wording;
import org.threesigns.result.Respondent;
import org.threesigns.scoring.Responses;

/** What somebody finds who opens a result, and the pages below it. */
@BrowserTest
class ResultBrowserTests {

    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
    private static final Responses ALL_HIGH =
            Respondent.responses("D", "55555555", "C", "55555555", "A", "55555555", "T", "111");

    private final Respondent respondent;

    @Autowired
    ResultBrowserTests(Assessments assessments) {
        this.respondent = new Respondent(assessments);
    }

    @Test
    void everyPageIsReadableEverywhere(Visitor visitor) {
        String address = respondent.leaves(Respondent.distant());
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        List<String> addresses = List.of(
                address,
                flagged(),
                respondent.leaves(Respondent.responses("D", "4-444444", "C", "111-----", "A", "33333333")),
                address + "/ideas",
                address + "/plan",
                address + "/sources",
                address + "/keep",
                address + "/everything",
                address + "/sheet",
                address + "/compare",
                address + "/shares",
                address + "/delete",
                address + "/answers",
                "/en/result/deleted",
                "/en/shared/nothing");

        for (String each : addresses) {
            page.navigate(each);
            visitor.assertReadableEverywhere(page);
        }
        visitor.assertNoCookies();
    }

    @Test
    void everyAnswerToAFormIsReadableEverywhere(Visitor visitor) {
        String address = respondent.leaves(Respondent.distant());
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);

        page.navigate(address + "/compare");
        press(page, "Compare");
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));
        visitor.assertReadableEverywhere(page);
        page.getByRole(AriaRole.TEXTBOX).fill(visitor.address() + flagged());
        press(page, "Compare");
        assertThat(page.locator("h1")).hasText("Then and now");
        visitor.assertReadableEverywhere(page);

        page.navigate(address + "/shares");
        page.getByRole(AriaRole.TEXTBOX).fill("0");
        press(page, "Make the link");
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));
        visitor.assertReadableEverywhere(page);

        page.navigate(address + "/delete");
        press(page, "Go on");
        visitor.assertReadableEverywhere(page);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void leadsFromASignToItsPartAndFromATipToItsSource(Scripts scripts, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        page.navigate(respondent.leaves(Respondent.distant()));

        page.getByRole(AriaRole.LINK, link("Reading between the lines")).click();
        assertThat(page.locator("#sign-cues h2")).isInViewport();

        Locator source = page.getByText(Pattern.compile("Source \\d+")).first();
        String target = source.getAttribute("href").replaceFirst(".*#", "#");
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
    void showsTheMarksOfAPictureInForcedColours(Look look, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, look, Scripts.ON);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.navigate(respondent.leaves(Respondent.distant()));

        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll('.picture')].flatMap(picture => {
                          const colours = (names, property) => [...picture.querySelectorAll(names)]
                              .map(shape => getComputedStyle(shape)[property]);
                          const below = getComputedStyle(picture.parentElement).backgroundColor;
                          const marks = [...colours('.dot, .error, text', 'fill'), ...colours('.line, .cut', 'stroke')];
                          return marks.filter(mark => mark === below);
                        })""")).as("colours that do not stand out").isEqualTo(List.of());
        assertThat(page.locator(".picture .dot, .picture .cut").count()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void leadsToEveryPageBelowItAndBackByOne(Scripts scripts, Visitor visitor) {
        String address = respondent.leaves(Respondent.distant());
        Page page = visitor.page(Device.USUAL_PHONE, Look.LIGHT, scripts);
        page.navigate(address);
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("More ideas to try", "More ideas to try");
        headings.put("Four weeks, step by step", "Four weeks, step by step");
        headings.put("The numbers, the limits and the sources", "Numbers, limits and sources");
        headings.put("Keep, print, share, change or delete", "Keep, print, share, change or delete");

        headings.forEach((link, heading) -> {
            page.getByRole(AriaRole.LINK, link(link)).click();
            assertThat(page.locator("h1")).hasText(heading);
            assertThat(page.locator(".leave")).isInViewport();
            page.getByRole(AriaRole.LINK, link("Back to the result")).click();
            assertThat(page.locator("h1")).hasText("What your answers say");
        });
        page.getByRole(AriaRole.LINK, link("Keep, print")).click();
        page.getByRole(AriaRole.LINK, link("Print everything")).click();
        assertThat(page.locator("#plan")).hasText("Four weeks, step by step");
    }

    @Test
    void copiesItsLinkWhereABrowserLetsIt(Visitor visitor) {
        Page scripted = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.ON);
        Page plain = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.OFF);
        String address = respondent.leaves(Respondent.distant());
        scripted.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        scripted.navigate(address);
        plain.navigate(address);

        press(scripted, "Copy the link");

        assertThat(scripted.getByText("Copied.")).isVisible();
        assertThat(scripted.evaluate("navigator.clipboard.readText()")).isEqualTo(visitor.address() + address);
        assertThat(plain.locator("[data-copy]")).isHidden();
        assertThat(plain.getByText("Link to this page")).isVisible();
    }

    @Test
    void saysThatABrowserDidNotLetItCopyItsLink(Visitor visitor) {
        Page page = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.ON);
        page.addInitScript("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))");
        page.navigate(respondent.leaves(Respondent.distant()));

        press(page, "Copy the link");

        assertThat(page.getByText("Your browser did not allow that.")).isVisible();
    }

    @Test
    void isSharedByOneLinkThoughThePageIsLoadedAgain(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(respondent.leaves(Respondent.distant()) + "/shares");
        page.getByLabel("Keeping distance").check();
        press(page, "Make the link");
        assertThat(page.locator(".open-shares li")).hasCount(1);
        page.waitForLoadState();

        page.reload();

        assertThat(page.locator("code")).hasCount(0);
        assertThat(page.locator(".open-shares li")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void isDeletedAfterBeingAskedTwice(Scripts scripts, Visitor visitor) {
        String address = respondent.leaves(Respondent.distant());
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        page.navigate(address);

        page.getByRole(AriaRole.LINK, link("Keep, print, share, change or delete"))
                .click();
        page.getByRole(AriaRole.LINK, link("Delete this result")).click();
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
        assertThat(page.locator(".open-shares li")).hasCount(0);
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
        assertThat(page.locator(".try:visible").first()).isVisible();
        assertThat(page.locator(".actions").first()).isHidden();
        assertThat(page.locator(".leave")).isHidden();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void printsTheSameWhetherSupportComesFirstOrNot(Responses answers, Visitor visitor) {
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        String flagged = respondent.leaves(respondent.completed(answers, Wording.CURRENT, true));
        String unflagged = respondent.leaves(respondent.completed(answers, Wording.CURRENT, false));

        for (String below : List.of("", "/ideas", "/plan", "/sources", "/keep", "/everything")) {
            assertThat(printed(page, flagged + below))
                    .isEqualTo(printed(page, unflagged + below))
                    .isNotEmpty()
                    .doesNotContain("First of all, support", "If you feel safe with them");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theScoresOfASheetFitMostPhones(String language, Visitor visitor) {
        Page page = visitor.page(Device.USUAL_PHONE, Look.LIGHT, Scripts.ON);
        page.navigate(respondent.leaves(Respondent.distant()).replace("/en/", "/" + language + "/") + "/sheet");

        assertThat((int) page.locator(".table-scroll").evaluate("table => table.scrollWidth - table.clientWidth"))
                .isZero();
    }

    /** The browser's own header and footer, which name the address, get no room. */
    @ParameterizedTest
    @CsvSource({"'', 3", "/everything, 3", "/sheet, 1", "shared, 3"})
    void printsNoAddressAndKeepsItsMarginOnEveryPage(String below, int fewestPages, Visitor visitor)
            throws IOException {
        Page page = visitor.page();
        String address = respondent.leaves(ALL_HIGH);
        page.navigate(below.equals("shared") ? shared(page, address) : address + below);

        try (PDDocument document = Loader.loadPDF(onSmallPaper(page))) {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(fewestPages);
            var text = new MeasuredText();
            assertThat(text.getText(document)).doesNotContain("localhost", "result/", "shared/");
            assertThat(text.edges).allSatisfy(edge -> assertThat(edge).isGreaterThan(13 * POINTS_PER_MILLIMETRE));
        }
        page.evaluate("""
                () => {
                  const margins = new CSSStyleSheet();
                  margins.replaceSync('@page { margin: 14mm }');
                  document.adoptedStyleSheets = [margins];
                }""");
        try (PDDocument document = Loader.loadPDF(onSmallPaper(page))) {
            assertThat(new PDFTextStripper().getText(document))
                    .as("what is printed where the page has margins")
                    .contains("localhost");
        }
    }

    private static byte[] onSmallPaper(Page page) {
        return page.pdf(new Page.PdfOptions().setFormat("A5").setDisplayHeaderFooter(true));
    }

    private static String shared(Page page, String address) {
        page.navigate(address + "/shares");
        page.locator("input[name=sign]").all().forEach(Locator::check);
        press(page, "Make the link");
        return page.locator("code").innerText();
    }

    /** Text with how far it keeps from the nearest edge of its page. */
    private static final class MeasuredText extends PDFTextStripper {

        private final List<Float> edges = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition text) {
            super.processTextPosition(text);
            edges.add(Math.min(text.getYDirAdj() - text.getHeightDir(), text.getPageHeight() - text.getYDirAdj()));
            edges.add(Math.min(text.getXDirAdj(), text.getPageWidth() - text.getXDirAdj()));
        }
    }

    static List<Responses> answers() {
        return List.of(
                Respondent.distant(),
                ALL_HIGH,
                Respondent.responses("D", "11111111", "C", "55511155", "A", "35353535", "T", "555"),
                Respondent.responses("D", "33333333", "C", "33333333", "A", "33333333", "T", "222"));
    }

    private static String printed(Page page, String address) {
        page.navigate(address);
        return page.locator("main").innerText();
    }

    @Test
    void showsOnScreenNothingThatIsForPaperAlone(Visitor visitor) {
        Page page = visitor.page();
        String address = respondent.leaves(Respondent.distant());
        page.navigate(address);
        assertThat(page.locator(".on-paper:visible")).hasCount(0);

        page.navigate(address + "/ideas");
        assertThat(page.locator(".on-paper:visible")).hasCount(0);
        assertThat(page.locator("main")).containsText("If you feel safe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "Letter"})
    void fitsItsSheetOnOnePage(String paper, Visitor visitor) throws IOException {
        Page page = visitor.page();
        var longest = Respondent.responses("D", "5-555555", "C", "55555555", "A", "44444445", "T", "555");
        page.navigate(respondent.leaves(respondent.completed(longest, Wording.PAST, false)) + "/sheet");

        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat(paper));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(page).hasTitle("Notes 2026-03-14");
    }

    private String flagged() {
        return respondent.leaves(respondent.completed(Respondent.distant(), Wording.CURRENT, true));
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

package org.threesigns.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.browser.QuestionnaireSteps.choose;
import static org.threesigns.browser.QuestionnaireSteps.send;
import static org.threesigns.browser.QuestionnaireSteps.turn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threesigns.assessment.Assessments;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.result.Respondent;

/** Every page in every language: whole, and in nothing but that language. */
@BrowserTest
class LanguageBrowserTests {

    private static final String QUESTIONNAIRE = "/check/three-signs";
    private static final Pattern PAGE_OF_A_PDF = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private final Instrument instrument = TestInstruments.threeSigns();
    private final Respondent respondent;

    @Autowired
    LanguageBrowserTests(Assessments assessments) {
        this.respondent = new Respondent(assessments);
    }

    @Test
    void everySpanishPageIsReadableEverywhere(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);

        for (String path : everyPage()) {
            page.navigate("/es" + path);
            visitor.assertReadableInOtherWords(page);
        }
        visitor.assertNoCookies();
    }

    @Test
    void everySpanishAnswerToAFormIsReadableEverywhere(Visitor visitor) {
        String result = "/es" + result();
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);

        page.navigate("/es" + QUESTIONNAIRE);
        send(page);
        assertThat(page).hasTitle(Pattern.compile("Error: Preguntas.*"));
        visitor.assertReadableInOtherWords(page);

        page.navigate(result + "/compare");
        press(page, "Comparar");
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));
        visitor.assertReadableInOtherWords(page);
        page.getByRole(AriaRole.TEXTBOX).fill(visitor.address() + "/en" + result());
        press(page, "Comparar");
        assertThat(page.locator("h1")).hasText("Antes y ahora");
        visitor.assertReadableInOtherWords(page);

        page.navigate(result + "/shares");
        page.getByRole(AriaRole.TEXTBOX).fill("0");
        press(page, "Crear el enlace");
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));
        visitor.assertReadableInOtherWords(page);
        page.getByRole(AriaRole.TEXTBOX).fill("7");
        page.getByLabel("Equilibrio de poder").check();
        press(page, "Crear el enlace");
        assertThat(page.locator("#made")).hasText("Aquí está el enlace");
        visitor.assertReadableInOtherWords(page);
        page.navigate(page.locator("code").innerText());
        assertThat(page.locator("h1")).hasText("Notas que alguien ha compartido contigo");
        visitor.assertReadableInOtherWords(page);

        page.navigate(result + "/delete");
        press(page, "Continuar");
        visitor.assertReadableInOtherWords(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void noPageShowsTheNameOfAWordOrTheOtherLanguage(String language, Visitor visitor) {
        Page page = visitor.page(Device.DESKTOP, Look.LIGHT, Scripts.OFF);
        Pattern other = language.equals("en")
                ? Pattern.compile("[áéíóúñ¿¡«»]|\\b(que|respuestas|página|pareja)\\b")
                : Pattern.compile("\\b(the|and|you|your|of|with|answers?|questions?)\\b");

        for (String path : everyPage()) {
            page.navigate("/" + language + path);

            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("html")).hasAttribute("dir", "ltr");
            assertThat(page.content()).as(page.url()).doesNotContain("??", "{0}", "{1}");
            assertThat(ownWords(page)).as(page.url()).doesNotContainPattern(other);
        }
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void changesTheLanguageOfTheQuestionsWithEveryAnswerAndThenGivesAResult(Scripts scripts, Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, scripts);
        page.navigate("/en" + QUESTIONNAIRE);
        List<Item> first = instrument.parts().get(0).items();
        first.forEach(item -> choose(page, item, 3));
        choose(page, first.get(0), 5);
        String key = page.locator("input[name=_key]").inputValue();

        press(page, "Español");

        assertThat(page).hasURL(Pattern.compile(".*/es/check/three-signs"));
        assertThat(page.locator("html")).hasAttribute("lang", "es");
        assertThat(page.locator("section.part:visible h2")).hasText("Para empezar");
        assertThat(page.locator("input:checked")).hasCount(first.size());
        assertThat(page.locator("input[name=_key]")).hasValue(key);

        instrument.items().stream().skip(first.size()).forEach(item -> choose(page, item, 1));
        send(page);
        assertThat(page).hasURL(Pattern.compile(".*/es/result/[A-Za-z0-9_-]{24}"));
        assertThat(page.locator("h1")).hasText("Qué dicen tus respuestas");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("h1")).hasText("What your answers say");
        visitor.assertNoCookies();
    }

    @Test
    void changesTheLanguageInThePartThatIsInView(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);
        page.navigate("/en" + QUESTIONNAIRE);
        turn(page);
        assertThat(page.locator("section.part:visible h2")).hasText("A little further");

        press(page, "Español");

        assertThat(page.locator("section.part:visible h2")).hasText("Un poco más");
    }

    @Test
    void changesTheLanguageOfTheListOfWhatIsOpen(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        page.navigate("/en" + QUESTIONNAIRE);
        instrument.items().stream().skip(2).forEach(item -> choose(page, item, 1));
        send(page);

        press(page, "Español");

        assertThat(page.locator(".error-summary h2")).hasText("Algunas preguntas siguen abiertas");
        assertThat(page.locator(".error-summary li")).hasCount(2);
    }

    @Test
    void keepsAnswersOnTheDeviceAcrossLanguages(Visitor visitor) {
        Page page = visitor.page();
        page.navigate("/en" + QUESTIONNAIRE);
        page.locator("[data-keep]").check();
        choose(page, instrument.items().get(0), 2);

        press(page, "Español");

        assertThat(page.locator("[data-keep]")).isChecked();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(1);
    }

    @Test
    void aVeryLongWordInAnyTextWidensNoPage(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.ON);

        for (String path : everyPage()) {
            page.navigate("/en" + path);
            page.evaluate("""
                    () => {
                      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                      while (texts.nextNode()) {
                        const text = texts.currentNode;
                        text.data = text.data.replace(/[a-z]{4,}/i, 'Beziehungszufriedenheitsfragebogen');
                      }
                    }""");

            for (Device device : Device.values()) {
                device.resize(page);
                visitor.assertNoSidewaysScrolling(page);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "Letter"})
    void theSpanishSheetFitsOnOnePage(String paper, Visitor visitor) {
        Page page = visitor.page();
        var longest = Respondent.responses("D", "5-555555", "C", "55555555", "A", "44444445", "T", "555");
        page.navigate(spanish(respondent.leaves(respondent.completed(longest, Wording.PAST, false))) + "/sheet");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat(paper));

        assertThat(PAGE_OF_A_PDF
                        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results()
                        .count())
                .isEqualTo(1);
        assertThat(page).hasTitle("Notas 2026-03-14");
    }

    @Test
    void aSpanishVisitorIsMetInSpanish(Visitor visitor) {
        Page page = visitor.page(Device.PHONE, Look.LIGHT, Scripts.OFF);
        page.route(
                "**/",
                route -> route.resume(
                        new Route.ResumeOptions().setHeaders(Map.of("Accept-Language", "es-CO,es;q=0.9,en;q=0.5"))));

        page.navigate("/");

        assertThat(page).hasURL(visitor.address() + "/es");
        visitor.assertNoCookies();
    }

    /** Below the language. */
    private List<String> everyPage() {
        String result = result();
        return List.of(
                "",
                "/method",
                "/privacy",
                "/support",
                "/nowhere",
                QUESTIONNAIRE,
                QUESTIONNAIRE + "?about=past",
                result,
                withoutLanguage(respondent.leaves(respondent.completed(Respondent.distant(), Wording.PAST, true))),
                withoutLanguage(
                        respondent.leaves(Respondent.responses("D", "4-444444", "C", "55511155", "A", "333-----"))),
                result + "/sheet",
                result + "/compare",
                result + "/shares",
                result + "/change",
                result + "/answers",
                result + "/delete",
                "/result/deleted",
                "/shared/nothing");
    }

    private String result() {
        return withoutLanguage(respondent.leaves(Respondent.distant()));
    }

    private static String withoutLanguage(String address) {
        return address.substring("/en".length());
    }

    private static String spanish(String address) {
        return "/es" + withoutLanguage(address);
    }

    /** What the page says, but for the names of other languages, and of the source and other sites. */
    private String ownWords(Page page) {
        return ((String) page.evaluate("""
                        () => {
                          const copy = document.body.cloneNode(true);
                          copy.querySelectorAll('[lang], a[href^="http"], code').forEach(each => each.remove());
                          return copy.textContent;
                        }"""))
                .replace(instrument.source().orElseThrow().title(), "");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }
}

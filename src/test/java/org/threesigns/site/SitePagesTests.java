package org.threesigns.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.instrument.InstrumentCatalog;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:site;DB_CLOSE_DELAY=-1",
            "three-signs.languages=en,es",
            "three-signs.address=https://lighthouse.example",
            "three-signs.leave-to=https://weather.example/",
            "three-signs.operator.name=The Lighthouse Trust",
            "three-signs.operator.contact=hello@lighthouse.example"
        })
@AutoConfigureMockMvc
class SitePagesTests {

    private final MockMvcTester site;
    private final InstrumentCatalog catalog;

    @Autowired
    SitePagesTests(MockMvcTester site, InstrumentCatalog catalog) {
        this.site = site;
        this.catalog = catalog;
    }

    @ParameterizedTest
    @CsvSource({
        "'', /en",
        "en, /en",
        "es, /es",
        "'es-MX,es;q=0.9,en;q=0.8', /es",
        "'de-DE,de;q=0.9', /en",
        "'nonsense;;q=x', /en"
    })
    void theFrontDoorLeadsToTheLanguageTheBrowserLikesBest(String wanted, String page) {
        assertThat(site.get().uri("/").header("Accept-Language", wanted).exchange())
                .hasStatus(302)
                .hasRedirectedUrl(page)
                .headers()
                .hasValue("Vary", "Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/method", "/en/privacy", "/en/support"})
    void everyPageSaysItsLanguageAndOffersTheWayOut(String path) {
        assertThat(site.get().uri(path).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"en\" dir=\"ltr\" data-leave-to=\"https://weather.example/\">")
                .contains("<a class=\"leave\" rel=\"noreferrer\" href=\"https://weather.example/\">")
                .doesNotContain("??");
    }

    @Test
    void theSamePageIsOfferedInTheOtherLanguage() {
        assertThat(site.get().uri("/en/privacy").exchange())
                .bodyText()
                .contains("<a href=\"/es/privacy\" lang=\"es\" hreflang=\"es\">Español</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/method", "/privacy", "/support"})
    void everyLanguageNamesTheSamePages(String page) {
        for (String language : new String[] {"/en", "/es"}) {
            assertThat(site.get().uri(language + page).exchange())
                    .bodyText()
                    .contains(
                            "<link rel=\"alternate\" hreflang=\"en\" href=\"https://lighthouse.example/en" + page
                                    + "\">",
                            "<link rel=\"alternate\" hreflang=\"es\" href=\"https://lighthouse.example/es" + page
                                    + "\">",
                            "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://lighthouse.example/en" + page
                                    + "\">");
        }
    }

    @Test
    void aPageThatSearchEnginesLeaveAloneNamesNoOther() {
        assertThat(site.get().uri("/en/check/three-signs").exchange())
                .bodyText()
                .doesNotContain("rel=\"alternate\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/xx", "/xx/privacy", "/XX", "/xx-GB", "/nothing-here"})
    void aLanguageThatIsNotOfferedIsNotFound(String path) {
        assertThat(site.get().uri(path).exchange()).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/en/, /en",
        "/es/privacy/, /es/privacy",
        "/en/check/three-signs/?about=past, /en/check/three-signs?about=past",
        "/en/result/deleted/, /en/result/deleted",
        "/EN, /en",
        "/Es/privacy, /es/privacy",
        "/en-GB, /en",
        "/es-MX/check/three-signs?about=past, /es/check/three-signs?about=past",
        "/EN/result/AAAAAAAAAAAAAAAAAAAAAAAA/shares, /en/result/AAAAAAAAAAAAAAAAAAAAAAAA/shares"
    })
    void anAddressInAnotherSpellingLeadsToThePage(String address, String page) {
        assertThat(site.get().uri(address).exchange())
                .hasStatus(308)
                .hasRedirectedUrl(page)
                .headers()
                .hasValue("Cache-Control", "no-store")
                .hasValue("X-Content-Type-Options", "nosniff");
    }

    @Test
    void theStartPageLeadsIntoTheQuestionnaireInBothWordings() {
        var instrument = catalog.main();

        assertThat(site.get().uri("/en").exchange())
                .bodyText()
                .contains("href=\"/en/check/" + instrument.id() + "\"")
                .contains("href=\"/en/check/" + instrument.id() + "?about=past\"")
                .contains(instrument.items().size() + " short questions");
    }

    @Test
    void theMethodPageShowsTheLinesOfTheInstrument() {
        var scale = catalog.main().scales().get(0);

        assertThat(site.get().uri("/en/method").exchange())
                .bodyText()
                .contains("below " + scale.bands().get(0).to())
                .contains("at least " + scale.minimumAnswered() + " answers")
                .contains(catalog.main().source().orElseThrow().publisher());
    }

    @Test
    void theSourcesTitleIsSaidToBeInItsLanguage() {
        assertThat(site.get().uri("/es/method").exchange())
                .bodyText()
                .contains(": «<span lang=\"en\">"
                        + catalog.main().source().orElseThrow().title().replace("'", "&#39;") + "</span>»");
    }

    @Test
    void thePrivacyPageNamesWhoRunsTheSite() {
        assertThat(site.get().uri("/en/privacy").exchange())
                .bodyText()
                .contains("This site is run by The Lighthouse Trust.")
                .contains("<a href=\"mailto:hello@lighthouse.example\">hello@lighthouse.example</a>")
                .contains("A result stays until you delete it.");
    }

    @Test
    void thePrivacyPageSaysWhatIsKeptAndWhatTheOperatorsCanTakeAway() {
        assertThat(site.get().uri("/en/privacy").exchange())
                .bodyText()
                .contains(
                        "the tab keeps your answers, so that you can reload",
                        "a browser may bring it back with your answers within that hour",
                        "your answers, and which questions you skipped",
                        "the day of the change",
                        "the questionnaire with its version",
                        "very fast, or many in a row were the same",
                        "that support should come first, but never which one. Anyone who opens a result can see that",
                        "a scrambled form of your link",
                        "with which nine or more others",
                        "as if a robot had sent it",
                        "which scores it shows, and its last day",
                        "one was deleted on that day",
                        "scrambled form of the internet address in its memory, for an hour at most",
                        "download the answers themselves, one row for each result",
                        "Whatever the people who run this site downloaded before, they still have.");
    }

    @Test
    void theSupportPageListsWhereToTurn() {
        assertThat(site.get().uri("/en/support").exchange())
                .bodyText()
                .contains("emergency number", "https://findahelpline.com/", "https://www.hotpeachpages.net/")
                .doesNotContain("Last checked");
    }

    @Test
    void filesAreKeptForGoodUnderAnAddressThatChangesWithThem() {
        String start = new String(
                site.get().uri("/en").exchange().getMvcResult().getResponse().getContentAsByteArray(), UTF_8);
        String address = start.replaceAll("(?s).*href=\"(/assets/app-[0-9a-f]+\\.css)\".*", "$1");

        assertThat(site.get().uri(address).exchange())
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, public, immutable");
    }

    @Test
    void robotsMayReadOnTheRespondentsPagesWhatIsNotToBeListed() {
        assertThat(site.get().uri("/robots.txt").exchange())
                .hasStatusOk()
                .bodyText()
                .isEqualToIgnoringNewLines("User-agent: *Disallow: /admin");
    }
}

package org.threesigns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A site with several questionnaires, of which one is another's. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:several;DB_CLOSE_DELAY=-1",
            "three-signs.instruments=src/test/resources/other-instruments",
            "three-signs.listed=three-signs,at-ease,two-options"
        })
@AutoConfigureMockMvc
class SeveralQuestionnairesTests {

    private static final Pattern OF_OURS =
            Pattern.compile("(?i)partner|trust|relationship|pareja|confianza|article|artículo");

    private final MockMvcTester site;

    @Autowired
    SeveralQuestionnairesTests(MockMvcTester site) {
        this.site = site;
    }

    @Test
    void areListedAtTheStartPageInTheHostsOrder() {
        assertThat(page("/en"))
                .containsSubsequence(
                        ">Three Signs</h2>",
                        "27 short questions",
                        "About 5 minutes",
                        "/en/check/three-signs\"",
                        ">Start: I have a partner<",
                        "/en/check/three-signs?about=past\"",
                        "/en/start/three-signs\"",
                        ">At Ease</h2>",
                        "10 short questions",
                        "About 2 minutes",
                        "/en/check/at-ease\"",
                        ">Two options</h2>",
                        "8 short questions",
                        "/en/check/two-options\"",
                        ">Start<")
                .doesNotContain("Five scales", "/en/check/two-options?about=past", "??", "Optional");
    }

    @Test
    void haveButtonsWhoseNamesTellThemApart() {
        assertThat(page("/en"))
                .contains(
                        "id=\"start-at-ease.now\" aria-labelledby=\"start-at-ease.now start-at-ease\"",
                        "id=\"start-three-signs.now\" aria-labelledby=\"start-three-signs.now start-three-signs\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/en/start/at-ease, Can you rest easy?",
        "/es/start/at-ease, ¿Estás a gusto?",
        "/en/start/three-signs, A quiet look at trust",
        "/en/start/two-options, Two options",
        "/en/start/five-scales, Five scales"
    })
    void eachHasAStartPageOfItsOwn(String path, String heading) {
        assertThat(page(path)).contains("<h1>" + heading + "</h1>").doesNotContain("??", "Optional");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/start/two-options",
                "/es/start/two-options",
                "/en/method/two-options",
                "/es/method/two-options",
                "/en/check/two-options",
                "/es/check/two-options"
            })
    void sayNothingOfOursOnThePagesOfAnother(String path) {
        assertThat(OF_OURS.matcher(mainOf(page(path))).results().map(found -> found.group()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/en/start/two-options, /en/method/two-options",
        "/es/check/at-ease, /es/method/at-ease",
        "/en/check/three-signs, /en/method",
        "/en/privacy, /en/method",
        "/en, /en/method"
    })
    void areExplainedWhereTheirPagesLead(String path, String method) {
        assertThat(from("<footer", page(path))).contains("href=\"" + method + "\"");
    }

    @ParameterizedTest
    @CsvSource({"two-options, false", "five-scales, true"})
    void areLeftAloneBySearchEnginesWhereTheyAreReachedByTheirLinkOnly(String id, boolean alone) {
        for (String page : new String[] {"start", "method"}) {
            assertThat(page("/en/" + page + "/" + id).contains("<meta name=\"robots\" content=\"noindex\">"))
                    .isEqualTo(alone);
        }
    }

    @Test
    void areExplainedEachOnItsOwnPage() {
        assertThat(page("/en/method")).contains("href=\"/en/method/at-ease\"", "href=\"/en/method/two-options\"");
        assertThat(page("/en/method/at-ease"))
                .contains(
                        "You answer 10 questions",
                        "Something missing",
                        "whether to stay or to go",
                        "can point to fear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/start/nothing", "/en/method/nothing", "/en/start", "/xx/start/at-ease"})
    void areNotFoundWhereThereIsNone(String path) {
        assertThat(site.get().uri(path).exchange()).hasStatus(404);
    }

    private String page(String path) {
        var answer = site.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String mainOf(String page) {
        String main = from("<main", page);
        return main.substring(0, main.indexOf("</main>"));
    }

    private static String from(String tag, String page) {
        return page.substring(page.indexOf(tag));
    }
}

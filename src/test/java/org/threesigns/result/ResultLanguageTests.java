package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.distant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;

/** A result reads in every language, whatever it was answered in. */
@RespondentPagesTest
class ResultLanguageTests {

    private final MockMvcTester browser;
    private final Respondent respondent;

    @Autowired
    ResultLanguageTests(MockMvcTester browser, Respondent respondent) {
        this.browser = browser;
        this.respondent = respondent;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''       | What your answers say          | Qué dicen tus respuestas
                    ''       | 14 March 2026                  | el 14 de marzo de 2026
                    ''       | You said that you often        | Dijiste que a menudo
                    ''       | 3.9 on a scale of 1 to 5.      | 3,9 en una escala de 1 a 5.
                    /sheet   | 3.88 ± 0.32                    | 3,88 ± 0,32
                    /sheet   | No question was skipped.       | No se saltó ninguna pregunta.
                    /ideas   | More ideas to try              | Más ideas para probar
                    /plan    | Week 4                         | Semana 4
                    /sources | The numbers                    | Los números
                    /keep    | Print everything               | Imprimir todo
                    /everything | Trust, a little at a time   | Confianza, poco a poco
                    /compare | the result of                  | el resultado del 14 de marzo de 2026
                    /shares  | A number from 1 to 90.         | Un número del 1 al 90.
                    /delete  | Delete this result?            | ¿Borrar este resultado?
                    /change  | Save my changes                | Guardar mis cambios
                    """)
    void readsInEachLanguageWhateverItWasAnsweredIn(String page, String english, String spanish) {
        for (String answeredIn : new String[] {"en", "es"}) {
            String address = answered(answeredIn);

            assertThat(page(address + page))
                    .contains(english, "<html lang=\"en\"")
                    .doesNotContain(spanish, "??");
            assertThat(page(spanish(address) + page))
                    .contains(spanish, "<html lang=\"es\"")
                    .doesNotContain("??");
        }
    }

    @Test
    void isTheSameInEachLanguageWhateverItWasAnsweredIn() {
        assertThat(withoutKeys(page(spanish(answered("en"))))).isEqualTo(withoutKeys(page(spanish(answered("es")))));
        assertThat(withoutKeys(page(answered("en")))).isEqualTo(withoutKeys(page(answered("es"))));
    }

    @Test
    void leadsFromEachPageToTheSamePageInTheOtherLanguage() {
        String address = answered("es");
        for (String below : new String[] {"", "/sheet", "/compare", "/shares", "/delete"}) {
            assertThat(page(address + below))
                    .contains("<a href=\"" + spanish(address) + below + "\" lang=\"es\" hreflang=\"es\">Español</a>");
            assertThat(page(spanish(address) + below))
                    .contains("<a href=\"" + address + below + "\" lang=\"en\" hreflang=\"en\">English</a>");
        }
    }

    @Test
    void isComparedAcrossLanguages() {
        var answer = browser.post()
                .uri(spanish(answered("en")) + "/compare")
                .param("link", answered("es"))
                .exchange();

        assertThat(answer).hasStatusOk().bodyText().contains("Antes y ahora", "con solo repetirlo", "3,9, a menudo");
    }

    @Test
    void isSharedInOneLanguageAndReadInTheOther() {
        var made = browser.post()
                .uri(spanish(answered("en")) + "/shares")
                .param("sign", "distance")
                .param("days", "7")
                .exchange();
        String page = Respondent.bodyOf(made);
        String key = page.replaceAll("(?s).*/es/shared/([A-Za-z0-9_-]{24}).*", "$1");

        assertThat(page).contains("Aquí está el enlace", "Hasta el").doesNotContain("hreflang");
        assertThat(page("/es/shared/" + key)).contains("Notas que alguien", "Tomar distancia", "Casi siempre");
        assertThat(page("/en/shared/" + key)).contains("Notes that somebody", "Keeping distance", "Almost always");
    }

    @Test
    void isWrittenToTheFileInTheLanguageOfThePage() {
        assertThat(browser.get().uri(spanish(answered("en")) + "/result.json"))
                .bodyJson()
                .extractingPath("$.answers[0].label")
                .isEqualTo("A veces");
    }

    @Test
    void isDeletedInTheLanguageOfThePage() {
        String address = answered("en");
        var asked = browser.post().uri(spanish(address) + "/delete").exchange();
        assertThat(asked).bodyText().contains("No se puede deshacer", "Sí, borrar para siempre");

        var gone = browser.post()
                .uri(spanish(address) + "/delete")
                .param("really", "for-good")
                .exchange();

        assertThat(gone).hasRedirectedUrl("/es/result/deleted");
        assertThat(page("/es/result/deleted")).contains("Ya no está", "<html lang=\"es\"");
        assertThat(browser.get().uri(address)).hasStatus(404);
    }

    @Test
    void opensWithSupportInTheLanguageOfThePage() {
        String address = respondent.leaves(respondent.completed(distant(), Wording.CURRENT, true));

        assertThat(page(spanish(address)))
                .containsSubsequence("<h1", "Antes de nada, apoyo", "destaca en tus respuestas")
                .doesNotContain("Si te sientes a salvo a su lado");
    }

    private String answered(String language) {
        return respondent.leaves(new CompletedAssessment(
                "three-signs", 1, language, Respondent.DAY, distant(), false, Wording.CURRENT, false));
    }

    private String page(String address) {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return Respondent.bodyOf(answer);
    }

    private static String spanish(String address) {
        return address.replace("/en/", "/es/");
    }

    private static String withoutKeys(String page) {
        return page.replaceAll("/result/[A-Za-z0-9_-]{24}", "/result/…");
    }
}

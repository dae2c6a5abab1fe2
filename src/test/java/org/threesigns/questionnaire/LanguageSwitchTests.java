package org.threesigns.questionnaire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.respondent.RespondentPagesTest;

/** Half-way through, somebody would rather read the questions in another language. */
@RespondentPagesTest
class LanguageSwitchTests {

    private static final String ENGLISH = "/en/check/three-signs";
    private static final String SPANISH = "/es/check/three-signs";

    private final MockMvcTester browser;
    private final Assessments assessments;
    private final JdbcClient database;

    @Autowired
    LanguageSwitchTests(MockMvcTester browser, Assessments assessments, JdbcClient database) {
        this.browser = browser;
        this.assessments = assessments;
        this.database = database;
    }

    @Test
    void isAButtonThatBringsTheAnswersAlongAndNoLinkThatLosesThem() {
        assertThat(open(ENGLISH))
                .containsPattern("<button[^>]*name=\"_send\" value=\"stay\"[^>]*formaction=\"" + SPANISH + "\"")
                .doesNotContain("href=\"" + SPANISH);
    }

    @Test
    void comesAfterTheButtonThatEnterPresses() {
        assertThat(open(ENGLISH)).containsSubsequence("<button type=\"submit\" hidden>", "See my result", "Español");
    }

    @Test
    void keepsEveryAnswerAndStoresNothing() {
        var sheet = SheetOfAnswers.on(open(ENGLISH)).all("often").without("T3").answer("A1", "-");
        long before = rows();

        String page = switchTo(SPANISH, sheet);

        assertThat(page)
                .contains("<html lang=\"es\"", "Para empezar", "¿Con qué frecuencia")
                .doesNotContain("How often", "all-parts", "??");
        assertThat(page.split("checked=\"checked\"", -1)).hasSize(1 + 26);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void keepsWhatWasTickedAboutSafety() {
        var sheet = SheetOfAnswers.on(open(ENGLISH)).add("_safety", "afraid");

        assertThat(switchTo(SPANISH, sheet)).containsPattern("name=\"_safety\"[^>]*value=\"afraid\"[^>]*checked");
    }

    @Test
    void keepsTheWordingForARelationshipThatIsOver() {
        var sheet = SheetOfAnswers.on(open(ENGLISH + "?about=past"));

        assertThat(switchTo(SPANISH, sheet)).contains("¿Con qué frecuencia te fijabas");
    }

    @Test
    void staysInTheSameSittingSoThatItGivesOneResult() {
        String english = open(ENGLISH);
        var sheet = SheetOfAnswers.on(english).all("often");
        String spanish = switchTo(SPANISH, sheet);

        MvcTestResult first = send(SPANISH, SheetOfAnswers.on(spanish).all("often"));
        MvcTestResult again = send(ENGLISH, sheet.without("_send"));

        assertThat(field(spanish, "_key")).isEqualTo(field(english, "_key"));
        assertThat(token(again)).isEqualTo(token(first));
        CompletedAssessment stored = assessments.find(token(first)).orElseThrow();
        assertThat(stored.language()).isEqualTo("es");
        assertThat(stored.responses().encoded()).isEqualTo("3".repeat(27));
    }

    @Test
    void saysInTheOtherLanguageWhatIsStillOpen() {
        var sheet = SheetOfAnswers.on(open(ENGLISH)).all("often").without("A2");
        String english = body(send(ENGLISH, sheet));
        assertThat(english).contains("Some questions are still open", "value=\"stay-on-all\"");

        String spanish = body(send(SPANISH, sheet.set("_send", "stay-on-all")));

        assertThat(spanish)
                .contains("all-parts", "<title>Error: Preguntas", "Algunas preguntas siguen abiertas")
                .contains("Elige una respuesta para la pregunta 8, o elige «Prefiero no decirlo».")
                .contains("Ver mi resultado sin estas");
    }

    @Test
    void worksWhereStoredAnswersAreChanged() {
        var first = send(ENGLISH, SheetOfAnswers.on(open(ENGLISH)).all("often"));
        String change = "/result/" + token(first).value() + "/change";
        var sheet = SheetOfAnswers.on(open("/en" + change)).all("rarely");

        String spanish = switchTo("/es" + change, sheet);

        assertThat(spanish.split("checked=\"checked\"", -1)).hasSize(1 + 27);
        assertThat(spanish).contains("Guardar mis cambios");
        assertThat(assessments.find(token(first)).orElseThrow().responses().encoded())
                .isEqualTo("3".repeat(27));
    }

    private String switchTo(String address, SheetOfAnswers sheet) {
        MvcTestResult result = send(address, sheet.set("_send", "stay"));
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private String open(String address) {
        var result = browser.perform(get(address));
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult send(String address, SheetOfAnswers sheet) {
        return browser.perform(post(address).params(sheet.fields()));
    }

    private static String field(String page, String name) {
        return requireNonNull(SheetOfAnswers.on(page).fields().getFirst(name));
    }

    private static AssessmentToken token(MvcTestResult result) {
        assertThat(result).hasStatus(303);
        String link = requireNonNull(result.getResponse().getRedirectedUrl());
        return AssessmentToken.parse(link.substring("/en/result/".length())).orElseThrow();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private long rows() {
        return database.sql("select count(*) from assessment").query(Long.class).single();
    }
}

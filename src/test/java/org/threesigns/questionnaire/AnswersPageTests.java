package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.respondent.RespondentPagesTest;

/** Every question with what was answered, before sending and afterwards. */
@RespondentPagesTest
class AnswersPageTests {

    private static final String FORM = "/en/check/three-signs";
    private static final String ANSWERS = FORM + "/answers";
    private static final Pattern ANSWER = Pattern.compile("<dd>([^<]+)</dd>");

    private final MockMvcTester browser;
    private final Assessments assessments;
    private final JdbcClient database;

    @Autowired
    AnswersPageTests(MockMvcTester browser, Assessments assessments, JdbcClient database) {
        this.browser = browser;
        this.assessments = assessments;
        this.database = database;
    }

    @Nested
    class BeforeSending {

        @Test
        void showsEveryAnswerInItsPartAndStoresNothing() {
            long before = rows();

            String page = page(sent(ANSWERS, sheet().all("often").answer("A1", "never")));

            assertThat(page)
                    .contains("<title>Your answers – Three Signs</title>", "To begin", "Last three questions")
                    .contains("Nothing has been stored yet.")
                    .doesNotContain("have no answer yet", "??");
            assertThat(ANSWER.matcher(page).results().map(answer -> answer.group(1)))
                    .hasSize(27)
                    .startsWith("Never", "Often")
                    .endsWith("Often");
            assertThat(rows()).isEqualTo(before);
        }

        @Test
        void tellsWhatIsOpenFromWhatIsSetAside() {
            String page = page(sent(ANSWERS, sheet().answer("A1", "-").answer("A2", "rarely")));

            assertThat(page).contains("25 questions have no answer yet.");
            assertThat(page.split("No answer yet</dd>", -1)).hasSize(1 + 25);
            assertThat(page.split("Prefer not to say</dd>", -1)).hasSize(1 + 1);
        }

        @Test
        void hasAWayToChangeEachAnswerThatBringsTheOthersAlong() {
            String page = page(sent(ANSWERS, sheet().all("often").without("T3")));
            assertThat(page)
                    .containsPattern("name=\"_send\" value=\"stay\"[^>]*formaction=\"" + FORM + "#A2.0\"")
                    .containsPattern("formaction=\"" + FORM + "#T3.0\"");

            String form = page(sent(FORM, SheetOfAnswers.on(page).set("_send", "stay")));

            assertThat(form.split("checked=\"checked\"", -1)).hasSize(1 + 26);
            assertThat(form).doesNotContain("all-parts");
        }

        @Test
        void sendsTheSameAnswersToTheSameResult() {
            var sheet = sheet().all("sometimes").add("_safety", "afraid");
            String page = page(sent(ANSWERS, sheet));
            assertThat(page).doesNotContain("I am afraid of my partner");

            AssessmentToken token = token(sent(FORM, SheetOfAnswers.on(page)));

            assertThat(token(sent(FORM, sheet))).isEqualTo(token);
            var stored = assessments.find(token).orElseThrow();
            assertThat(stored.responses().encoded()).isEqualTo("2".repeat(27));
            assertThat(stored.supportFirst()).isTrue();
        }

        @Test
        void isThereInTheOtherLanguage() {
            var sheet = SheetOfAnswers.on(open(FORM + "?about=past")).all("never");

            assertThat(page(sent("/es/check/three-signs/answers", sheet)))
                    .contains("Revisa tus respuestas", "¿Con qué frecuencia te fijabas", "<dd>Nunca</dd>")
                    .contains("data-address=\"/es/check/three-signs?about=past\"");
        }

        @Test
        void dropsWhatIsNoAnswer() {
            assertThat(page(sent(
                            ANSWERS,
                            sheet().all("often").answer("A2", "<script>").add("Z9", "often"))))
                    .contains("One question has no answer yet.")
                    .doesNotContain("<script>", "name=\"Z9\"");
        }

        @Test
        void isTheFormForWhoComesWithoutAny() {
            assertThat(browser.perform(get(ANSWERS))).hasStatus(303).hasRedirectedUrl(FORM);
            assertThat(browser.perform(get("/en/check/other/answers"))).hasStatus(404);
        }
    }

    @Nested
    class FromTheResult {

        @ParameterizedTest
        @CsvSource({"en, Often, Prefer not to say", "es, A menudo, Prefiero no decirlo"})
        void showsEveryAnswerWithALinkThatChangesIt(String language, String often, String aside) {
            String result = "/result/"
                    + token(sent(FORM, sheet().all("often").answer("A1", "-"))).value();

            String page = open("/" + language + result + "/answers");

            assertThat(ANSWER.matcher(page).results().map(answer -> answer.group(1)))
                    .hasSize(26)
                    .allMatch(often::equals);
            assertThat(page)
                    .contains(aside + "</dd>", "href=\"/" + language + result + "/change#A2.0\"")
                    .contains("href=\"/" + language + result + "\"")
                    .doesNotContain("<form", "??");
        }

        @Test
        void isLinkedFromIt() {
            String result =
                    "/en/result/" + token(sent(FORM, sheet().all("often"))).value();

            assertThat(open(result)).contains("href=\"" + result + "/answers\"");
        }

        @Test
        void tellsNobodyWhereItIs() {
            String result =
                    "/en/result/" + token(sent(FORM, sheet().all("often"))).value();

            assertThat(browser.perform(get(result + "/answers")))
                    .headers()
                    .hasValue("Cache-Control", "no-store")
                    .hasValue("Referrer-Policy", "no-referrer");
        }

        @Test
        void doesNotTellWhetherSupportComesFirst() {
            AssessmentToken ticked = token(sent(FORM, sheet().all("often").add("_safety", "afraid")));
            AssessmentToken unticked = token(sent(FORM, sheet().all("often")));

            assertThat(open("/en/result/" + ticked.value() + "/answers").replace(ticked.value(), ""))
                    .isEqualTo(
                            open("/en/result/" + unticked.value() + "/answers").replace(unticked.value(), ""));
        }

        @Test
        void savesFromEveryPartOfTheForm() {
            String result =
                    "/en/result/" + token(sent(FORM, sheet().all("often"))).value();

            assertThat(open(result + "/change").split(">Save my changes</button>", -1))
                    .hasSize(1 + 5);
        }

        @ParameterizedTest
        @ValueSource(strings = {"short", "AAAAAAAAAAAAAAAAAAAAAAAA"})
        void isNotThereForAWrongLink(String token) {
            assertThat(browser.perform(get("/en/result/" + token + "/answers"))).hasStatus(404);
        }
    }

    private SheetOfAnswers sheet() {
        return SheetOfAnswers.on(open(FORM));
    }

    private String open(String address) {
        return page(browser.perform(get(address)));
    }

    private MvcTestResult sent(String address, SheetOfAnswers sheet) {
        return browser.perform(post(address).params(sheet.fields()));
    }

    private static String page(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static AssessmentToken token(MvcTestResult result) {
        assertThat(result).hasStatus(303);
        String link = requireNonNull(result.getResponse().getRedirectedUrl());
        return AssessmentToken.parse(link.substring("/en/result/".length())).orElseThrow();
    }

    private long rows() {
        return database.sql("select count(*) from assessment").query(Long.class).single();
    }
}

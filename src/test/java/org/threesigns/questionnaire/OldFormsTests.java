package org.threesigns.questionnaire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;

/** A form that is sent once more after its result was deleted, or long after it was opened. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:old-forms;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
class OldFormsTests {

    private static final String ADDRESS = "/en/check/three-signs";
    private static final int QUESTIONS = 27;
    private static final Duration LONGEST = Duration.ofDays(Assessments.DAYS_TO_SAVE);

    private final MockMvcTester browser;
    private final Assessments assessments;
    private final JdbcClient database;

    @MockitoSpyBean
    private FormStamp stamps;

    @Autowired
    OldFormsTests(MockMvcTester browser, Assessments assessments, JdbcClient database) {
        this.browser = browser;
        this.assessments = assessments;
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://robot.example"})
    void theFormOfADeletedResultDoesNotBringItBack(String bait) {
        var sheet = sheet().set("_website", bait);
        String link = linkOf(send(sheet));
        delete(link);

        assertThat(comesBack(sheet, 409))
                .contains("This result was deleted", "Nothing has been stored")
                .contains("href=\"/en/check/three-signs?about=current\"", "Begin with an empty form");
        assertThat(comesBack(sheet.answer("A1", "never"), 409)).contains("This result was deleted");
        assertThat(browser.get().uri(link)).hasStatus(404);
    }

    @Test
    void itComesBackAsAFormOfItsOwnWithWhichAResultCanBeHadAnew() {
        var sheet = sheet();
        String deleted = linkOf(send(sheet));
        delete(deleted);

        var anew = SheetOfAnswers.on(comesBack(sheet, 409)).all("often");

        assertThat(anew.fields().get("_key")).isNotEqualTo(sheet.fields().get("_key"));
        assertThat(linkOf(send(anew))).isNotEqualTo(deleted);
        assertThat(browser.get().uri(deleted)).hasStatus(404);
    }

    @Test
    void itSpeaksSpanishToo() {
        var sheet = sheet();
        delete(linkOf(send(sheet)));

        assertThat(browser.perform(post("/es/check/three-signs").params(sheet.fields())))
                .hasStatus(409)
                .bodyText()
                .contains("Este resultado se borró", "Empezar con un formulario vacío");
    }

    @Test
    void aFormIsTakenForDays() {
        open(LONGEST);

        assertThat(send(sheet())).hasStatus(303);
    }

    @Test
    void aFormOfLongAgoComesBackFreshWithEveryAnswer() {
        var sheet = sheet();
        open(LONGEST.plusMillis(1));

        String page = comesBack(sheet, 422);

        assertThat(page).contains("This page is out of date");
        assertThat(SheetOfAnswers.on(page).fields().get("_key"))
                .isNotEqualTo(sheet.fields().get("_key"));
    }

    @Test
    void aFormOfLongAgoStillLeadsToTheResultItMade() {
        var sheet = sheet();
        String link = linkOf(send(sheet));
        open(LONGEST.plusDays(30));

        assertThat(linkOf(send(sheet))).isEqualTo(link);
    }

    @Test
    void aFormOfLongAgoWhoseResultWasDeletedMakesNoneEither() {
        var sheet = sheet();
        String link = linkOf(send(sheet));
        delete(link);
        database.sql("delete from tombstone").update(); // as it has ended by then
        open(LONGEST.plusDays(2));

        assertThat(comesBack(sheet, 422)).contains("This page is out of date");
        assertThat(browser.get().uri(link)).hasStatus(404);
    }

    @Test
    void aFormOfLongAgoInAnotherLanguageIsAFreshOne() {
        var sheet = sheet();
        open(LONGEST.plusDays(2));

        var answer = browser.perform(
                post("/es/check/three-signs").params(sheet.set("_send", "stay").fields()));

        assertThat(answer).hasStatusOk();
        assertThat(SheetOfAnswers.on(body(answer)).fields().get("_key"))
                .isNotEqualTo(sheet.fields().get("_key"));
    }

    /** Every form was opened so long ago, from now on. */
    private void open(Duration ago) {
        doReturn(Optional.of(ago)).when(stamps).age(anyString(), anyString());
    }

    private SheetOfAnswers sheet() {
        return SheetOfAnswers.on(body(browser.perform(get(ADDRESS)))).all("often");
    }

    private MvcTestResult send(SheetOfAnswers sheet) {
        return browser.perform(post(ADDRESS).params(sheet.fields()));
    }

    private void delete(String link) {
        assertThat(browser.post().uri(link + "/delete").param("really", "for-good"))
                .hasStatus(303);
    }

    private String comesBack(SheetOfAnswers sheet, int status) {
        long before = rows();
        var answer = send(sheet);
        assertThat(answer).hasStatus(status);
        assertThat(rows()).as("stored results").isEqualTo(before);
        assertThat(body(answer).split("checked=\"checked\"", -1)).hasSize(1 + QUESTIONS);
        return body(answer);
    }

    private String linkOf(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
        String link = requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(assessments.find(AssessmentToken.parse(link.substring("/en/result/".length()))
                        .orElseThrow()))
                .isPresent();
        return link;
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private long rows() {
        return database.sql("select count(*) from assessment").query(Long.class).single();
    }
}

package org.threesigns.questionnaire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;

@RespondentPagesTest
class QuestionnaireTests {

    private static final String ADDRESS = "/en/check/three-signs";

    private final MockMvcTester browser;
    private final Assessments assessments;
    private final JdbcClient database;

    @Autowired
    QuestionnaireTests(MockMvcTester browser, Assessments assessments, JdbcClient database) {
        this.browser = browser;
        this.assessments = assessments;
        this.database = database;
    }

    @Nested
    class ThePage {

        @Test
        void asksEveryQuestionInItsPart() {
            String page = open(ADDRESS);

            assertThat(page)
                    .contains("Part 1 of 5", "Part 5 of 5", "27.")
                    .contains("How often do you watch your partner", "The question about safety is never kept.")
                    .doesNotContain("??", "all-parts");
            assertThat(page.split("<fieldset", -1)).hasSize(1 + 27 + 1);
        }

        @Test
        void choosesNothingForTheRespondent() {
            assertThat(open(ADDRESS)).doesNotContain("checked");
        }

        @Test
        void speaksOfARelationshipThatIsOver() {
            assertThat(open(ADDRESS + "?about=past")).contains("How often did you watch your partner");
        }

        @ParameterizedTest
        @ValueSource(strings = {"?about=never", "?about=", "?about=past&about=current"})
        void fallsBackToARelationshipNow(String query) {
            assertThat(browser.get().uri(ADDRESS + query)).hasStatusOk();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/en/check/other", "/xx/check/three-signs", "/en/check/Three-Signs"})
        void isNowhereElse(String address) {
            assertThat(browser.get().uri(address)).hasStatus(404);
        }
    }

    @Nested
    class Sending {

        @Test
        void storesTheAnswersAndLeadsToTheResult() {
            var result = send(sheet().all("often").answer("D1", "never").answer("A1", "-"));

            CompletedAssessment stored = stored(result);
            assertThat(stored.responses().encoded()).isEqualTo("-33333033333333333333333333");
            assertThat(stored.instrument()).isEqualTo("three-signs");
            assertThat(stored.language()).isEqualTo("en");
            assertThat(stored.wording()).isEqualTo(Wording.CURRENT);
            assertThat(stored.supportFirst()).isFalse();
        }

        @Test
        void keepsTheWordingThatWasAsked() {
            var sheet = SheetOfAnswers.on(open(ADDRESS + "?about=past")).all("rarely");

            assertThat(stored(send(sheet)).wording()).isEqualTo(Wording.PAST);
        }

        @Test
        void leavesUnscoredQuestionsOpenWithoutAWord() {
            var result = send(sheet().all("rarely").without("T1").without("T2").without("T3"));

            assertThat(stored(result).responses().encoded()).endsWith("---");
        }

        @Test
        void flagsAnswersThatCameFasterThanAnybodyReads() {
            assertThat(stored(send(sheet().all("rarely"))).careless()).isTrue();
        }

        @Test
        void keepsTheFlagWhereTheFormIsSentOnceMore() {
            var sheet = sheet().all("rarely");
            var first = send(sheet);

            send(sheet.answer("D1", "often").answer("D5", "often"));

            assertThat(stored(first).responses().encoded()).startsWith("1111113111");
            assertThat(stored(first).careless()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"afraid", "controlled", "deceived", "own-actions"})
        void putsSupportFirstWhateverWasTicked(String statement) {
            var result = send(sheet().all("rarely").add("_safety", statement));

            assertThat(stored(result).supportFirst()).isTrue();
        }

        @Test
        void takesRatherNotToSayAsNothingSaid() {
            assertThat(stored(send(sheet().all("rarely").add("_safety", "-"))).supportFirst())
                    .isFalse();
        }

        @Test
        void givesOneResultToOneSittingWithTheAnswersThatWereSentLast() {
            long before = rows();
            var sheet = sheet().all("rarely").add("_safety", "afraid");
            var first = send(sheet);

            var second = send(sheet.answer("A1", "often").without("_safety"));

            assertThat(second.getResponse().getRedirectedUrl())
                    .isEqualTo(first.getResponse().getRedirectedUrl());
            assertThat(stored(first).responses().encoded()).startsWith("3");
            assertThat(stored(first).supportFirst()).isTrue();
            assertThat(rows()).isEqualTo(before + 1);
        }

        @Test
        void givesOneResultToFiftyPostsAtOnce() throws InterruptedException {
            var sheet = sheet().all("sometimes");
            long before = rows();
            Set<String> links = ConcurrentHashMap.newKeySet();

            var posts = Executors.newFixedThreadPool(10);
            for (int post = 0; post < 50; post++) {
                posts.execute(
                        () -> links.add(requireNonNull(send(sheet).getResponse().getRedirectedUrl())));
            }
            posts.shutdown();

            assertThat(posts.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(links).hasSize(1);
            assertThat(rows()).isEqualTo(before + 1);
        }
    }

    @Nested
    class AFormThatIsNotDone {

        @Test
        void comesBackWithTheListAndEveryAnswer() {
            var sheet = sheet().all("often").without("A2").without("C5");

            String page = comesBack(sheet, 422);

            assertThat(page)
                    .contains("Error: Questions", "Some questions are still open", "all-parts")
                    .contains("href=\"#A2.0\"", "href=\"#C5.0\"", "See my result without these")
                    .contains("Choose an answer for question 8, or choose “Prefer not to say”.");
            assertThat(page.split("checked=\"checked\"", -1)).hasSize(1 + 25);
        }

        @Test
        void isTakenWithoutTheOpenOnesWhenAskedTo() {
            var sheet = sheet().all("often").without("A2").without("C5").set("_send", "without");

            assertThat(stored(send(sheet)).responses().encoded()).containsPattern("^3{7}-3{12}-3{6}$");
        }

        @Test
        void saysWhichAnswersWouldGiveAFirstSign() {
            var sheet = sheet().all("often")
                    .withoutScale("distance")
                    .withoutScale("control")
                    .answer("A1", "-")
                    .answer("A2", "-")
                    .answer("A3", "-")
                    .set("_send", "without");

            String page = comesBack(sheet, 422);

            assertThat(page)
                    .contains("There are not enough answers", "One more answer to these questions")
                    .contains("href=\"#A1.0\"", "href=\"#A2.0\"", "href=\"#A3.0\"")
                    .doesNotContain("href=\"#D1.0\"", "See my result without these");
        }

        @Test
        void doesNotOfferAResultThatCannotBeHad() {
            assertThat(comesBack(sheet(), 422)).doesNotContain("See my result without these");
        }
    }

    @Nested
    class BadInput {

        static Stream<SheetChange> wrongAnswers() {
            return Stream.of(
                    sheet -> sheet.answer("A2", "maybe"),
                    sheet -> sheet.answer("A2", "6"),
                    sheet -> sheet.answer("A2", ""),
                    sheet -> sheet.answer("A2", "<script>"),
                    sheet -> sheet.add("A2", "rarely"));
        }

        @ParameterizedTest
        @MethodSource("wrongAnswers")
        void isSaidAtItsQuestionAndKeepsTheOtherAnswers(SheetChange change) {
            var sheet = sheet().all("often");
            change.on(sheet);

            String page = comesBack(sheet, 422);

            assertThat(page).contains("href=\"#A2.0\"", "id=\"A2.problem\"").doesNotContain("<script>");
            assertThat(page.split("checked=\"checked\"", -1)).hasSize(1 + 26);
        }

        static Stream<SheetChange> unknownThings() {
            return Stream.of(
                    sheet -> sheet.add("Z9", "often"),
                    sheet -> sheet.add("a2", "often"),
                    sheet -> sheet.add("_safety", "burning-house"));
        }

        @ParameterizedTest
        @MethodSource("unknownThings")
        void isNotStoredWhenItIsUnknown(SheetChange change) {
            var sheet = sheet().all("often");
            change.on(sheet);

            assertThat(comesBack(sheet, 422)).contains("Something did not arrive as it should");
        }

        static Stream<SheetChange> foreignSittings() {
            return Stream.of(
                    sheet -> sheet.without("_key"),
                    sheet -> sheet.without("_stamp"),
                    sheet -> sheet.set("_key", "short"),
                    sheet -> sheet.set("_key", SittingKey.random().value()),
                    sheet -> sheet.set("_stamp", "A".repeat(54)),
                    sheet -> sheet.without("_version"),
                    sheet -> sheet.set("_version", "2"),
                    sheet -> sheet.set("_version", "one"),
                    sheet -> sheet.set("_version", "99999999999"));
        }

        @ParameterizedTest
        @MethodSource("foreignSittings")
        void getsAFreshPageWithTheAnswersWhenTheSittingIsNotOurs(SheetChange change) {
            var sheet = sheet().all("often");
            change.on(sheet);

            String page = comesBack(sheet, 422);

            assertThat(page).contains("This page is out of date");
            assertThat(page.split("checked=\"checked\"", -1)).hasSize(1 + 27);
            assertThat(stored(send(SheetOfAnswers.on(page).all("often")))).isNotNull();
        }

        static Stream<SheetChange> nothingABrowserSends() {
            return Stream.of(
                    sheet -> sheet.answer("A2", "often\0"),
                    sheet -> sheet.answer("A2", "x".repeat(10_000)),
                    sheet -> sheet.add("y".repeat(10_000), "often"));
        }

        @ParameterizedTest
        @MethodSource("nothingABrowserSends")
        void isRefusedWhenNoBrowserSendsIt(SheetChange change) {
            var sheet = sheet().all("often");
            change.on(sheet);
            long before = rows();

            assertThat(send(sheet)).hasStatus(400);
            assertThat(rows()).isEqualTo(before);
        }

        /** Spoils a sheet of answers. */
        interface SheetChange {
            void on(SheetOfAnswers sheet);
        }
    }

    @Nested
    class ChangingAnswers {

        @Test
        void opensTheFormFilledFromTheStore() {
            String change = changeAddress(send(sheet().all("often").answer("A1", "-")));

            String page = open(change);

            assertThat(page.split("checked=\"checked\"", -1)).hasSize(1 + 27);
            assertThat(page)
                    .contains(
                            "Save my changes",
                            "your changes take the place of what you answered before",
                            "Go back and leave everything as it is",
                            "Undo my changes")
                    .doesNotContain("_key", "_stamp", "Start afresh", "Your result gets a link");
        }

        @Test
        void replacesTheAnswersUnderTheSameLink() {
            var first = send(sheet().all("often"));
            String change = changeAddress(first);

            var again = send(change, SheetOfAnswers.on(open(change)).all("rarely"));

            assertThat(again.getResponse().getRedirectedUrl())
                    .isEqualTo(first.getResponse().getRedirectedUrl());
            assertThat(stored(first).responses().encoded()).isEqualTo("1".repeat(27));
        }

        @Test
        void neverShowsWhatWasTickedAndKeepsItUnlessTakenBack() {
            var first = send(sheet().all("often").add("_safety", "afraid"));
            String change = changeAddress(first);
            assertThat(open(change)).doesNotContainPattern("name=\"_safety\"[^>]*checked");

            send(change, SheetOfAnswers.on(open(change)).all("rarely"));
            assertThat(stored(first).supportFirst()).isTrue();

            send(change, SheetOfAnswers.on(open(change)).all("rarely").add("_safety", "-"));
            assertThat(stored(first).supportFirst()).isFalse();
        }

        @Test
        void comesBackWithWhatIsOpen() {
            String change = changeAddress(send(sheet().all("often")));

            var result =
                    send(change, SheetOfAnswers.on(open(change)).all("rarely").without("A1"));

            assertThat(result)
                    .hasStatus(422)
                    .bodyText()
                    .contains("href=\"#A1.0\"", "Save my changes", "everything is as it was")
                    .doesNotContain("Nothing has been stored");
        }

        @ParameterizedTest
        @ValueSource(strings = {"short", "AAAAAAAAAAAAAAAAAAAAAAAA"})
        void isNotThereForAWrongLink(String token) {
            assertThat(browser.get().uri("/en/result/" + token + "/change")).hasStatus(404);
            assertThat(send("/en/result/" + token + "/change", sheet().all("often")))
                    .hasStatus(404);
        }
    }

    private SheetOfAnswers sheet() {
        return SheetOfAnswers.on(open(ADDRESS));
    }

    private String open(String address) {
        var result = browser.perform(get(address));
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult send(SheetOfAnswers sheet) {
        return send(ADDRESS, sheet);
    }

    private MvcTestResult send(String address, SheetOfAnswers sheet) {
        return browser.perform(post(address).params(sheet.fields()));
    }

    private String comesBack(SheetOfAnswers sheet, int status) {
        long before = rows();
        var result = send(sheet);
        assertThat(result).hasStatus(status);
        assertThat(rows()).as("stored results").isEqualTo(before);
        return body(result);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private CompletedAssessment stored(MvcTestResult result) {
        assertThat(result).hasStatus(303);
        return assessments.find(token(result)).orElseThrow();
    }

    private static AssessmentToken token(MvcTestResult result) {
        String link = requireNonNull(result.getResponse().getRedirectedUrl());
        return AssessmentToken.parse(link.substring("/en/result/".length())).orElseThrow();
    }

    private static String changeAddress(MvcTestResult result) {
        return result.getResponse().getRedirectedUrl() + "/change";
    }

    private long rows() {
        return database.sql("select count(*) from assessment").query(Long.class).single();
    }
}

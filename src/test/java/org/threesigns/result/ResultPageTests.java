package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.distant;
import static org.threesigns.result.Respondent.responses;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;

@RespondentPagesTest
class ResultPageTests {

    private final MockMvcTester browser;
    private final Respondent respondent;

    @Autowired
    ResultPageTests(MockMvcTester browser, Respondent respondent) {
        this.browser = browser;
        this.respondent = respondent;
    }

    @Test
    void tellsAStoryBeforeItShowsNumbers() {
        assertThat(page(respondent.leaves(distant())))
                .containsSubsequence(
                        "This showed up most often in your answers:",
                        "Keeping distance",
                        "3.9 on a scale of 1 to 5.",
                        "You said that you often make space",
                        "Why this score",
                        "One thing to try",
                        "What already helps you",
                        "Someone to talk to",
                        "More ideas to try",
                        "Four weeks, step by step")
                .doesNotContain("??");
    }

    @Test
    void numbersTheWeeksOfThePlan() {
        assertThat(page(respondent.leaves(distant()) + "/plan"))
                .containsSubsequence(">Week 1<", ">Week 2<", ">Week 3<", ">Week 4<")
                .doesNotContain("Week 5", "??");
    }

    @Test
    void namesSignsThatAreCloseTogether() {
        assertThat(page(respondent.leaves(responses("D", "44444444", "C", "11111111", "A", "44444443"))))
                .containsSubsequence("Two things showed up most often", "Keeping distance", " and ", "Reading between");
    }

    @Test
    void saysThatNothingStandsOut() {
        assertThat(page(respondent.leaves(responses("D", "11111111", "C", "11111111", "A", "11111111"))))
                .contains(
                        "Nothing stands out in your answers", "Each score comes with one thing to try; one is enough.");
    }

    @Test
    void saysSoWhereThereAreNotEnoughAnswersAndNeverZero() {
        assertThat(page(respondent.leaves(responses("D", "44444444", "C", "111-----"))))
                .contains(
                        "There were enough answers for one score:",
                        "It comes with one thing to try.",
                        "not enough answers",
                        "You answered 3 of 8 questions here, and a score needs at least 6.")
                .doesNotContain("0.0 on a scale");
    }

    @Test
    void promisesSomethingToTryForScoresAlone() {
        assertThat(page(respondent.leaves(responses("D", "44444444", "C", "111-----", "A", "11111111"))))
                .contains("not enough answers", "Each score comes with one thing to try")
                .doesNotContain("Each part has");
    }

    @Test
    void saysThatAScoreIsCloseToTheNextBand() {
        assertThat(page(respondent.leaves(responses("D", "44434333", "C", "11111111", "A", "11111111"))))
                .contains("close to “sometimes”");
    }

    @Test
    void explainsAScoreByItsAnswers() {
        assertThat(page(respondent.leaves(distant())))
                .containsSubsequence(
                        "Why this score", "When your partner says something cold or harsh", "Almost always");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ideas", "/plan"})
    void saysWhereEachTipComesFrom(String below) {
        String address = respondent.leaves(distant());
        String sources = page(address + "/sources");

        assertThat(sources).contains("Mark Travers", "17 March 2025");
        assertThat(Pattern.compile("href=\"" + address + "/sources#(idea-[^\"]+)\"")
                        .matcher(page(address + below))
                        .results())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(sources).contains("id=\"" + link.group(1) + "\""));
    }

    @Test
    void hasNoPageOfIdeasOrWeeksBelowAWrongLink() {
        String nowhere = Respondent.addressOf(Respondent.newToken());

        for (String below : List.of("/ideas", "/plan", "/sources", "/keep", "/everything")) {
            assertThat(browser.get().uri(nowhere + below)).hasStatus(404);
        }
    }

    @Test
    void putsEverythingOnOnePageForPaper() {
        assertThat(page(respondent.leaves(distant()) + "/everything"))
                .contains("<title>Notes 2026-03-14</title>")
                .containsSubsequence(
                        "What your answers say",
                        "Why this score",
                        "One thing to try",
                        "It helped if",
                        "The idea behind it:",
                        "Trust, a little at a time",
                        "Week 4",
                        "The numbers",
                        "What this can’t tell you",
                        "Mark Travers",
                        "id=\"idea-")
                .doesNotContain("??");
    }

    @Test
    void listsWhatWasSkipped() {
        assertThat(page(respondent.leaves(responses("D", "4-444444", "C", "11111111", "A", "11111111")) + "/sources"))
                .containsSubsequence("What you skipped", "13. How often do you hold back");
    }

    @Test
    void addsASoftNoteToHastyAnswers() {
        var hasty = new CompletedAssessment(
                "three-signs", 1, "en", Respondent.DAY, distant(), true, Wording.CURRENT, false);

        assertThat(page(respondent.leaves(hasty))).contains("came very fast");
        assertThat(page(respondent.leaves(distant()))).doesNotContain("came very fast");
    }

    @ParameterizedTest
    @EnumSource
    void opensWithSupportWhereItComesFirst(Wording wording) {
        String page = page(respondent.leaves(respondent.completed(distant(), wording, true)));

        assertThat(page)
                .containsSubsequence("<h1", "First of all, support", "showed up most often")
                .doesNotContain("If you feel safe with them");
    }

    @Test
    void readsPastWhereTheRelationshipIsOver() {
        String page = page(respondent.leaves(respondent.completed(distant(), Wording.PAST, false)));

        assertThat(page)
                .contains("You said that you often made space", "When your partner said something cold")
                .doesNotContain("you often make space", "First of all, support");
    }

    @Test
    void speaksOfGivingWayNeverOfControlling() {
        assertThat(page(respondent.leaves(responses("D", "11111111", "C", "55511155", "A", "11111111"))))
                .contains("Support comes first", "less say")
                .doesNotContain("Holding on tighter");
    }

    @Test
    void offersSupportAtEveryScore() {
        assertThat(page(respondent.leaves(responses("D", "11111111", "C", "11111111", "A", "11111111"))))
                .contains("whatever your score");
    }

    @Test
    void hasNoFormAndIsKeptByNobody() {
        var answer = browser.get().uri(respondent.leaves(distant())).exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer).headers().hasValue("Cache-Control", "no-store").hasValue("Referrer-Policy", "no-referrer");
        assertThat(answer)
                .bodyText()
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("<form");
    }

    @Test
    void keepsTopicsOutOfItsTitle() {
        String page = page(respondent.leaves(distant()));

        assertThat(page.substring(page.indexOf("<title"), page.indexOf("</title>")))
                .doesNotContainIgnoringCase("trust")
                .doesNotContainIgnoringCase("partner");
    }

    @Test
    void answersAWrongShortenedOrCaseChangedLinkLikeAnyOther() {
        String address = respondent.leaves(distant());
        String key = address.substring(address.lastIndexOf('/') + 1);

        assertThat(browser.get().uri(Respondent.addressOf(Respondent.newToken())))
                .hasStatus(404);
        assertThat(browser.get().uri(address.substring(0, address.length() - 1)))
                .hasStatus(404);
        assertThat(browser.get().uri(address.replace(key, swapCase(key)))).hasStatus(404);
        assertThat(browser.get().uri(address + "A")).hasStatus(404);
    }

    private String page(String address) {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return Respondent.bodyOf(answer);
    }

    private static String swapCase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals(text) ? text.toUpperCase(Locale.ROOT) : lower;
    }
}

package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.DAY;
import static org.threesigns.result.Respondent.distant;
import static org.threesigns.result.Respondent.responses;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;
import org.threesigns.scoring.Responses;

@RespondentPagesTest
class ComparisonTests {

    private static final Responses LOW = responses("D", "22222222", "C", "22222222", "A", "22222222");
    private static final Responses HIGHER = responses("D", "33333333", "C", "22222233", "A", "1111111-");

    private final MockMvcTester browser;
    private final Respondent respondent;
    private final JdbcClient database;

    @Autowired
    ComparisonTests(MockMvcTester browser, Respondent respondent, JdbcClient database) {
        this.browser = browser;
        this.respondent = respondent;
        this.database = database;
    }

    @Test
    void saysOfEachSignWhetherItReallyChanged() {
        String earlier = respondent.leaves(on(DAY.minusDays(70), LOW));
        String later = respondent.leaves(HIGHER);

        assertThat(comparing(later, "https://example.org" + earlier))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("From 3 January 2026 to 14 March 2026")
                .containsSubsequence(
                        "Keeping distance",
                        "higher than before",
                        "3 January 2026, the link that you pasted",
                        "2.0, rarely",
                        "14 March 2026, the result that you came from",
                        "3.0, sometimes")
                .containsSubsequence("Balance of power", "within what a repeat on another day could show")
                .containsSubsequence("Reading between the lines", "lower than before")
                .doesNotContain("??");
    }

    @Test
    void putsThemInTheOrderOfTheirDays() {
        String earlier = respondent.leaves(on(DAY.minusDays(70), LOW));
        String later = respondent.leaves(HIGHER);

        assertThat(comparing(earlier, later))
                .bodyText()
                .containsSubsequence("From 3 January 2026 to 14 March 2026", "2.0, rarely", "3.0, sometimes");
    }

    @Test
    void saysWhichOfTwoOfOneDayCountsAsTheEarlier() {
        assertThat(comparing(respondent.leaves(HIGHER), respondent.leaves(LOW)))
                .bodyText()
                .containsSubsequence(
                        "Both are of 14 March 2026. The one whose link you pasted counts as the earlier.",
                        "14 March 2026, the link that you pasted",
                        "2.0, rarely",
                        "14 March 2026, the result that you came from",
                        "3.0, sometimes");
    }

    @Test
    void comparesNothingWhereASignHasNoScore() {
        String other = respondent.leaves(responses("D", "22222222"));

        assertThat(comparing(respondent.leaves(distant()), other))
                .bodyText()
                .contains("nothing to compare", "not enough answers");
    }

    @Test
    void saysThatOneIsAboutARelationshipThatIsOver() {
        String other = respondent.leaves(respondent.completed(LOW, Wording.PAST, false));

        assertThat(comparing(respondent.leaves(distant()), other))
                .bodyText()
                .contains("about a relationship that is over, the other about one now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "  %s\n",
                "https://example.org%s/sheet?x=1#y",
                "Look: http://localhost:8080%s.",
                "<https://example.org%s>;"
            })
    void readsALinkHoweverItIsPasted(String pasted) {
        String other = respondent.leaves(LOW);

        assertThat(comparing(respondent.leaves(distant()), pasted.formatted(other)))
                .hasStatusOk();
    }

    @Test
    void readsAKeyAlone() {
        String other = Respondent.tokenOf(respondent.leaves(LOW)).value();

        assertThat(comparing(respondent.leaves(distant()), other)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void asksForALinkWhereThereIsNone(String nothing) {
        assertRefused(comparing(respondent.leaves(distant()), nothing), "Paste the link to an earlier result.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "https://example.org/", "/en/result/tooshort", "\u0000", "<script>"})
    void saysThatItIsNoLink(String text) {
        assertRefused(comparing(respondent.leaves(distant()), text), "This isn’t a link to a result.");
    }

    @Test
    void saysThatThereIsNoSuchResult() {
        String deleted = respondent.leaves(LOW);
        browser.post().uri(deleted + "/delete").param("really", "for-good").exchange();

        assertRefused(comparing(respondent.leaves(distant()), deleted), "There is no result at this link.");
    }

    @Test
    void saysThatItIsTheSameResult() {
        String address = respondent.leaves(distant());

        assertRefused(comparing(address, address), "the result that you are looking at");
    }

    @Test
    void asksForTheLink() {
        assertThat(browser.get().uri(respondent.leaves(distant()) + "/compare"))
                .hasStatusOk()
                .headers()
                .hasValue("Referrer-Policy", "same-origin")
                .hasValue("Cache-Control", "no-store");
    }

    @Test
    void storesNothing() {
        String later = respondent.leaves(HIGHER);
        String earlier = respondent.leaves(LOW);
        long before = rows();

        comparing(later, earlier);

        assertThat(rows()).isEqualTo(before);
    }

    private long rows() {
        return database.sql("select (select count(*) from assessment) + (select count(*) from share)")
                .query(Long.class)
                .single();
    }

    private MvcTestResult comparing(String address, String link) {
        return browser.post().uri(address + "/compare").param("link", link).exchange();
    }

    private static void assertRefused(MvcTestResult answer, String problem) {
        assertThat(answer).hasStatus(422).bodyText().contains(problem, "<title>Error: ");
    }

    private static CompletedAssessment on(LocalDate day, Responses responses) {
        return new CompletedAssessment("three-signs", 1, "en", day, responses, false, Wording.CURRENT, false);
    }
}

package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.distant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.guidance.SampleResponses;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;
import org.threesigns.scoring.Responses;

/** The two questionnaires of the product's own lead to each other, and nothing joins their results. */
@RespondentPagesTest
class OnwardTests {

    private static final Instrument AT_EASE = TestInstruments.atEase();

    private final MockMvcTester browser;
    private final Respondent respondent;

    @Autowired
    OnwardTests(MockMvcTester browser, Respondent respondent) {
        this.browser = browser;
        this.respondent = respondent;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sources"})
    void leadToEachOther(String below) {
        assertThat(page(respondent.leaves(distant()) + below))
                .contains("<a href=\"/en/check/at-ease\">At Ease: ten questions");
        assertThat(page(atEase(3, Wording.CURRENT, false) + below))
                .contains("<a href=\"/en/check/three-signs\">Three Signs: 27 questions");
    }

    @Test
    void leadToItBesideTheArticlesOwn() {
        assertThat(page(respondent.leaves(distant()) + "/sources"))
                .containsSubsequence("If you want to go on", "/en/check/at-ease", "Relationship Satisfaction Scale");
    }

    @Test
    void askAboutTheSameRelationship() {
        assertThat(page(atEase(3, Wording.PAST, false))).contains("<a href=\"/en/check/three-signs?about=past\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sources", "/everything", "/keep"})
    void leadNowhereWhereSupportComesFirst(String below) {
        String ticked = respondent.leaves(respondent.completed(distant(), Wording.CURRENT, true));
        Responses treading = SampleResponses.with(
                AT_EASE, SampleResponses.with(AT_EASE, SampleResponses.allScoring(AT_EASE, 2), "U2", 4), "U4", 5);

        for (String address :
                new String[] {ticked, atEase(3, Wording.CURRENT, true), leaves(treading, Wording.CURRENT, false)}) {
            assertThat(page(address + below)).doesNotContain("/check/");
        }
    }

    /** No address that the link could hand on, and a page that hands on none. */
    @Test
    void carryNoKeyOfAResult() {
        String address = atEase(3, Wording.CURRENT, false);
        var answer = browser.get().uri(address).exchange();

        assertThat(answer).headers().hasValue("Referrer-Policy", "no-referrer");
        assertThat(Respondent.bodyOf(answer).lines().filter(line -> line.contains("/check/three-signs")))
                .hasSize(1)
                .noneMatch(line -> line.contains(address.substring(address.lastIndexOf('/') + 1)));
    }

    /** Nobody who finds the page can tell a tick from words picked with care and no freedom to say no. */
    @Test
    void readTheSameForATickAndForAnswersThatPutSupportFirst() {
        Responses treading = SampleResponses.with(
                AT_EASE, SampleResponses.with(AT_EASE, SampleResponses.allScoring(AT_EASE, 2), "U2", 4), "U4", 5);

        for (String below : new String[] {"", "/ideas", "/plan", "/sources", "/everything"}) {
            assertThat(withoutKeys(page(leaves(treading, Wording.CURRENT, true) + below)))
                    .isEqualTo(withoutKeys(page(leaves(treading, Wording.CURRENT, false) + below)));
        }
        assertThat(page(leaves(treading, Wording.CURRENT, false))).contains("First of all, support");
    }

    private String atEase(int score, Wording wording, boolean supportFirst) {
        return leaves(SampleResponses.allScoring(AT_EASE, score), wording, supportFirst);
    }

    private String leaves(Responses responses, Wording wording, boolean supportFirst) {
        return respondent.leaves(new CompletedAssessment(
                AT_EASE.id(), AT_EASE.version(), "en", Respondent.DAY, responses, false, wording, supportFirst));
    }

    private String page(String address) {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return Respondent.bodyOf(answer);
    }

    private static String withoutKeys(String page) {
        return page.replaceAll("/result/[A-Za-z0-9_-]{24}", "/result/…");
    }
}

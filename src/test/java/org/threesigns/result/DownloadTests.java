package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.distant;
import static org.threesigns.result.Respondent.responses;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;

@RespondentPagesTest
class DownloadTests {

    private final MockMvcTester browser;
    private final Respondent respondent;

    @Autowired
    DownloadTests(MockMvcTester browser, Respondent respondent) {
        this.browser = browser;
        this.respondent = respondent;
    }

    @Test
    void printsScoresWithTheirErrorAndEveryAnswerInWords() {
        String address = respondent.leaves(responses("D", "5-434442", "C", "111-----", "A", "32223244"));

        assertThat(browser.get().uri(address + "/sheet"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("<title>Notes 2026-03-14</title>", "Scores", "3.71 ± 0.32", "not enough answers")
                .containsSubsequence("All answers", "How often do you hold back", "(skipped)")
                .contains("9 questions were skipped.", "no norms")
                .doesNotContain("<form", "??");
    }

    @Test
    void saysOnPaperThatTheRelationshipIsOver() {
        String address = respondent.leaves(respondent.completed(distant(), Wording.PAST, false));

        assertThat(browser.get().uri(address + "/sheet"))
                .bodyText()
                .contains("about a relationship that is over", "How often did you");
    }

    @Test
    void downloadsUnderANeutralName() {
        assertThat(browser.get().uri(respondent.leaves(distant()) + "/result.json"))
                .hasStatusOk()
                .hasContentType("application/json")
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"notes-2026-03-14.json\"")
                .hasValue("X-Robots-Tag", "noindex, nofollow")
                .hasValue("Cache-Control", "no-store");
    }

    @Test
    void downloadsAnswersAndScoresComplete() {
        var json = assertThat(browser.get()
                        .uri(respondent.leaves(responses("D", "5-434442", "C", "111-----", "A", "32223244", "T", "242"))
                                + "/result.json"))
                .bodyJson();

        json.extractingPath("$.format").isEqualTo("three-signs/result");
        json.extractingPath("$.formatVersion").isEqualTo(1);
        json.extractingPath("$.instrument.version").isEqualTo(1);
        json.extractingPath("$.scores[0].sum").isEqualTo(26);
        json.extractingPath("$.scores[0].mean").isEqualTo(3.71);
        json.extractingPath("$.scores[0].standardError").isEqualTo(0.32);
        json.extractingPath("$.scores[1].mean").isNull();
        json.extractingPath("$.leading[0]").isEqualTo("distance");
        json.extractingPath("$.answers.length()").isEqualTo(27);
        json.extractingPath("$.answers[0].item").isEqualTo("A1");
        json.extractingPath("$.answers[0].label").isEqualTo("Sometimes");
        json.extractingPath("$.answers[12].answer").isNull();
        json.extractingPath("$.answers[1].value").isEqualTo(2);
        json.extractingPath("$.answers[1].itemScore").isEqualTo(4);
    }

    @Test
    void givesNothingUnderAWrongLink() {
        String nowhere = Respondent.addressOf(Respondent.newToken());

        assertThat(browser.get().uri(nowhere + "/sheet")).hasStatus(404);
        assertThat(browser.get().uri(nowhere + "/result.json")).hasStatus(404);
    }
}

package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.assessment.Shares;
import org.threesigns.instrument.Wording;
import org.threesigns.questionnaire.OnOtherInstruments;
import org.threesigns.scoring.Responses;

/** Words for scores stand with the scales that they are for, and with where they come from. */
@OnOtherInstruments
class BandWordsTests {

    private static final String[] OWN = {"The words for scores only describe", "little rest", "0 to below 1.5"};
    private static final String[] PUBLISHED = {"come from A. Author (1999) and are no diagnosis", "high", "6 to 12"};

    private final MockMvcTester browser;
    private final Respondent respondent;
    private final Shares shares;

    @Autowired
    BandWordsTests(MockMvcTester browser, Respondent respondent, Shares shares) {
        this.browser = browser;
        this.respondent = respondent;
        this.shares = shares;
    }

    @Test
    void nameTheirScalesOnTheSheetWhereScalesHaveDifferentOnes() {
        assertThat(page(answered("shared-items", "3333333333") + "/sheet"))
                .containsSubsequence("<strong>Ruhe – rest:</strong>", OWN[0], OWN[1], OWN[2])
                .containsSubsequence(
                        "<strong>Strain, a &#39;sum&#39;:</strong>", PUBLISHED[0], PUBLISHED[1], PUBLISHED[2]);
    }

    @Test
    void nameNoScaleWhereAllHaveTheSame() {
        String sheet = page(answered("two-options", "00000000") + "/sheet");

        assertThat(sheet)
                .containsOnlyOnce("The words for scores")
                .containsPattern("<p>\\s*<span>The words for scores only");
    }

    @Test
    void areOnASharedPageThoseOfWhatIsShared() {
        String token = answered("shared-items", "3333333333");
        var key = shares.open(Respondent.tokenOf(token), List.of("strain"), 1).orElseThrow();

        assertThat(page("/en/shared/" + key.value())).contains(PUBLISHED).doesNotContain(OWN);
    }

    @Test
    void areInTheFileWithTheirSource() {
        assertThat(browser.get().uri(answered("shared-items", "3333333333") + "/result.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.scores[0].bandSource", source -> assertThat(source).isNull())
                .hasPathSatisfying(
                        "$.scores[1].bandSource", source -> assertThat(source).isEqualTo("A. Author (1999)"));
    }

    private String answered(String instrument, String answers) {
        return respondent.leaves(new CompletedAssessment(
                instrument, 1, "en", Respondent.DAY, new Responses(answers), false, Wording.CURRENT, false));
    }

    private String page(String path) {
        var answer = browser.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return Respondent.bodyOf(answer);
    }
}

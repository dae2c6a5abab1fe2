package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.distant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;

/** A result that a newer copy of the application stored, of a version that is not here before this copy is restarted. */
@RespondentPagesTest
class NewerCopyTests {

    private final MockMvcTester browser;
    private final Assessments assessments;
    private final String address;

    @Autowired
    NewerCopyTests(MockMvcTester browser, Assessments assessments, Respondent respondent) {
        this.browser = browser;
        this.assessments = assessments;
        this.address = respondent.leaves(new CompletedAssessment(
                "three-signs", 99, "en", Respondent.DAY, distant(), false, Wording.CURRENT, false));
    }

    @AfterEach
    void leaveNothing() {
        assessments.delete(Respondent.tokenOf(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/change", "/delete", "/sheet", "/compare"})
    void itsPagesAskForAMoment(String below) {
        assertThat(browser.get().uri(address + below)).hasStatus(503);
    }
}

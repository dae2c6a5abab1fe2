package org.threesigns.result;

import java.util.Locale;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.scoring.ScoreProfile;

/**
 * One result, in the hands of whoever has its link.
 *
 * @param token the key in its address
 */
record Result(AssessmentToken token, ScoredAnswers answers) {

    CompletedAssessment stored() {
        return answers.stored();
    }

    Instrument instrument() {
        return answers.instrument();
    }

    ScoreProfile profile() {
        return answers.profile();
    }

    InstrumentText text(Locale language) {
        return answers.text(language);
    }

    /** Where the result is in this language. */
    String path(Locale language) {
        return ResultAddress.of(token, language);
    }
}

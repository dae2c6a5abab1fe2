package org.threesigns.result;

import java.util.Locale;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.scoring.ScoreProfile;

/**
 * One stored result, scored anew from its answers by the version that was answered.
 *
 * @param token the key in its address
 */
record Result(AssessmentToken token, CompletedAssessment stored, Instrument instrument, ScoreProfile profile) {

    /** The instrument's words in this language, whatever the language of the answers was. */
    InstrumentText text(Locale language) {
        return instrument.text(language.toLanguageTag());
    }

    /** Where the result is in this language. */
    String path(Locale language) {
        return "/%s/result/%s".formatted(language.toLanguageTag(), token.value());
    }
}

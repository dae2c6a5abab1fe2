package org.threesigns.result;

import java.util.Locale;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.scoring.ScoreProfile;

/** Stored answers, scored anew by the version that was answered. */
record ScoredAnswers(CompletedAssessment stored, Instrument instrument, ScoreProfile profile) {

    /** The instrument's words in this language, whatever the language of the answers was. */
    InstrumentText text(Locale language) {
        return instrument.text(language.toLanguageTag());
    }

    InstrumentLines lines(Locale language) {
        return new InstrumentLines(instrument, text(language), stored.wording());
    }
}

package org.threesigns.questionnaire;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.scoring.CarelessResponding;
import org.threesigns.scoring.Responses;

/** Puts other answers in the place of stored ones, under the same link. */
@Component
class AnswerReplacement {

    private final Assessments assessments;
    private final Clock clock;

    AnswerReplacement(Assessments assessments, Clock clock) {
        this.assessments = assessments;
        this.clock = clock;
    }

    /**
     * Replaces the stored answers. If the form says the same, the date stays and shares stay open.
     *
     * @param age of the sitting, where it is the one that gave the stored answers
     * @return false if there is no such result any more
     */
    boolean replace(AssessmentToken token, CompletedAssessment stored, QuestionnaireForm form, Optional<Duration> age) {
        return !changes(stored, form) || assessments.replace(token, before -> changed(before, form, age));
    }

    private static boolean changes(CompletedAssessment stored, QuestionnaireForm form) {
        return !form.toResponses().equals(stored.responses()) || supportFirst(stored, form) != stored.supportFirst();
    }

    private CompletedAssessment changed(CompletedAssessment stored, QuestionnaireForm form, Optional<Duration> age) {
        Responses responses = form.toResponses();
        return new CompletedAssessment(
                stored.instrument(),
                stored.version(),
                stored.language(),
                LocalDate.now(clock),
                responses,
                careless(stored, form.instrument(), responses, age),
                stored.wording(),
                supportFirst(stored, form));
    }

    /** A form that is sent again is older than it was the first time, which takes no haste back. */
    private static boolean careless(
            CompletedAssessment stored, Instrument instrument, Responses responses, Optional<Duration> age) {
        return (age.isPresent() && stored.careless()) || CarelessResponding.suspected(instrument, responses, age);
    }

    /**
     * The form never shows what was ticked before, so leaving the safety question alone leaves the flag as it was; only
     * "I'd rather not say" takes it back.
     */
    private static boolean supportFirst(CompletedAssessment stored, QuestionnaireForm form) {
        return form.asksForSupportFirst() || (stored.supportFirst() && !form.takesSafetyBack());
    }
}

package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

class AnswerReplacementTest {

    private static final Instrument INSTRUMENT = TestInstruments.threeSigns();
    private static final AssessmentToken TOKEN = new AssessmentToken("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final String ANSWERS = "012012012012012012012012012";
    private static final String OTHERS = "312012012012012012012012012";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aFormThatCameTooFastStaysSoHoweverLateItIsSentAgain() {
        assertThat(replaced(true, Optional.of(HOUR)).careless()).isTrue();
        assertThat(replaced(false, Optional.of(SECOND)).careless()).isTrue();
        assertThat(replaced(false, Optional.of(HOUR)).careless()).isFalse();
    }

    @Test
    void answersThatAreChangedLaterAreJudgedAnew() {
        assertThat(replaced(true, Optional.empty()).careless()).isFalse();
    }

    /** What is stored once other answers come. */
    private static CompletedAssessment replaced(boolean careless, Optional<Duration> age) {
        var stored = new CompletedAssessment(
                INSTRUMENT.id(),
                INSTRUMENT.version(),
                "en",
                LocalDate.of(2026, 3, 1),
                new Responses(ANSWERS),
                careless,
                Wording.CURRENT,
                false);
        var replaced = new ArrayList<CompletedAssessment>();
        var store = mock(Assessments.class);
        when(store.replace(any(), any())).thenAnswer(call -> {
            UnaryOperator<CompletedAssessment> change = call.getArgument(1);
            replaced.add(change.apply(stored));
            return true;
        });
        var form = QuestionnaireForm.of(INSTRUMENT, new Responses(OTHERS));
        new AnswerReplacement(store, Clock.systemUTC()).replace(TOKEN, stored, form, age);
        return replaced.get(0);
    }
}

package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

class ChangeWithoutTheStoreTests {

    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAAAA";

    private final Assessments store = mock(Assessments.class);
    private final ChangeAnswersController controller = new ChangeAnswersController(
            TestInstruments.catalog(), store, new AnswerReplacement(store, Clock.systemUTC()));

    @Test
    void givesTheFormBackWhenTheStoreCannotBeRead() {
        when(store.find(any())).thenThrow(new CannotCreateTransactionException("away"));

        assertGivesTheFormBack(send(answers()));
    }

    @Test
    void givesTheFormBackWhenTheStoreCannotBeWritten() {
        when(store.find(any())).thenReturn(Optional.of(stored()));
        when(store.replace(any(), any())).thenThrow(new DataAccessResourceFailureException("away"));

        assertGivesTheFormBack(send(answers()));
    }

    @Test
    void saysThatTheSiteIsAwayWhereTheFormDoesNotSayWhatItIs() {
        when(store.find(any())).thenThrow(new CannotCreateTransactionException("away"));
        var answers = answers();
        answers.remove(QuestionnaireForm.INSTRUMENT);

        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> send(answers))
                .satisfies(refusal -> assertThat(refusal.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static void assertGivesTheFormBack(ModelAndView answer) {
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getModel().get("page")).isInstanceOfSatisfying(QuestionnairePage.class, page -> {
            assertThat(page.about()).isEqualTo("past");
            assertThat(page.summary()).map(QuestionnairePage.Summary::key).contains("not_saved");
            assertThat(page.parts().stream().flatMap(part -> part.questions().stream()))
                    .allSatisfy(question -> assertThat(question.choices())
                            .filteredOn(QuestionnairePage.Choice::checked)
                            .extracting(QuestionnairePage.Choice::value)
                            .containsExactly("often"));
        });
    }

    private ModelAndView send(MultiValueMap<String, String> answers) {
        return controller.send(TOKEN, answers, Locale.ENGLISH, new MockHttpServletRequest());
    }

    private static MultiValueMap<String, String> answers() {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.set(QuestionnaireForm.INSTRUMENT, "three-signs");
        fields.set(QuestionnaireForm.VERSION, "1");
        fields.set(QuestionnaireForm.ABOUT, "past");
        TestInstruments.threeSigns().items().forEach(item -> fields.set(item.id(), "often"));
        return fields;
    }

    private static CompletedAssessment stored() {
        return new CompletedAssessment(
                "three-signs",
                1,
                "en",
                LocalDate.of(2026, 3, 14),
                new Responses("0".repeat(27)),
                false,
                Wording.PAST,
                false);
    }
}

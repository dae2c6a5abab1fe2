package org.threesigns.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Wording;
import org.threesigns.questionnaire.ValidationFailure.Reason;
import org.threesigns.result.ResultAddress;

/** Shows the stored answers, opens the form filled with them, and replaces the stored answers under the same link. */
@Controller
@RequestMapping("/{language}/result/{token}")
class ChangeAnswersController {

    private static final String PATTERN = "/result/{token}/change";

    private final InstrumentCatalog catalog;
    private final Assessments assessments;
    private final AnswerReplacement replacement;

    ChangeAnswersController(InstrumentCatalog catalog, Assessments assessments, AnswerReplacement replacement) {
        this.catalog = catalog;
        this.assessments = assessments;
        this.replacement = replacement;
    }

    /** Every question with what is stored for it, each with a way to change it. */
    @GetMapping("/answers")
    ModelAndView answers(@PathVariable("token") String address, Locale language, HttpServletRequest request) {
        AssessmentToken token = token(address);
        CompletedAssessment stored = stored(token);
        return view(token, stored.wording(), language)
                .answers(QuestionnaireForm.of(instrument(stored), stored.responses()), request);
    }

    @GetMapping("/change")
    ModelAndView show(@PathVariable("token") String address, Locale language, HttpServletRequest request) {
        AssessmentToken token = token(address);
        CompletedAssessment stored = stored(token);
        return view(token, stored.wording(), language)
                .first(QuestionnaireForm.of(instrument(stored), stored.responses()), request);
    }

    @PostMapping("/change")
    ModelAndView send(
            @PathVariable("token") String address,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale language,
            HttpServletRequest request) {
        var sent = new SubmittedForm(parameters);
        AssessmentToken token = token(address);
        try {
            return send(token, stored(token), sent, language, request);
        } catch (DataAccessException | TransactionException e) {
            return notSaved(token, sent, language, request);
        }
    }

    private ModelAndView send(
            AssessmentToken token,
            CompletedAssessment stored,
            SubmittedForm sent,
            Locale language,
            HttpServletRequest request) {
        var form = QuestionnaireForm.of(instrument(stored), sent.values());
        var view = view(token, stored.wording(), language);
        if (sent.stays()) {
            return view.inOtherWords(form, sent, request);
        }
        Optional<ValidationFailure> failure = ValidationFailure.on(form, sent.asksForResultWithout());
        if (failure.isPresent()) {
            return view.again(form, failure, request);
        }
        if (!replacement.replace(token, stored, form, Optional.empty())) {
            throw notFound();
        }
        return ResultAddress.redirect(token, language);
    }

    /** The form again, by what it says of itself, as the store cannot be asked. */
    private ModelAndView notSaved(
            AssessmentToken token, SubmittedForm sent, Locale language, HttpServletRequest request) {
        Instrument instrument =
                sent.instrument(catalog).orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        return view(token, sent.wording(instrument), language)
                .again(
                        QuestionnaireForm.of(instrument, sent.values()),
                        Optional.of(ValidationFailure.of(Reason.NOT_SAVED)),
                        request);
    }

    private static QuestionnaireView view(AssessmentToken token, Wording wording, Locale language) {
        return new QuestionnaireView(path(token), language, wording, token, Optional.empty());
    }

    private static String path(AssessmentToken token) {
        return UriComponentsBuilder.fromPath(PATTERN).build(token.value()).toString();
    }

    private static AssessmentToken token(String address) {
        return AssessmentToken.parse(address).orElseThrow(ChangeAnswersController::notFound);
    }

    private CompletedAssessment stored(AssessmentToken token) {
        return assessments.find(token).orElseThrow(ChangeAnswersController::notFound);
    }

    private Instrument instrument(CompletedAssessment stored) {
        return catalog.find(stored.instrument(), stored.version())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

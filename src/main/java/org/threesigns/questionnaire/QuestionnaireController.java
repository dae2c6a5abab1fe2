package org.threesigns.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.assessment.Saved;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Wording;
import org.threesigns.questionnaire.Sittings.Sitting;
import org.threesigns.questionnaire.ValidationFailure.Reason;
import org.threesigns.result.ResultAddress;
import org.threesigns.scoring.CarelessResponding;
import org.threesigns.scoring.Responses;

/** Shows the questionnaire, and stores what is sent once it gives a result. */
@Controller
@RequestMapping("/{language}" + QuestionnaireController.PATTERN)
class QuestionnaireController {

    static final String PATTERN = "/check/{instrument}";

    private final InstrumentCatalog catalog;
    private final Sittings sittings;
    private final Assessments assessments;
    private final AnswerReplacement replacement;
    private final SubmissionRate rate;
    private final QuestionnairePageCache pages;
    private final Clock clock;

    QuestionnaireController(
            InstrumentCatalog catalog,
            Sittings sittings,
            Assessments assessments,
            AnswerReplacement replacement,
            SubmissionRate rate,
            QuestionnairePageCache pages,
            Clock clock) {
        this.clock = clock;
        this.rate = rate;
        this.pages = pages;
        this.catalog = catalog;
        this.sittings = sittings;
        this.assessments = assessments;
        this.replacement = replacement;
    }

    @GetMapping
    void show(
            @PathVariable("instrument") String id,
            @RequestParam(name = "about", required = false) @Nullable String about,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Instrument instrument = latest(id);
        var view = view(instrument, sittings.begin(instrument), SubmittedForm.wording(instrument, about), language);
        pages.write(instrument, view, request, response);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable("instrument") String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale language,
            HttpServletRequest request) {
        var sent = new SubmittedForm(parameters);
        Instrument instrument = instrument(id, sent);
        var form = QuestionnaireForm.of(instrument, sent.values());
        Optional<Sitting> sitting = sitting(instrument, sent);
        var view = view(instrument, sitting, sent, language);
        if (sent.stays()) {
            return view.inOtherWords(form, sent, request);
        }
        if (sitting.isEmpty()) {
            return view.again(form, Optional.of(ValidationFailure.of(Reason.STALE)), request);
        }
        Optional<ValidationFailure> failure = ValidationFailure.on(form, sent.asksForResultWithout());
        if (failure.isPresent()) {
            return view.again(form, failure, request);
        }
        try {
            return sitting.get().isOver()
                    ? find(form, sitting.get(), view, request)
                    : store(form, sitting.get(), sent, view, request);
        } catch (DataAccessException | TransactionException e) {
            return view.again(form, Optional.of(ValidationFailure.of(Reason.NOT_SAVED)), request);
        }
    }

    /** Shows what is answered so far, before it is sent. Stores nothing. */
    @PostMapping("/answers")
    ModelAndView check(
            @PathVariable("instrument") String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale language,
            HttpServletRequest request) {
        var sent = new SubmittedForm(parameters);
        Instrument instrument = instrument(id, sent);
        return view(instrument, sitting(instrument, sent), sent, language)
                .answers(QuestionnaireForm.of(instrument, sent.values()), request);
    }

    /** Without a form there is nothing to check. */
    @GetMapping("/answers")
    ModelAndView toTheForm(@PathVariable("instrument") String id, Locale language) {
        return new ModelAndView(new RedirectView("/" + language.toLanguageTag() + path(latest(id)), true, false));
    }

    private Instrument instrument(String id, SubmittedForm sent) {
        Instrument latest = latest(id);
        return catalog.find(id, sent.version()).orElse(latest);
    }

    /** The sitting that the form brings back, if it is of the questions as they are now. */
    private Optional<Sitting> sitting(Instrument instrument, SubmittedForm sent) {
        return sent.version() == instrument.version()
                ? sittings.resume(instrument, sent.one(QuestionnaireForm.KEY), sent.one(QuestionnaireForm.STAMP))
                : Optional.empty();
    }

    /** A form of long ago makes no new result; it leads to its own where there is one. */
    private ModelAndView find(
            QuestionnaireForm form, Sitting sitting, QuestionnaireView view, HttpServletRequest request) {
        AssessmentToken token = sittings.token(sitting);
        return assessments.find(token).isPresent()
                ? ResultAddress.redirect(token, view.language())
                : view.again(form, Optional.of(ValidationFailure.of(Reason.STALE)), request);
    }

    private ModelAndView store(
            QuestionnaireForm form,
            Sitting sitting,
            SubmittedForm sent,
            QuestionnaireView view,
            HttpServletRequest request) {
        Instrument instrument = form.instrument();
        Responses responses = form.toResponses();
        AssessmentToken token = sittings.token(sitting);
        var completed = new CompletedAssessment(
                instrument.id(),
                instrument.version(),
                instrument.text(view.language().toLanguageTag()).language(),
                LocalDate.now(clock),
                responses,
                CarelessResponding.suspected(instrument, responses, Optional.of(sitting.age())),
                view.wording(),
                form.asksForSupportFirst());
        boolean uncounted = sent.honeypotFilled() || rate.isExceeded(request.getRemoteAddr());
        Saved saved = uncounted ? assessments.saveUncounted(token, completed) : assessments.save(token, completed);
        if (saved == Saved.FIRST && !uncounted) {
            rate.record(request.getRemoteAddr());
        }
        if (saved == Saved.REPEAT) { // what was altered before it was sent again is meant
            assessments
                    .find(token)
                    .ifPresent(stored -> replacement.replace(token, stored, form, Optional.of(sitting.age())));
        }
        return saved == Saved.DELETED ? deleted(form, view, request) : ResultAddress.redirect(token, view.language());
    }

    /** The form again, as that of a new sitting: who wants to can begin anew with these answers. */
    private ModelAndView deleted(QuestionnaireForm form, QuestionnaireView view, HttpServletRequest request) {
        return view(form.instrument(), sittings.begin(form.instrument()), view.wording(), view.language())
                .again(form, Optional.of(ValidationFailure.of(Reason.DELETED)), request);
    }

    private QuestionnaireView view(
            Instrument instrument, Optional<Sitting> sitting, SubmittedForm sent, Locale language) {
        return view(
                instrument,
                sitting.filter(each -> !each.isOver()).orElseGet(() -> sittings.begin(instrument)),
                sent.wording(instrument),
                language);
    }

    private QuestionnaireView view(Instrument instrument, Sitting sitting, Wording wording, Locale language) {
        return new QuestionnaireView(
                path(instrument), language, wording, sittings.token(sitting), Optional.of(sitting));
    }

    private static String path(Instrument instrument) {
        return UriComponentsBuilder.fromPath(PATTERN).build(instrument.id()).toString();
    }

    private Instrument latest(String id) {
        return catalog.latest(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

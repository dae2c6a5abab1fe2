package org.threesigns.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.instrument.Wording;
import org.threesigns.questionnaire.Sittings.Sitting;
import org.threesigns.result.ResultAddress;

/**
 * Where a form is shown and sent.
 *
 * @param path where it is sent, below the language
 * @param token of the result, there is one or not
 * @param sitting for a new result; none where stored answers are changed
 */
record QuestionnaireView(
        String path, Locale language, Wording wording, AssessmentToken token, Optional<Sitting> sitting) {

    /** The form before anything is sent: part by part. */
    ModelAndView first(QuestionnaireForm form, HttpServletRequest request) {
        return view(form, Optional.empty(), false, HttpStatus.OK, request);
    }

    /** The same page in another language: where it was shown part by part it still is. */
    ModelAndView inOtherWords(QuestionnaireForm form, SubmittedForm sent, HttpServletRequest request) {
        return sent.staysOnAllParts() ? again(form, ValidationFailure.on(form, false), request) : first(form, request);
    }

    /** The form again, with all parts and every answer, and with what is the matter. */
    ModelAndView again(QuestionnaireForm form, Optional<ValidationFailure> failure, HttpServletRequest request) {
        return view(form, failure, true, failure.map(ValidationFailure::status).orElse(HttpStatus.OK), request);
    }

    private ModelAndView view(
            QuestionnaireForm form,
            Optional<ValidationFailure> failure,
            boolean allParts,
            HttpStatus status,
            HttpServletRequest request) {
        var page = new QuestionnairePageBuilder(form, order(form), language.toLanguageTag(), wording, failure)
                .build(allParts);
        var view = new ModelAndView("questionnaire/page", status);
        view.addObject("page", page);
        describe(view, form);
        view.addObject(
                "skipTo",
                allParts
                        ? List.of()
                        : page.parts().stream()
                                .map(part -> "part-" + part.number())
                                .toList());
        holdsAnswers(view, request);
        return view;
    }

    /** What is answered, question by question; nothing of the safety question. */
    ModelAndView answers(QuestionnaireForm form, HttpServletRequest request) {
        var view = new ModelAndView("questionnaire/answers");
        view.addObject("page", AnswersPage.of(form, order(form), language.toLanguageTag(), wording));
        describe(view, form);
        if (sitting.isPresent()) {
            holdsAnswers(view, request);
        }
        return view;
    }

    private AskingOrder order(QuestionnaireForm form) {
        return AskingOrder.of(form.instrument(), token);
    }

    private void describe(ModelAndView view, QuestionnaireForm form) {
        view.addObject("about", form.instrument());
        view.addObject("path", path);
        view.addObject("address", "/" + language.toLanguageTag() + path + question(form));
        view.addObject("sitting", sitting.orElse(null));
        if (sitting.isEmpty()) {
            view.addObject("result", ResultAddress.of(token, language));
        }
        view.addObject("robots", "noindex");
    }

    /** What the form's address asks for where the wording is not the usual one. */
    private String question(QuestionnaireForm form) {
        boolean usual = wording == form.instrument().wordings().get(0);
        return usual || sitting.isEmpty() ? "" : "?about=" + wording.key();
    }

    /**
     * For a page with answers that are stored nowhere: its languages are submit buttons, so that the answers come along, and
     * other pages open beside it.
     */
    private static void holdsAnswers(ModelAndView view, HttpServletRequest request) {
        view.addObject("languages", request.getAttribute("otherLanguages"));
        view.addObject("otherLanguages", List.of());
        view.addObject("opensBeside", true);
    }
}

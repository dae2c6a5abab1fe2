package org.threesigns.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.instrument.Wording;
import org.threesigns.questionnaire.Sittings.Sitting;

/**
 * Where a form is shown and sent.
 *
 * @param path where it is sent, below the language
 * @param sitting for a new result; none where stored answers are changed
 */
record QuestionnaireView(String path, Locale language, Wording wording, Optional<Sitting> sitting) {

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
        var page = new QuestionnairePage.Builder(form, language.toLanguageTag(), wording, failure).build(allParts);
        var view = new ModelAndView("questionnaire/page", status);
        view.addObject("page", page);
        view.addObject("path", path);
        view.addObject("sitting", sitting.orElse(null));
        view.addObject("robots", "noindex");
        view.addObject(
                "skipTo",
                allParts
                        ? List.of()
                        : page.parts().stream()
                                .map(part -> "part-" + part.number())
                                .toList());
        // Here the languages are submit buttons, so that the answers come along; the frame's links would lose them.
        view.addObject("languages", request.getAttribute("otherLanguages"));
        view.addObject("otherLanguages", List.of());
        return view;
    }
}

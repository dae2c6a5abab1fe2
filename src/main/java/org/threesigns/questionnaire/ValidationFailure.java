package org.threesigns.questionnaire;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;

/**
 * Why the form comes back instead of a result.
 *
 * @param items the questions it is about, in the order asked; boxes of one question are all there
 * @param missing how many answers are needed for a first score; 0 where that is not the matter
 */
record ValidationFailure(Reason reason, List<Item> items, int missing) {

    enum Reason {
        WRONG(HttpStatus.UNPROCESSABLE_CONTENT),
        MISTAKEN(HttpStatus.UNPROCESSABLE_CONTENT),
        OPEN(HttpStatus.UNPROCESSABLE_CONTENT),
        TOO_FEW(HttpStatus.UNPROCESSABLE_CONTENT),
        NONE(HttpStatus.UNPROCESSABLE_CONTENT),
        STALE(HttpStatus.UNPROCESSABLE_CONTENT),
        DELETED(HttpStatus.CONFLICT),
        NOT_SAVED(HttpStatus.SERVICE_UNAVAILABLE);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }
    }

    static ValidationFailure of(Reason reason) {
        return new ValidationFailure(reason, List.of(), 0);
    }

    /**
     * Judges a form; empty where its answers give a result.
     *
     * @param withoutTheOpenOnes whether the respondent asked for a result without the questions that are open
     */
    static Optional<ValidationFailure> on(QuestionnaireForm form, boolean withoutTheOpenOnes) {
        if (form.isWrong()) {
            Reason reason = form.isMistaken() ? Reason.MISTAKEN : Reason.WRONG;
            return Optional.of(
                    new ValidationFailure(reason, List.copyOf(form.wrong().keySet()), 0));
        }
        if (!withoutTheOpenOnes && !form.open().isEmpty()) {
            return Optional.of(new ValidationFailure(Reason.OPEN, form.open(), missing(form)));
        }
        return missing(form) == 0 ? Optional.empty() : Optional.of(tooFew(form));
    }

    HttpStatus status() {
        return reason.status;
    }

    /** Whether a result is to be had from what is answered so far. */
    boolean offersResultWithout() {
        return reason == Reason.OPEN && missing == 0;
    }

    private static ValidationFailure tooFew(QuestionnaireForm form) {
        List<Item> skipped = nearest(form).stream()
                .flatMap(scale -> scale.items().stream())
                .filter(item -> form.asked().contains(item) && !form.isAnswered(item))
                .toList();
        int questions = form.instrument().firstOfEachQuestion(skipped).size();
        return skipped.isEmpty()
                ? new ValidationFailure(Reason.NONE, skipped, missing(form))
                : new ValidationFailure(Reason.TOO_FEW, skipped, Math.min(missing(form), questions));
    }

    /**
     * How many answers the scale that is nearest to a score still needs. Where there is none, or too little is asked for a score on any,
     * one answer is enough.
     */
    private static int missing(QuestionnaireForm form) {
        return nearest(form)
                .map(scale -> missing(form, scale))
                .orElseGet(() -> form.instrument().items().stream().anyMatch(form::isAnswered) ? 0 : 1);
    }

    private static Optional<Scale> nearest(QuestionnaireForm form) {
        return form.instrument().scales().stream()
                .filter(scale -> asked(form, scale) >= scale.minimumAnswered())
                .min(comparingInt(scale -> missing(form, scale)));
    }

    private static long asked(QuestionnaireForm form, Scale scale) {
        return scale.items().stream().filter(form.asked()::contains).count();
    }

    private static int missing(QuestionnaireForm form, Scale scale) {
        long answered = scale.items().stream().filter(form::isAnswered).count();
        return Math.max(0, scale.minimumAnswered() - (int) answered);
    }
}

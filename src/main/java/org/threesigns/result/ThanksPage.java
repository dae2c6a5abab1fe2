package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.threesigns.guidance.Guidance;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.Support;
import org.threesigns.instrument.Wording;

/**
 * What stands where a result would, for a questionnaire that scores nothing: what was answered.
 *
 * @param path the address of the result in this language
 * @param date the day of the answers in words
 * @param lead what stands before everything else where support comes first
 * @param careless whether the answers look as if given in a hurry
 */
record ThanksPage(
        String path,
        String name,
        String date,
        boolean past,
        Optional<Support.First> lead,
        boolean careless,
        List<AnsweredPart> parts,
        InstrumentLines lines) {

    /** @param title what stands above its questions on the form */
    record AnsweredPart(String title, List<AnswerView> answers) {}

    static ThanksPage of(Result result, Guidance guidance, Locale language) {
        var stored = result.stored();
        var text = result.text(language);
        return new ThanksPage(
                result.path(language),
                text.name(),
                new ScoreFormat(language).date(stored.completedOn()),
                stored.wording() == Wording.PAST,
                guidance.lead(),
                stored.careless(),
                result.instrument().parts().stream()
                        .map((Part part) -> new AnsweredPart(
                                text.part(part).title(), AnswerView.of(result.answers(), part.items(), language)))
                        .toList(),
                result.answers().lines(language));
    }
}

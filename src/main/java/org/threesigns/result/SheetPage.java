package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import org.threesigns.instrument.Wording;
import org.threesigns.statistics.PeerFigures;

/**
 * The result on one sheet of paper, for a talk.
 *
 * @param day the day of the answers as {@code 2026-03-14}, which is also in the name of a saved file
 * @param date the same in words
 * @param answers every question in the order asked
 * @param skipped how many of them were skipped
 */
record SheetPage(
        String path,
        String name,
        int version,
        String day,
        String date,
        boolean past,
        List<SignView> signs,
        List<AnswerView> answers,
        long skipped) {

    static SheetPage of(Result result, PeerFigures peers, Locale language) {
        List<AnswerView> answers =
                AnswerView.of(result.answers(), result.instrument().items(), language);
        return new SheetPage(
                result.path(language),
                result.text(language).name(),
                result.instrument().version(),
                result.stored().completedOn().toString(),
                new ScoreFormat(language).date(result.stored().completedOn()),
                result.stored().wording() == Wording.PAST,
                result.profile().scales().stream()
                        .map(score -> SignView.of(result.answers(), score, peers, language))
                        .toList(),
                answers,
                answers.stream().filter(answer -> answer.answer().isEmpty()).count());
    }
}

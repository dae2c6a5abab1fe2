package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Wording;
import org.threesigns.statistics.PeerFigures;

/**
 * The result on one sheet of paper, for a talk.
 *
 * @param day the day of the answers as {@code 2026-03-14}, which is also in the name of a saved file
 * @param date the same in words
 * @param signs each with its answers
 * @param unscored the answers that count on no sign
 * @param skipped how many questions were skipped
 */
record SheetPage(
        String path,
        String name,
        int version,
        String day,
        String date,
        boolean past,
        List<SignAnswers> signs,
        List<AnswerView> unscored,
        List<BandWords> words,
        int skipped,
        InstrumentLines lines) {

    static SheetPage of(Result result, PeerFigures peers, Locale language) {
        var answers = result.answers();
        List<Item> items = result.instrument().items();
        return new SheetPage(
                result.path(language),
                result.text(language).name(),
                result.instrument().version(),
                result.stored().completedOn().toString(),
                new ScoreFormat(language).date(result.stored().completedOn()),
                result.stored().wording() == Wording.PAST,
                result.profile().scales().stream()
                        .map(score -> SignAnswers.of(answers, score, peers, language))
                        .toList(),
                AnswerView.of(answers, result.instrument().unscoredItems(), language),
                BandWords.of(answers, result.instrument().scales(), language),
                result.instrument()
                        .firstOfEachQuestion(items.stream()
                                .filter(result.stored().responses()::skipped)
                                .toList())
                        .size(),
                answers.lines(language));
    }

    /** What has to be said for reading it, as parts of message keys. */
    public List<String> notes() {
        return SignAnswers.notes(signs);
    }
}

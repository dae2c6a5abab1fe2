package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Scale;

/**
 * One question with what was answered to it.
 *
 * @param number as the respondent read it, from 1; empty where it was asked in random order
 * @param answer in words; empty where the question was skipped
 * @param reversed whether it counts the other way on the scale that it is shown for: a high answer is a low score
 */
record AnswerView(Optional<Integer> number, String question, Optional<String> answer, boolean reversed) {

    static AnswerView of(ScoredAnswers answers, Item item, Locale language) {
        var text = answers.text(language);
        var options = item.responseScale().options();
        var chosen = answers.stored().responses().option(item);
        return new AnswerView(
                answers.instrument().numberOf(item),
                text.item(item, answers.stored().wording()),
                chosen.isEmpty() ? Optional.empty() : Optional.of(text.option(options.get(chosen.getAsInt()))),
                false);
    }

    /** Answers on one scale. */
    static List<AnswerView> on(Scale scale, ScoredAnswers answers, List<Item> items, Locale language) {
        return items.stream()
                .map(item -> of(answers, item, language).keyed(scale.keyed(item).keying() == Keying.REVERSE))
                .toList();
    }

    private AnswerView keyed(boolean reverse) {
        return new AnswerView(number, question, answer, reverse);
    }

    static List<AnswerView> of(ScoredAnswers answers, List<Item> items, Locale language) {
        return items.stream().map(item -> of(answers, item, language)).toList();
    }
}

package org.threesigns.result;

import java.util.Locale;
import java.util.Optional;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Wording;

/**
 * One question with what was answered to it.
 *
 * @param number as the respondent read it, from 1
 * @param answer in words; empty where the question was skipped
 */
record AnswerView(int number, String question, Optional<String> answer) {

    static AnswerView of(Result result, Item item, Locale language) {
        var text = result.text(language);
        Wording wording = result.stored().wording();
        var chosen = result.stored().responses().option(item);
        return new AnswerView(
                item.number(),
                text.item(item, wording),
                chosen.isEmpty()
                        ? Optional.empty()
                        : Optional.of(text.option(
                                result.instrument().responseScale().options().get(chosen.getAsInt()))));
    }
}

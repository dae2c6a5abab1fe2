package org.threesigns.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.MarkedText;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Weight;

/**
 * One question with what was answered to it.
 *
 * @param number as the respondent read it, from 1; empty where it was asked in random order
 * @param answer in words; empty where the question was skipped or not asked
 * @param reversed whether it counts the other way on the scale that it is shown for: a high answer is a low score
 * @param weight how many times it counts on that scale; empty where it counts once
 */
record AnswerView(
        Optional<Integer> number,
        MarkedText question,
        Optional<String> answer,
        boolean asked,
        boolean reversed,
        Optional<BigDecimal> weight) {

    /** What stands where there is no answer, as the key of a message. */
    public String none() {
        return asked ? "result.sheet.skipped" : "result.sheet.not-asked";
    }

    static AnswerView of(ScoredAnswers answers, Item item, Locale language) {
        var text = answers.text(language);
        var responses = answers.stored().responses();
        return new AnswerView(
                answers.instrument().numberOf(item),
                text.markedItem(item, answers.stored().wording()),
                responses.chosen(item).map(option -> text.answer(item, option)),
                responses.isAsked(item),
                false,
                Optional.empty());
    }

    /** Answers on one scale. */
    static List<AnswerView> on(Scale scale, ScoredAnswers answers, List<Item> items, Locale language) {
        return items.stream()
                .map(item -> of(answers, item, language).as(scale.keyed(item)))
                .toList();
    }

    private AnswerView as(KeyedItem keyed) {
        return new AnswerView(
                number,
                question,
                answer,
                asked,
                keyed.keying() == Keying.REVERSE,
                Optional.of(keyed.weight()).filter(weight -> !weight.isOne()).map(Weight::decimal));
    }

    static List<AnswerView> of(ScoredAnswers answers, List<Item> items, Locale language) {
        return items.stream().map(item -> of(answers, item, language)).toList();
    }
}

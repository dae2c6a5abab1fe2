package org.threesigns.questionnaire;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;
import org.threesigns.instrument.Condition;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.Wording;

/**
 * An answer without which something is not asked, as the form says it.
 *
 * @param number of the question that it answers, from 1
 * @param key "is", "is-not" where fewer answers do not do than do, "ticked" or "not-ticked" of a box, or "any"; part of a message's key
 * @param answers in words, or those beside the box; none for "any"
 */
record NeededAnswer(int number, String key, List<String> answers) {

    static List<NeededAnswer> of(Condition condition, AskingOrder order, InstrumentText text, Wording wording) {
        return condition.answers().entrySet().stream()
                .map(needed -> of(needed.getKey(), needed.getValue(), order, text, wording))
                .toList();
    }

    private static NeededAnswer of(
            Item item, List<ResponseOption> options, AskingOrder order, InstrumentText text, Wording wording) {
        int number = order.number(item);
        int others = item.responseScale().options().size() - options.size();
        if (others == 0) {
            return new NeededAnswer(number, "any", List.of());
        }
        if (item.responseScale().isCheckbox()) {
            boolean ticked = options.contains(item.responseScale().ticked());
            return new NeededAnswer(
                    number,
                    ticked ? "ticked" : "not-ticked",
                    List.of(text.box(item, wording).plain()));
        }
        return others < options.size()
                ? new NeededAnswer(number, "is-not", words(item, option -> !options.contains(option), text))
                : new NeededAnswer(number, "is", words(item, options::contains, text));
    }

    private static List<String> words(Item item, Predicate<ResponseOption> which, InstrumentText text) {
        return item.responseScale().options().stream()
                .filter(which)
                .map(text::option)
                .distinct()
                .toList();
    }

    /** For the script of the form, such as {@code q1:often,always q2:no}; empty where there is no condition. */
    static String forScript(Condition condition) {
        return condition.answers().entrySet().stream()
                .map(needed -> needed.getKey().id() + ":"
                        + needed.getValue().stream().map(ResponseOption::id).collect(joining(",")))
                .collect(joining(" "));
    }
}

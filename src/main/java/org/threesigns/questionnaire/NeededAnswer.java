package org.threesigns.questionnaire;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.threesigns.instrument.Condition;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
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
        ResponseScale scale = item.responseScale();
        List<ResponseOption> others = scale.options().stream()
                .filter(option -> !options.contains(option))
                .toList();
        if (others.isEmpty()) {
            return new NeededAnswer(number, "any", List.of());
        }
        if (scale.isCheckbox()) {
            boolean ticked = options.contains(scale.ticked());
            return new NeededAnswer(
                    number,
                    ticked ? "ticked" : "not-ticked",
                    List.of(text.box(item, wording).plain()));
        }
        return scale.runs(others).size() < scale.runs(options).size()
                ? new NeededAnswer(number, "is-not", words(scale, others, text))
                : new NeededAnswer(number, "is", words(scale, options, text));
    }

    private static List<String> words(ResponseScale scale, List<ResponseOption> some, InstrumentText text) {
        return scale.runs(some).stream()
                .map(run -> inWords(run, text))
                .distinct()
                .toList();
    }

    private static String inWords(List<ResponseOption> run, InstrumentText text) {
        String first = text.option(run.get(0));
        return run.size() == 1 ? first : "%s – %s".formatted(first, text.option(run.get(run.size() - 1)));
    }

    /** For the script of the form, such as {@code q1:often,always q2:no q3:7..24}; empty where there is no condition. */
    static String forScript(Condition condition) {
        return condition.answers().entrySet().stream()
                .map(needed -> needed.getKey().id() + ":"
                        + String.join(",", Condition.keys(needed.getKey(), needed.getValue())))
                .collect(joining(" "));
    }
}

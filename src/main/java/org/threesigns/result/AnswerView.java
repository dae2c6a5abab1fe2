package org.threesigns.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.MarkedText;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Weight;

/**
 * One question with what was answered.
 *
 * @param number as the respondent read it, from 1; empty where it was asked in random order
 * @param answer in words, such as the ticked boxes; empty where the question was skipped or not asked, or no box of it was ticked
 * @param open the boxes that were left open, in words; empty where there are none
 * @param noneTicked whether the question has boxes, none of which was ticked
 * @param reversed whether it counts the other way on the scale that it is shown for: a high answer is a low score
 * @param weight how many times it counts on that scale; empty where it counts once
 */
record AnswerView(
        Optional<Integer> number,
        MarkedText question,
        Optional<String> answer,
        Optional<String> open,
        boolean noneTicked,
        boolean asked,
        boolean reversed,
        Optional<BigDecimal> weight) {

    /** What stands where there is no answer, as the key of a message. */
    public String none() {
        if (noneTicked) {
            return "questionnaire.boxes.none";
        }
        return asked ? "result.sheet.skipped" : "result.sheet.not-asked";
    }

    /** Whether these are boxes that were left open beside a ticked one of the same question, so that nothing else is to be said. */
    public boolean isOpenBesideTicked() {
        return answer.isEmpty() && open.isPresent() && !noneTicked;
    }

    /** One item by itself, whatever it stands beside. */
    static AnswerView of(ScoredAnswers answers, Item item, Locale language) {
        var text = answers.text(language);
        var responses = answers.stored().responses();
        return new AnswerView(
                answers.instrument().numberOf(item),
                text.markedItem(item, answers.stored().wording()),
                responses.chosen(item).map(option -> text.answer(item, option)),
                Optional.empty(),
                false,
                responses.isAsked(item),
                false,
                Optional.empty());
    }

    /** Some boxes of one question. */
    private static AnswerView of(ScoredAnswers answers, Part part, List<Item> boxes, Locale language) {
        var responses = answers.stored().responses();
        Optional<String> open = words(answers, boxes, ResponseScale::unticked, language);
        return new AnswerView(
                answers.instrument().numberOf(boxes.get(0)),
                answers.text(language).question(part, answers.stored().wording()),
                words(answers, boxes, ResponseScale::ticked, language),
                open,
                open.isPresent()
                        && words(answers, part.items(), ResponseScale::ticked, language)
                                .isEmpty(),
                boxes.stream().anyMatch(responses::isAsked),
                false,
                Optional.empty());
    }

    private static Optional<String> words(
            ScoredAnswers answers, List<Item> boxes, Function<ResponseScale, ResponseOption> which, Locale language) {
        var responses = answers.stored().responses();
        return Optional.of(boxes.stream()
                        .filter(box -> responses
                                .chosen(box)
                                .filter(which.apply(box.responseScale())::equals)
                                .isPresent())
                        .map(box -> answers.text(language)
                                .box(box, answers.stored().wording())
                                .plain())
                        .collect(joining("; ")))
                .filter(words -> !words.isEmpty());
    }

    /** Answers on one scale. */
    static List<AnswerView> on(Scale scale, ScoredAnswers answers, List<Item> items, Locale language) {
        return grouped(answers.instrument(), items, item -> counting(scale.keyed(item))).stream()
                .map(group -> ofGroup(answers, group, language).as(scale.keyed(group.get(0))))
                .toList();
    }

    private static String counting(KeyedItem keyed) {
        return "%s × %s".formatted(keyed.keying(), keyed.weight());
    }

    private AnswerView as(KeyedItem keyed) {
        return new AnswerView(
                number,
                question,
                answer,
                open,
                noneTicked,
                asked,
                keyed.keying() == Keying.REVERSE,
                Optional.of(keyed.weight()).filter(weight -> !weight.isOne()).map(Weight::decimal));
    }

    /** The questions of these items, in their order; boxes of one question stand together. */
    static List<AnswerView> of(ScoredAnswers answers, List<Item> items, Locale language) {
        return grouped(answers.instrument(), items, item -> "").stream()
                .map(group -> ofGroup(answers, group, language))
                .toList();
    }

    private static AnswerView ofGroup(ScoredAnswers answers, List<Item> group, Locale language) {
        return answers.instrument()
                .boxesWith(group.get(0))
                .map(part -> of(answers, part, group, language))
                .orElseGet(() -> of(answers, group.get(0), language));
    }

    /** Each item by itself, but for the boxes of one question that count alike. */
    private static Collection<List<Item>> grouped(
            Instrument instrument, List<Item> items, Function<Item, String> counting) {
        return items.stream()
                .collect(groupingBy(
                        item -> instrument
                                .boxesWith(item)
                                .map(part -> List.of("boxes", part.id(), counting.apply(item)))
                                .orElseGet(() -> List.of(item.id())),
                        LinkedHashMap::new,
                        toList()))
                .values();
    }
}

package org.threesigns.questionnaire;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.threesigns.instrument.Condition;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Part;
import org.threesigns.scoring.Responses;

/**
 * The answers as they stand on the form, right or wrong. It keeps whatever can be kept, says what cannot, and turns
 * into {@link Responses} once it holds nothing wrong.
 *
 * @param chosen the option chosen, or {@link #SET_ASIDE}, for each item that has either
 * @param wrong the items for which something was sent that is no answer
 * @param typed what was written where a number was asked for and is no answer
 * @param unknownFields whether something was sent that this questionnaire does not ask
 * @param beside what was chosen instead of boxes, by the part that they are in
 * @param safety the statements of the safety question that were ticked
 * @param asked the items that are asked after these answers
 */
record QuestionnaireForm(
        Instrument instrument,
        Map<Item, String> chosen,
        Map<Item, Problem> wrong,
        Map<Item, String> typed,
        boolean unknownFields,
        Map<String, Set<String>> beside,
        Set<String> safety,
        Set<Item> asked) {

    /** What is sent for "Prefer not to say": no key of an option can look like it. */
    static final String SET_ASIDE = "-";

    static final String RATHER_NOT = "-";

    /** Fields that are not items: an underscore in front, which no key of an item can have. */
    static final String INSTRUMENT = "_instrument";

    static final String VERSION = "_version";

    static final String KEY = "_key";
    static final String STAMP = "_stamp";
    static final String ABOUT = "_about";
    static final String SEND = "_send";
    static final String SAFETY = "_safety";

    /** A field that no person sees, for robots to fill in. */
    static final String HONEYPOT = "_website";

    enum Problem {
        OUTSIDE_THE_OPTIONS,
        ANSWERED_TWICE,
        /** Boxes were ticked, and "None of these" or "Prefer not to say", too. */
        CONTRADICTING,
        OPEN
    }

    /** Nothing answered yet. */
    static QuestionnaireForm empty(Instrument instrument) {
        return of(instrument, Map.<Item, String>of());
    }

    private static QuestionnaireForm of(Instrument instrument, Map<Item, String> chosen) {
        Set<Item> asked = asked(instrument, chosen);
        return new QuestionnaireForm(
                instrument,
                chosen,
                Map.of(),
                Map.of(),
                false,
                SubmittedBoxes.beside(instrument, chosen, asked),
                Set.of(),
                asked);
    }

    /** The items that are asked after these answers. */
    static Set<Item> asked(Instrument instrument, Map<Item, String> chosen) {
        return Condition.asked(
                instrument.items(),
                item -> Optional.ofNullable(chosen.get(item)).flatMap(item.responseScale()::find));
    }

    /** Filled from responses that were stored; what was skipped then counts as set aside. */
    static QuestionnaireForm of(Instrument instrument, Responses responses) {
        var chosen = instrument.items().stream()
                .filter(responses::isAsked)
                .collect(toMap(
                        item -> item,
                        item -> responses.skipped(item)
                                ? SET_ASIDE
                                : item.responseScale()
                                        .options()
                                        .get(responses.option(item).getAsInt())
                                        .id()));
        return of(instrument, chosen);
    }

    /** What was sent. */
    static QuestionnaireForm of(Instrument instrument, MultiValueMap<String, String> sent) {
        return new FormReader(instrument, sent).read();
    }

    boolean isWrong() {
        return unknownFields || !wrong.isEmpty();
    }

    /** Whether what is wrong is what a person can send, and nothing else: a number that is none, or ticks that contradict one another. */
    boolean isMistaken() {
        return !unknownFields
                && wrong.entrySet().stream()
                        .allMatch(each -> each.getValue() == Problem.CONTRADICTING || typed.containsKey(each.getKey()));
    }

    /** Scored items that are asked and were neither answered nor set aside; of all items where none is scored. */
    List<Item> open() {
        return asked.stream()
                .filter(item -> item.scored() || !instrument.isScored())
                .filter(item -> !chosen.containsKey(item) && !wrong.containsKey(item))
                .toList();
    }

    boolean isAnswered(Item item) {
        String answer = chosen.get(item);
        return answer != null && !answer.equals(SET_ASIDE) && asked.contains(item);
    }

    boolean isChosen(Item item, String value) {
        return Optional.ofNullable(chosen.get(item)).filter(value::equals).isPresent();
    }

    /** What stands in the field of a number, right or wrong; empty where nothing does. */
    String written(Item item) {
        return Optional.ofNullable(typed.get(item))
                .or(() -> Optional.ofNullable(chosen.get(item)))
                .filter(text -> !text.equals(SET_ASIDE))
                .orElse("");
    }

    /** Whether this was chosen instead of the boxes of this part. */
    boolean isChosenBeside(Part part, String value) {
        return beside.getOrDefault(part.id(), Set.of()).contains(value);
    }

    boolean isTicked(String statement) {
        return safety.contains(statement);
    }

    /** Whether any of the statements of the safety question is true for the respondent. */
    boolean asksForSupportFirst() {
        return safety.stream().anyMatch(statement -> !statement.equals(RATHER_NOT));
    }

    /** Whether the safety question was answered only with "I'd rather not say". */
    boolean takesSafetyBack() {
        return safety.equals(Set.of(RATHER_NOT));
    }

    /**
     * The answers to what is asked; what was left open or set aside is skipped.
     *
     * @throws IllegalStateException if something wrong was sent
     */
    Responses toResponses() {
        if (isWrong()) {
            throw new IllegalStateException("The form holds something that is no answer");
        }
        var responses = Responses.allSkipped(instrument.items().size());
        for (var entry : chosen.entrySet()) {
            OptionalInt option = entry.getKey().responseScale().indexOf(entry.getValue());
            if (option.isPresent()) {
                responses = responses.with(entry.getKey(), option.getAsInt());
            }
        }
        return responses.whereAsked(instrument);
    }
}

package org.threesigns.questionnaire;

import static java.util.Comparator.comparing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Part;
import org.threesigns.questionnaire.QuestionnaireForm.Problem;

/** Reads what was sent into a {@link QuestionnaireForm}: it keeps what is an answer and says what is wrong with the rest. */
final class FormReader {

    private static final Set<String> OWN_FIELDS = Set.of(
            QuestionnaireForm.INSTRUMENT,
            QuestionnaireForm.VERSION,
            QuestionnaireForm.KEY,
            QuestionnaireForm.STAMP,
            QuestionnaireForm.ABOUT,
            QuestionnaireForm.SEND,
            QuestionnaireForm.SAFETY,
            QuestionnaireForm.HONEYPOT);

    private static final String WHOLE = "[-\\u2212]?[0-9]{1,9}";

    private final Instrument instrument;
    private final MultiValueMap<String, String> sent;
    private final Map<Item, String> chosen = new LinkedHashMap<>();
    private final Map<Item, Problem> wrong = new TreeMap<>(comparing(Item::index));
    private final Map<Item, String> typed = new LinkedHashMap<>();
    private final Map<String, Set<String>> beside = new HashMap<>();

    FormReader(Instrument instrument, MultiValueMap<String, String> sent) {
        this.instrument = instrument;
        this.sent = sent;
    }

    QuestionnaireForm read() {
        instrument.items().stream()
                .filter(item -> !item.responseScale().isCheckbox())
                .forEach(this::readItem);
        instrument.checkboxParts().forEach(this::readBoxes);
        Set<Item> asked = QuestionnaireForm.asked(instrument, chosen);
        wrong.keySet().retainAll(asked);
        typed.keySet().retainAll(asked);
        Set<String> ticked = new LinkedHashSet<>(sent.getOrDefault(QuestionnaireForm.SAFETY, List.of()));
        boolean unknownTicks = ticked.removeIf(statement -> !statement.equals(QuestionnaireForm.RATHER_NOT)
                && !instrument.safety().contains(statement));
        return new QuestionnaireForm(
                instrument, chosen, wrong, typed, unknownTicks || hasUnknownFields(), beside, ticked, asked);
    }

    private void readItem(Item item) {
        List<String> given = sent.getOrDefault(item.id(), List.of());
        boolean number = item.responseScale().isNumber();
        List<String> values = number ? numbers(given) : given;
        if (values.isEmpty()) {
            return;
        }
        if (values.size() == 1 && isAnswer(item, values.get(0))) {
            chosen.put(item, values.get(0));
            return;
        }
        wrong.put(item, values.size() > 1 ? Problem.ANSWERED_TWICE : Problem.OUTSIDE_THE_OPTIONS);
        if (number) {
            typed.put(item, values.get(0));
        }
    }

    /** What was written at all: each whole number as the key of its answer is, and everything else as it is. */
    private static List<String> numbers(List<String> fields) {
        return fields.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text ->
                        text.matches(WHOLE) ? Integer.toString(Integer.parseInt(text.replace('\u2212', '-'))) : text)
                .toList();
    }

    private static boolean isAnswer(Item item, String value) {
        return value.equals(QuestionnaireForm.SET_ASIDE)
                || item.responseScale().find(value).isPresent();
    }

    private void readBoxes(Part part) {
        Set<Item> askedSoFar = QuestionnaireForm.asked(instrument, chosen);
        var boxes = SubmittedBoxes.of(
                part, part.items().stream().filter(askedSoFar::contains).toList(), sent);
        chosen.putAll(boxes.chosen());
        wrong.putAll(boxes.problems());
        beside.put(part.id(), boxes.beside());
    }

    private boolean hasUnknownFields() {
        long known = Stream.of(
                        OWN_FIELDS.stream(),
                        instrument.items().stream().map(Item::id),
                        instrument.checkboxParts().stream().map(SubmittedBoxes::field))
                .flatMap(fields -> fields)
                .filter(sent::containsKey)
                .count();
        return known < sent.size();
    }
}

package org.threesigns.instrument;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an instrument says of support: the answers that put it first, and the words of one language. */
class SupportReader {

    private SupportReader() {}

    static Map<Item, List<ResponseOption>> readAnswers(ContentNode node, List<Item> items) {
        Map<String, Item> known = items.stream().collect(toMap(Item::id, item -> item));
        node.allowOnly(known.keySet());
        var first = new LinkedHashMap<Item, List<ResponseOption>>();
        Problems.checkEach(
                node.entries().entrySet(),
                entry -> Optional.ofNullable(known.get(entry.getKey()))
                        .ifPresent(item -> first.put(item, readSome(entry.getValue(), item.responseScale()))));
        return first;
    }

    /** Some answers of those to choose from, but not all. */
    private static List<ResponseOption> readSome(ContentNode node, ResponseScale scale) {
        Map<String, ResponseOption> known = new LinkedHashMap<>();
        scale.options().forEach(option -> known.put(option.id(), option));
        node.distinctTexts();
        List<ResponseOption> answers = Problems.readEach(
                node.list(),
                answer -> Optional.ofNullable(known.get(answer.text()))
                        .orElseThrow(() -> answer.unknown("answer", known.keySet())));
        if (answers.isEmpty() || answers.size() == known.size()) {
            throw node.problem(
                    answers.isEmpty() ? "There is no answer." : "These are all the answers there are.",
                    "List some of: %s.".formatted(String.join(", ", known.keySet())));
        }
        return answers;
    }

    static Optional<Support> read(Optional<ContentNode> file, InstrumentReader structure, String language) {
        Optional<Support> support = file.map(Support::ofInstrument);
        boolean comesFirst = !structure.supportFirst.get().isEmpty();
        if (comesFirst && support.flatMap(Support::first).isEmpty()) {
            throw structure.problem(
                    "support-first",
                    "There are no words in '%s' for support that comes first.".formatted(language),
                    "Write 'first: {title: …, text: […]}' in 'support.%s.yaml' beside this file.".formatted(language));
        }
        file.flatMap(node -> node.find("first")).filter(first -> !comesFirst).ifPresent(first -> {
            throw first.problem(
                    "No answer puts support first.",
                    "Write 'support-first: {question: [answer]}' in instrument.yaml, or remove this.");
        });
        return support;
    }
}

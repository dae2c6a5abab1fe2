package org.threesigns.instrument;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an instrument says of support: the answers that put it first, and the help of one language. */
class SupportReader {

    private SupportReader() {}

    static Map<Item, List<ResponseOption>> readAnswers(ContentNode node, List<Item> items) {
        Map<String, Item> known = items.stream().collect(toMap(Item::id, item -> item));
        var first = new LinkedHashMap<Item, List<ResponseOption>>();
        var problems = new Problems();
        problems.check(() -> node.allowOnly(known.keySet()));
        node.entries()
                .forEach((id, answers) -> Optional.ofNullable(known.get(id))
                        .ifPresent(item ->
                                problems.check(() -> first.put(item, readSome(answers, item.responseScale())))));
        problems.throwIfAny();
        if (first.isEmpty()) {
            throw node.problem("There is no question.", "Write one with its answers, or remove this.");
        }
        return first;
    }

    /** Some answers of those to choose from, but not all. */
    private static List<ResponseOption> readSome(ContentNode node, ResponseScale scale) {
        List<ResponseOption> answers = ResponseScaleReader.readSome(node, scale);
        if (answers.size() == scale.options().size()) {
            throw node.problem("These are all the answers there are.", ResponseScaleReader.listSomeOf(scale));
        }
        return answers;
    }

    static Optional<Support> read(Optional<ContentNode> file, InstrumentReader structure, String language) {
        Optional<Support> support = file.map(Support::ofInstrument);
        boolean answersPutItFirst = !structure.supportFirst.get().isEmpty();
        if (answersPutItFirst && support.flatMap(Support::first).isEmpty()) {
            throw structure.problem(
                    "support-first",
                    "There are no words in '%s' for support that comes first.".formatted(language),
                    "Write 'first: {title: …, text: […]}' in 'support.%s.yaml' beside this file.".formatted(language));
        }
        if (!answersPutItFirst && structure.safety.get().isEmpty()) {
            file.flatMap(node -> node.find("first")).ifPresent(first -> {
                throw first.problem(
                        "No answer puts support first.",
                        "Write 'support-first: {question: [answer]}' in instrument.yaml, or remove this.");
            });
        }
        return support;
    }
}

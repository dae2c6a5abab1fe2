package org.threesigns.instrument;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the answers that items can have: one list for all of them, or several lists by name. */
final class ResponseScaleReader {

    private static final String INPUT = "as";
    private static final String OPTIONS = "list";
    private static final int OPTIONS_OF_A_BOX = 2;

    private ResponseScaleReader() {}

    /** At least one; items that name none have the first. */
    static List<ResponseScale> read(ContentNode node) {
        if (node.isList() || node.find(INPUT).filter(ContentNode::isText).isPresent()) {
            return List.of(read(ResponseScale.ONLY, node));
        }
        if (node.keys().stream().anyMatch(key -> key.text().equals(ResponseScale.ONLY))) {
            throw node.get(ResponseScale.ONLY)
                    .problem(
                            "'%s' is the name of a list that has none.".formatted(ResponseScale.ONLY),
                            "Give it another.");
        }
        var keys = new HashSet<String>();
        List<ResponseScale> read =
                Problems.readEach(node.keys(), key -> read(key.keyNotIn(keys), node.get(key.text())));
        if (read.isEmpty()) {
            throw node.problem("There are no options.", "Write '[{id: …, value: …}, …]'.");
        }
        return read;
    }

    /** A list, or one with how it is asked for. */
    private static ResponseScale read(String id, ContentNode node) {
        if (node.isList()) {
            return read(id, InputType.CHOICE, node);
        }
        node.allowOnly(Set.of(INPUT, OPTIONS));
        return read(id, node.get(INPUT).oneOf(InputType.class), node.get(OPTIONS));
    }

    private static ResponseScale read(String id, InputType input, ContentNode node) {
        var nodes = node.list();
        if (input == InputType.CHECKBOX && nodes.size() != OPTIONS_OF_A_BOX) {
            throw node.problem(
                    "A box has %s options.".formatted(nodes.size()),
                    "Give two: what a box counts that is left open, then what a ticked one counts.");
        }
        if (nodes.size() < ResponseScale.FEWEST_OPTIONS || nodes.size() > ResponseScale.MOST_OPTIONS) {
            throw node.problem(
                    "There are %s options.".formatted(nodes.size()),
                    "Give %s to %s.".formatted(ResponseScale.FEWEST_OPTIONS, ResponseScale.MOST_OPTIONS));
        }
        var keys = new HashSet<String>();
        var scale = new ResponseScale(id, input, Problems.readEach(nodes, option -> read(option, keys)));
        if (scale.width() == 0) {
            throw node.problem("All options have the same value.", "Give at least one of them another value.");
        }
        return scale;
    }

    /** Answers of those to choose from: at least one, each once. */
    static List<ResponseOption> readSome(ContentNode node, ResponseScale scale) {
        Set<String> known = scale.options().stream().map(ResponseOption::id).collect(toSet());
        node.distinctTexts();
        List<ResponseOption> answers = Problems.readEach(
                node.list(), answer -> scale.find(answer.text()).orElseThrow(() -> answer.unknown("answer", known)));
        if (answers.isEmpty()) {
            throw node.problem("There is no answer.", listSomeOf(scale));
        }
        return answers;
    }

    static String listSomeOf(ResponseScale scale) {
        return scale.options().stream().map(ResponseOption::id).collect(joining(", ", "List some of: ", "."));
    }

    private static ResponseOption read(ContentNode option, Set<String> taken) {
        option.allowOnly(Set.of("id", "value"));
        return new ResponseOption(
                option.get("id").keyNotIn(taken), option.get("value").wholeNumber(-1000, 1000));
    }
}

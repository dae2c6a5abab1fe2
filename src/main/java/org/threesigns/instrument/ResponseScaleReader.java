package org.threesigns.instrument;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the answers that items can have: one list for all of them, or several lists by name. */
final class ResponseScaleReader {

    private static final int OPTIONS_OF_A_BOX = 2;
    private static final String INPUT = "as";
    private static final String OPTIONS = "list";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final Set<String> OF_A_RANGE = Set.of(FROM, TO, "step", INPUT);

    private ResponseScaleReader() {}

    /** At least one; items that name none have the first. */
    static List<ResponseScale> read(ContentNode node) {
        if (node.isList() || isOne(node)) {
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

    /** Lists may have these names, too. */
    private static boolean isOne(ContentNode node) {
        return node.entries().entrySet().stream()
                .anyMatch(entry ->
                        OF_A_RANGE.contains(entry.getKey()) && entry.getValue().isText());
    }

    /** A list, or one with how it is asked for, or a range of numbers. */
    private static ResponseScale read(String id, ContentNode node) {
        if (!node.isGroup()) {
            return readChoices(id, InputType.CHOICE, node);
        }
        if (node.find(OPTIONS).isEmpty()) {
            return readNumbers(id, node);
        }
        node.allowOnly(Set.of(INPUT, OPTIONS));
        InputType input = node.get(INPUT).oneOf(EnumSet.of(InputType.CHOICE, InputType.CHECKBOX));
        return readChoices(id, input, node.get(OPTIONS));
    }

    private static ResponseScale readNumbers(String id, ContentNode node) {
        var problems = new Problems();
        problems.check(() -> node.allowOnly(OF_A_RANGE));
        var from = problems.read(() -> readValue(node.get(FROM)));
        var to = problems.read(() -> readValue(node.get(TO)));
        var step = problems.read(() -> node.find("step")
                .map(by -> by.wholeNumber(1, 2 * ResponseScale.LARGEST_VALUE))
                .orElse(1));
        var input = problems.read(() -> node.find(INPUT)
                .map(as -> as.oneOf(EnumSet.of(InputType.NUMBER, InputType.SLIDER)))
                .orElse(InputType.NUMBER));
        problems.throwIfAny();
        requireNumbers(node, from.get(), to.get(), step.get());
        return ResponseScale.numbers(id, input.get(), from.get(), to.get(), step.get());
    }

    private static void requireNumbers(ContentNode node, int from, int to, int step) {
        if (to <= from) {
            throw node.get(TO).problem("%s is not above %s.".formatted(to, from), "Write a number above it.");
        }
        if ((to - from) % step != 0) {
            throw node.get("step")
                    .problem(
                            "Steps of %s do not lead from %s to %s.".formatted(step, from, to),
                            "Choose a step that does, or another end.");
        }
        int numbers = (to - from) / step + 1;
        if (numbers > ResponseScale.MOST_NUMBERS) {
            throw node.problem(
                    "There are %s numbers.".formatted(numbers),
                    "Stay within %s: bring the ends closer together, or add a 'step'."
                            .formatted(ResponseScale.MOST_NUMBERS));
        }
    }

    private static ResponseScale readChoices(String id, InputType input, ContentNode node) {
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

    /** Answers of those to choose from: at least one, each once; of numbers also all from one to another. */
    static List<ResponseOption> readSome(ContentNode node, ResponseScale scale) {
        List<ResponseOption> answers =
                scale.isNumber() && node.isGroup() ? readRange(node, scale) : readListed(node, scale);
        if (answers.isEmpty()) {
            throw node.problem("There is no answer.", listSomeOf(scale));
        }
        return answers;
    }

    private static List<ResponseOption> readRange(ContentNode node, ResponseScale scale) {
        node.allowOnly(Set.of(FROM, TO));
        int from = end(node, FROM, scale).orElse(scale.lowest());
        int to = end(node, TO, scale).orElse(scale.highest());
        return scale.options().stream()
                .filter(option -> option.value() >= from && option.value() <= to)
                .toList();
    }

    private static List<ResponseOption> readListed(ContentNode node, ResponseScale scale) {
        node.distinctTexts();
        return Problems.readEach(
                node.list(), answer -> scale.find(answer.text()).orElseThrow(() -> noSuch(answer, scale)));
    }

    private static BrokenContentException noSuch(ContentNode answer, ResponseScale scale) {
        return scale.isNumber()
                ? answer.problem("There is no answer '%s'.".formatted(answer.text()), listSomeOf(scale))
                : answer.unknown(
                        "answer",
                        scale.options().stream().map(ResponseOption::id).collect(toSet()));
    }

    private static Optional<Integer> end(ContentNode range, String key, ResponseScale scale) {
        return range.find(key).map(end -> end.wholeNumber(scale.lowest(), scale.highest()));
    }

    static String listSomeOf(ResponseScale scale) {
        if (scale.isNumber()) {
            String steps = scale.step() == 1 ? "" : " in steps of %s".formatted(scale.step());
            return "List numbers from %s to %s%s, or write '{from: …, to: …}'."
                    .formatted(scale.lowest(), scale.highest(), steps);
        }
        return scale.options().stream().map(ResponseOption::id).collect(joining(", ", "List some of: ", "."));
    }

    private static ResponseOption read(ContentNode option, Set<String> taken) {
        option.allowOnly(Set.of("id", "value"));
        return new ResponseOption(option.get("id").keyNotIn(taken), readValue(option.get("value")));
    }

    private static int readValue(ContentNode node) {
        return node.wholeNumber(-ResponseScale.LARGEST_VALUE, ResponseScale.LARGEST_VALUE);
    }
}

package org.threesigns.instrument;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the parts of an instrument with their items, in the order asked. */
final class PartReader {

    private final ContentNode file;
    private final Map<String, ContentNode> itemNodes;
    private final ItemReader items;
    private final ConditionReader conditions;
    private final Set<String> placed = new HashSet<>();

    /**
     * @param itemNodes each item in the file by its id
     * @param items what reads them
     * @param conditions what reads after which answers they are asked
     */
    PartReader(ContentNode file, Map<String, ContentNode> itemNodes, ItemReader items, ConditionReader conditions) {
        this.file = file;
        this.itemNodes = itemNodes;
        this.items = items;
        this.conditions = conditions;
    }

    /** The parts with their items; all items are in one part where the file names none. */
    List<Part> read() {
        Optional<ContentNode> parts = file.find("parts");
        if (parts.isEmpty()) {
            List<Item> all = Problems.readEach(itemNodes.values(), items::read);
            if (boxes(all) > 0) {
                throw file.get("items")
                        .problem(
                                "Boxes to tick are the answers to one question, and here is no part that asks it.",
                                "Name a part with them below 'parts'.");
            }
            return List.of(new Part(Part.ONLY, all, false, Condition.NONE));
        }
        var problems = new Problems();
        var keys = new HashSet<String>();
        Supplier<List<Part>> read =
                problems.read(() -> Problems.readEach(parts.get().list(), part -> readPart(part, keys)));
        problems.check(() -> requireAllIn(read.get()));
        problems.throwIfAny();
        return read.get();
    }

    private void requireAllIn(List<Part> parts) {
        Set<String> inParts = parts.stream()
                .flatMap(part -> part.items().stream())
                .map(Item::id)
                .collect(toSet());
        Problems.checkEach(itemNodes.entrySet(), item -> {
            if (!inParts.contains(item.getKey())) {
                throw item.getValue()
                        .problem(
                                "The item '%s' is in no part.".formatted(item.getKey()),
                                "Add it to a part below 'parts'.");
            }
        });
    }

    private Part readPart(ContentNode part, Set<String> taken) {
        var problems = new Problems();
        Supplier<String> id = problems.read(() -> part.get("id").keyNotIn(taken));
        problems.check(() -> part.allowOnly(Set.of("id", "items", "order", "when")));
        Supplier<Boolean> random = problems.read(() -> part.oneOf("order", Order.FIXED) == Order.RANDOM);
        conditions.begin(random);
        Supplier<Condition> condition = conditions.ofPart(part, problems);
        Supplier<List<Item>> partItems =
                problems.read(() -> Problems.readEach(part.get("items").list(), this::place));
        problems.throwIfAny();
        if (partItems.get().isEmpty()) {
            throw part.problem("The part has no items.", "Name items, or remove the part.");
        }
        requireBoxesOfOneQuestion(part.get("items"), partItems.get());
        return new Part(id.get(), partItems.get(), random.get(), condition.get());
    }

    private static void requireBoxesOfOneQuestion(ContentNode node, List<Item> beside) {
        long boxes = boxes(beside);
        if (boxes > 0 && boxes < beside.size()) {
            throw node.problem(
                    "Boxes to tick stand beside other questions.",
                    "Put the boxes of each question into a part of their own.");
        }
        if (boxes > 0 && beside.stream().map(Item::responseScale).distinct().count() > 1) {
            throw node.problem("The boxes of one question have different options.", "Give all of them the same list.");
        }
        if (boxes > 0
                && beside.stream()
                        .anyMatch(item -> !disjoint(item.condition().answers().keySet(), beside))) {
            throw node.problem(
                    "A box depends on another one of the same question, which is answered as a whole.",
                    "Move what depends on it to a later part.");
        }
        if (boxes == 1) {
            throw node.problem(
                    "One box alone cannot be told from a question passed by.",
                    "Add a second one, or make it a question with two answers.");
        }
    }

    private static long boxes(List<Item> of) {
        return of.stream().filter(item -> item.responseScale().isCheckbox()).count();
    }

    private Item place(ContentNode reference) {
        ContentNode node = reference.lookUp("item", itemNodes);
        if (!placed.add(reference.text())) {
            throw reference.problem(
                    "The item '%s' is in the parts twice.".formatted(reference.text()), "Leave it in one place.");
        }
        return items.read(node);
    }

    private enum Order {
        FIXED,
        RANDOM
    }
}

package org.threesigns.instrument;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the items of an instrument in the order of its parts. */
class ItemReader {

    private static final Set<String> KEYS =
            Set.of("id", "options", "scale", "scored", "facet", "keying", "claim", "sensitive", "when");

    private final ContentNode file;
    private final Supplier<List<ResponseScale>> responseScales;
    private final Supplier<Map<String, ContentNode>> scaleNodes;
    private final Supplier<List<String>> claims;
    private final Set<String> placed = new HashSet<>();
    private ConditionReader conditions = new ConditionReader(Set.of());
    private final Map<String, List<KeyedItem>> onScale = new HashMap<>();
    private int read;

    ItemReader(
            ContentNode file,
            Supplier<List<ResponseScale>> responseScales,
            Supplier<Map<String, ContentNode>> scaleNodes,
            Supplier<List<String>> claims) {
        this.file = file;
        this.responseScales = responseScales;
        this.scaleNodes = scaleNodes;
        this.claims = claims;
    }

    /** The items that count on this scale, in the order asked, once all have been read. */
    List<KeyedItem> on(String scale) {
        return onScale.getOrDefault(scale, List.of());
    }

    /** The parts with their items; all items are in one part where the file names none. */
    List<Part> readParts() {
        Map<String, ContentNode> itemNodes = itemNodes();
        conditions = new ConditionReader(itemNodes.keySet());
        Optional<ContentNode> parts = file.find("parts");
        if (parts.isEmpty()) {
            List<Item> items = Problems.readEach(itemNodes.values(), this::readInTurn);
            if (boxes(items) > 0) {
                throw file.get("items")
                        .problem(
                                "Boxes to tick are the answers to one question, and here is no part that asks it.",
                                "Name a part with them below 'parts'.");
            }
            return List.of(new Part(Part.ONLY, items, false, Condition.NONE));
        }
        var problems = new Problems();
        var keys = new HashSet<String>();
        Supplier<List<Part>> read =
                problems.read(() -> Problems.readEach(parts.get().list(), part -> readPart(part, keys, itemNodes)));
        problems.check(() -> requireAllIn(read.get(), itemNodes));
        problems.throwIfAny();
        return read.get();
    }

    private static void requireAllIn(List<Part> parts, Map<String, ContentNode> itemNodes) {
        Set<String> placed = parts.stream()
                .flatMap(part -> part.items().stream())
                .map(Item::id)
                .collect(toSet());
        Problems.checkEach(itemNodes.entrySet(), item -> {
            if (!placed.contains(item.getKey())) {
                throw item.getValue()
                        .problem(
                                "The item '%s' is in no part.".formatted(item.getKey()),
                                "Add it to a part below 'parts'.");
            }
        });
    }

    private Map<String, ContentNode> itemNodes() {
        ContentNode list = file.get("items");
        var nodes = new LinkedHashMap<String, ContentNode>();
        var keys = new HashSet<String>();
        Problems.checkEach(list.list(), node -> nodes.put(node.get("id").keyNotIn(keys), node));
        if (nodes.isEmpty() || nodes.size() > Instrument.MOST_ITEMS) {
            throw list.problem(
                    "There are %s items.".formatted(nodes.size()), "Give 1 to %s.".formatted(Instrument.MOST_ITEMS));
        }
        return nodes;
    }

    private Part readPart(ContentNode part, Set<String> taken, Map<String, ContentNode> itemNodes) {
        var problems = new Problems();
        Supplier<String> id = problems.read(() -> part.get("id").keyNotIn(taken));
        problems.check(() -> part.allowOnly(Set.of("id", "items", "order", "when")));
        Supplier<Boolean> random = problems.read(() -> isRandom(part));
        conditions.begin(random);
        Supplier<Condition> condition = conditions.ofPart(part, problems);
        Supplier<List<Item>> partItems = problems.read(
                () -> Problems.readEach(part.get("items").list(), reference -> place(reference, itemNodes)));
        problems.throwIfAny();
        if (partItems.get().isEmpty()) {
            throw part.problem("The part has no items.", "Name items, or remove the part.");
        }
        requireBoxesOfOneQuestion(part.get("items"), partItems.get());
        return new Part(id.get(), partItems.get(), random.get(), condition.get());
    }

    private static void requireBoxesOfOneQuestion(ContentNode node, List<Item> items) {
        long boxes = boxes(items);
        if (boxes > 0 && boxes < items.size()) {
            throw node.problem(
                    "Boxes to tick stand beside other questions.",
                    "Put the boxes of each question into a part of their own.");
        }
        if (boxes > 0 && items.stream().map(Item::responseScale).distinct().count() > 1) {
            throw node.problem("The boxes of one question have different options.", "Give all of them the same list.");
        }
        if (boxes > 0
                && items.stream()
                        .anyMatch(item -> !disjoint(item.condition().answers().keySet(), items))) {
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

    private static long boxes(List<Item> items) {
        return items.stream().filter(item -> item.responseScale().isCheckbox()).count();
    }

    private Item place(ContentNode reference, Map<String, ContentNode> itemNodes) {
        ContentNode node = Optional.ofNullable(itemNodes.get(reference.text()))
                .orElseThrow(() -> reference.unknown("item", itemNodes.keySet()));
        if (!placed.add(reference.text())) {
            throw reference.problem(
                    "The item '%s' is in the parts twice.".formatted(reference.text()), "Leave it in one place.");
        }
        return readInTurn(node);
    }

    private static boolean isRandom(ContentNode part) {
        return part.find("order")
                .map(order -> order.oneOf(Order.class))
                .filter(Order.RANDOM::equals)
                .isPresent();
    }

    private enum Order {
        FIXED,
        RANDOM
    }

    /** Items after it may depend on it. */
    private Item readInTurn(ContentNode node) {
        var problems = new Problems();
        Supplier<Item> item = problems.read(() -> readItem(node));
        conditions.passed(node.get("id").text(), item);
        return item.get();
    }

    private Item readItem(ContentNode node) {
        var problems = new Problems();
        problems.check(() -> node.allowOnly(KEYS));
        String id = node.get("id").key();
        Supplier<Boolean> scored = problems.read(() -> isScored(node));
        Supplier<List<ScaleReference>> references = problems.read(() -> ScaleReference.of(node));
        problems.check(() -> requireScaleIfScored(node, id, scored.get(), references.get()));
        Supplier<ResponseScale> options = problems.read(() -> node.find("options")
                .map(this::responseScale)
                .orElseGet(() -> responseScales.get().get(0)));
        Supplier<Keying> keying = problems.read(
                () -> node.find("keying").map(word -> word.oneOf(Keying.class)).orElse(Keying.FORWARD));
        Supplier<List<ContentNode>> scales =
                problems.read(() -> Problems.readEach(references.get(), reference -> scaleNode(reference.scale())));
        Supplier<Optional<String>> facet = problems.read(() -> readFacet(node, scales.get()));
        Supplier<Optional<String>> claim =
                problems.read(() -> node.find("claim").map(known -> known(known, "claim", Set.copyOf(claims.get()))));
        Supplier<Boolean> sensitive = problems.read(
                () -> node.find("sensitive").map(ContentNode::yesOrNo).orElse(false));
        Supplier<Condition> condition = problems.read(() -> conditions.read(node));
        problems.throwIfAny();
        Item item = new Item(
                id,
                read++,
                scored.get(),
                options.get(),
                keying.get(),
                facet.get(),
                claim.get(),
                sensitive.get(),
                condition.get());
        Problems.checkEach(
                references.get(),
                reference -> onScale.computeIfAbsent(reference.scale().text(), scale -> new ArrayList<>())
                        .add(reference.read(item)));
        return item;
    }

    private boolean isScored(ContentNode node) {
        return node.find("scored")
                .map(ContentNode::yesOrNo)
                .orElseGet(() ->
                        node.find("scale").isPresent() || !scaleNodes.get().isEmpty());
    }

    private static void requireScaleIfScored(
            ContentNode node, String id, boolean scored, List<ScaleReference> references) {
        if (scored == references.isEmpty()) {
            throw node.problem(
                    scored
                            ? "The item '%s' is on no scale.".formatted(id)
                            : "The unscored item '%s' has a scale.".formatted(id),
                    "Give it either 'scale: …' or 'scored: false'.");
        }
    }

    private ResponseScale responseScale(ContentNode reference) {
        return responseScales.get().stream()
                .filter(known -> known.id().equals(reference.text()))
                .findFirst()
                .orElseThrow(() -> reference.unknown(
                        "set of options",
                        responseScales.get().stream().map(ResponseScale::id).collect(toSet())));
    }

    private ContentNode scaleNode(ContentNode reference) {
        return Optional.ofNullable(scaleNodes.get().get(reference.text()))
                .orElseThrow(() -> reference.unknown("scale", scaleNodes.get().keySet()));
    }

    private static Optional<String> readFacet(ContentNode item, List<ContentNode> scales) {
        Set<String> facets = scales.stream()
                .flatMap(scale -> ScaleReader.facets(scale).stream())
                .collect(toSet());
        return item.find("facet").map(facet -> known(facet, "facet", facets));
    }

    private static String known(ContentNode reference, String kind, Set<String> known) {
        if (!known.contains(reference.text())) {
            throw reference.unknown(kind, known);
        }
        return reference.text();
    }
}

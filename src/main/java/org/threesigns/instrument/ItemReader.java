package org.threesigns.instrument;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the items of an instrument one by one, in the order asked. */
class ItemReader {

    private static final Set<String> KEYS =
            Set.of("id", "options", "scale", "scored", "facet", "keying", "claim", "sensitive", "when");

    private final Supplier<List<ResponseScale>> responseScales;
    private final Supplier<Map<String, ContentNode>> scaleNodes;
    private final Supplier<List<String>> claims;
    private final ConditionReader conditions;
    private final Map<String, List<KeyedItem>> onScale = new HashMap<>();
    private int place;

    ItemReader(
            Supplier<List<ResponseScale>> responseScales,
            Supplier<Map<String, ContentNode>> scaleNodes,
            Supplier<List<String>> claims,
            ConditionReader conditions) {
        this.responseScales = responseScales;
        this.scaleNodes = scaleNodes;
        this.claims = claims;
        this.conditions = conditions;
    }

    /** The items that count on this scale, in the order asked, once all have been read. */
    List<KeyedItem> on(String scale) {
        return onScale.getOrDefault(scale, List.of());
    }

    /** Each item in the file by its id. */
    static Map<String, ContentNode> nodes(ContentNode list) {
        var nodes = new LinkedHashMap<String, ContentNode>();
        var keys = new HashSet<String>();
        Problems.checkEach(list.list(), node -> nodes.put(node.get("id").keyNotIn(keys), node));
        if (nodes.isEmpty() || nodes.size() > Instrument.MOST_ITEMS) {
            throw list.problem(
                    "There are %s items.".formatted(nodes.size()), "Give 1 to %s.".formatted(Instrument.MOST_ITEMS));
        }
        return nodes;
    }

    /** The next item; those after it may depend on it. */
    Item read(ContentNode node) {
        var problems = new Problems();
        Supplier<Item> item = problems.read(() -> readItem(node));
        conditions.passed(node.get("id").text(), item);
        return item.get();
    }

    private Item readItem(ContentNode node) {
        var problems = new Problems();
        problems.check(() -> node.allowOnly(KEYS));
        String id = node.get("id").key();
        var scored = problems.read(() -> isScored(node));
        var references = problems.read(() -> ScaleReference.of(node));
        problems.check(() -> requireScaleIfScored(node, id, scored.get(), references.get()));
        var options = problems.read(() -> readOptions(node));
        var keying = problems.read(() -> node.oneOf("keying", Keying.FORWARD));
        var facet = problems.read(() -> readFacet(node, references.get()));
        var claim = problems.read(() -> readClaim(node));
        var sensitive = problems.read(() -> node.yesOrNo("sensitive", false));
        var condition = problems.read(() -> conditions.read(node));
        problems.throwIfAny();
        var item = new Item(
                id,
                place++,
                scored.get(),
                options.get(),
                keying.get(),
                facet.get(),
                claim.get(),
                sensitive.get(),
                condition.get());
        addToScales(item, references.get());
        return item;
    }

    private void addToScales(Item item, List<ScaleReference> references) {
        Problems.checkEach(
                references,
                reference -> onScale.computeIfAbsent(reference.scale().text(), scale -> new ArrayList<>())
                        .add(reference.read(item)));
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

    private ResponseScale readOptions(ContentNode item) {
        List<ResponseScale> all = responseScales.get();
        return item.find("options")
                .map(named -> named.lookUp(
                        "set of options", all.stream().collect(toMap(ResponseScale::id, Function.identity()))))
                .orElseGet(() -> all.get(0));
    }

    private Optional<String> readClaim(ContentNode item) {
        return item.find("claim").map(claim -> claim.known("claim", Set.copyOf(claims.get())));
    }

    private Optional<String> readFacet(ContentNode item, List<ScaleReference> references) {
        Set<String> facets =
                Problems.readEach(references, reference -> reference.scale().lookUp("scale", scaleNodes.get())).stream()
                        .flatMap(scale -> ScaleReader.facets(scale).stream())
                        .collect(toSet());
        return item.find("facet").map(facet -> facet.known("facet", facets));
    }
}

package org.threesigns.instrument;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of an instrument in the order of its parts. */
class ItemReader {

    private final ContentNode file;
    private final List<ResponseScale> responseScales;
    private final Map<String, ContentNode> scaleNodes;
    private final Set<String> claims;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Set<String>> scalesOfItem = new HashMap<>();

    ItemReader(
            ContentNode file,
            List<ResponseScale> responseScales,
            Map<String, ContentNode> scaleNodes,
            Collection<String> claims) {
        this.file = file;
        this.responseScales = responseScales;
        this.scaleNodes = scaleNodes;
        this.claims = Set.copyOf(claims);
    }

    /** The items that have been read, by their keys, in the order asked. */
    Map<String, Item> items() {
        return items;
    }

    /** The scales that each scored item names. */
    Map<String, Set<String>> scalesOfItem() {
        return scalesOfItem;
    }

    /** The parts with their items; all items are in one part where the file names none. */
    List<Part> readParts() {
        Map<String, ContentNode> itemNodes = itemNodes();
        var keys = new HashSet<String>();
        Optional<ContentNode> parts = file.find("parts");
        if (parts.isEmpty()) {
            return List.of(new Part(
                    Part.ONLY, itemNodes.values().stream().map(this::readItem).toList(), false));
        }
        var read = new ArrayList<Part>();
        for (var part : parts.get().list()) {
            read.add(new Part(part.get("id").keyNotIn(keys), readPart(part, itemNodes), isRandom(part)));
        }
        itemNodes.forEach((id, node) -> {
            if (!items.containsKey(id)) {
                throw node.problem("The item '%s' is in no part.".formatted(id), "Add it to a part below 'parts'.");
            }
        });
        return read;
    }

    private Map<String, ContentNode> itemNodes() {
        var nodes = new LinkedHashMap<String, ContentNode>();
        var keys = new HashSet<String>();
        for (var node : file.get("items").list()) {
            nodes.put(node.get("id").keyNotIn(keys), node);
        }
        if (nodes.isEmpty() || nodes.size() > Instrument.MOST_ITEMS) {
            throw file.get("items")
                    .problem(
                            "There are %s items.".formatted(nodes.size()),
                            "Give 1 to %s.".formatted(Instrument.MOST_ITEMS));
        }
        return nodes;
    }

    private List<Item> readPart(ContentNode part, Map<String, ContentNode> itemNodes) {
        part.allowOnly(Set.of("id", "items", "order"));
        var partItems = new ArrayList<Item>();
        for (var reference : part.get("items").list()) {
            ContentNode node = Optional.ofNullable(itemNodes.get(reference.text()))
                    .orElseThrow(() -> reference.unknown("item", itemNodes.keySet()));
            if (items.containsKey(reference.text())) {
                throw reference.problem(
                        "The item '%s' is in the parts twice.".formatted(reference.text()), "Leave it in one place.");
            }
            partItems.add(readItem(node));
        }
        if (partItems.isEmpty()) {
            throw part.problem("The part has no items.", "Name items, or remove the part.");
        }
        return partItems;
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

    private Item readItem(ContentNode node) {
        node.allowOnly(Set.of("id", "options", "scale", "scored", "facet", "keying", "claim", "sensitive"));
        String id = node.get("id").key();
        boolean scored = node.find("scored").map(ContentNode::yesOrNo).orElse(true);
        List<ContentNode> references = references(node);
        if (scored == references.isEmpty()) {
            throw node.problem(
                    scored
                            ? "The item '%s' is on no scale.".formatted(id)
                            : "The unscored item '%s' has a scale.".formatted(id),
                    "Give it either 'scale: …' or 'scored: false'.");
        }
        Item item = new Item(
                id,
                items.size(),
                scored,
                node.find("options").map(this::responseScale).orElse(responseScales.get(0)),
                node.find("keying").map(keying -> keying.oneOf(Keying.class)).orElse(Keying.FORWARD),
                readFacet(node, references.stream().map(this::scaleNode).toList()),
                node.find("claim").map(claim -> known(claim, "claim", claims)),
                node.find("sensitive").map(ContentNode::yesOrNo).orElse(false));
        scalesOfItem.put(id, references.stream().map(ContentNode::text).collect(toSet()));
        items.put(id, item);
        return item;
    }

    /** One scale, or a list of them. */
    private static List<ContentNode> references(ContentNode item) {
        return item.find("scale")
                .map(scale -> scale.isText() ? List.of(scale) : distinct(scale))
                .orElse(List.of());
    }

    private static List<ContentNode> distinct(ContentNode scales) {
        scales.distinctTexts();
        return scales.list();
    }

    private ResponseScale responseScale(ContentNode reference) {
        return responseScales.stream()
                .filter(known -> known.id().equals(reference.text()))
                .findFirst()
                .orElseThrow(() -> reference.unknown(
                        "set of options",
                        responseScales.stream().map(ResponseScale::id).collect(toSet())));
    }

    private ContentNode scaleNode(ContentNode reference) {
        return Optional.ofNullable(scaleNodes.get(reference.text()))
                .orElseThrow(() -> reference.unknown("scale", scaleNodes.keySet()));
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

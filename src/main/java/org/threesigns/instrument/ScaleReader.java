package org.threesigns.instrument;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the scales of an instrument, whose items have been read before. */
class ScaleReader {

    private final ResponseScale responseScale;
    private final Map<String, Item> items;
    private final Map<String, String> scaleOfItem;

    /** @param scaleOfItem the scale that each scored item names */
    ScaleReader(ResponseScale responseScale, Map<String, Item> items, Map<String, String> scaleOfItem) {
        this.responseScale = responseScale;
        this.items = items;
        this.scaleOfItem = scaleOfItem;
    }

    /** The scale that this node describes. */
    Scale read(String id, ContentNode node) {
        node.allowOnly(Set.of("id", "minimum-answered", "bands", "close-to-cut", "assumed-sem", "facets", "strands"));
        List<Item> scaleItems = items.values().stream()
                .filter(item -> id.equals(scaleOfItem.get(item.id())))
                .toList();
        if (scaleItems.isEmpty()) {
            throw node.problem("The scale '%s' has no items.".formatted(id), "Give items 'scale: %s'.".formatted(id));
        }
        return new Scale(
                id,
                scaleItems,
                node.get("minimum-answered").wholeNumber(1, scaleItems.size()),
                readBands(node.get("bands")),
                node.get("close-to-cut").decimalNotNegative(),
                node.get("assumed-sem").decimalNotNegative(),
                facets(node),
                readStrands(node, scaleItems));
    }

    /** The facets that a scale names. */
    static List<String> facets(ContentNode scale) {
        return scale.find("facets").map(ContentNode::distinctKeys).orElse(List.of());
    }

    private static List<Strand> readStrands(ContentNode scale, List<Item> scaleItems) {
        var taken = new HashSet<>(facets(scale));
        return scale.find("strands").map(ContentNode::list).orElse(List.of()).stream()
                .map(node -> readStrand(node, taken, scaleItems))
                .toList();
    }

    /** @param taken the keys of facets and other strands, as words name both alike */
    private static Strand readStrand(ContentNode node, Set<String> taken, List<Item> scaleItems) {
        node.allowOnly(Set.of("id", "items"));
        List<String> ids = node.get("items").distinctTexts();
        Set<String> known = scaleItems.stream().map(Item::id).collect(toSet());
        node.get("items").list().stream()
                .filter(id -> !known.contains(id.text()))
                .findFirst()
                .ifPresent(id -> {
                    throw id.unknown("item of this scale", known);
                });
        if (ids.isEmpty()) {
            throw node.get("items").problem("The strand has no items.", "Name items, or remove the strand.");
        }
        return new Strand(
                node.get("id").keyNotIn(taken),
                scaleItems.stream().filter(item -> ids.contains(item.id())).toList());
    }

    /** Bands cover the range of the response scale from end to end: each begins where the one before ends. */
    private List<ScoreBand> readBands(ContentNode node) {
        var bands = new ArrayList<ScoreBand>();
        var keys = new HashSet<String>();
        BigDecimal end = BigDecimal.valueOf(responseScale.lowest());
        for (var band : node.list()) {
            band.allowOnly(Set.of("id", "from", "to"));
            BigDecimal from = band.get("from").decimal();
            BigDecimal to = band.get("to").decimal();
            if (from.compareTo(end) != 0) {
                throw band.get("from")
                        .problem(
                                "The bands %s between %s and %s."
                                        .formatted(
                                                from.compareTo(end) > 0 ? "leave a gap" : "overlap",
                                                from.min(end),
                                                from.max(end)),
                                "Let this one begin at %s.".formatted(end));
            }
            if (to.compareTo(from) <= 0) {
                throw band.get("to").problem("The band ends before it begins.", "Let 'to' be above 'from'.");
            }
            bands.add(new ScoreBand(band.get("id").keyNotIn(keys), from, to));
            end = to;
        }
        if (end.compareTo(BigDecimal.valueOf(responseScale.highest())) != 0) {
            throw node.problem(
                    "The bands end at %s, but the highest option's value is %s."
                            .formatted(end, responseScale.highest()),
                    "Let the last one end at %s.".formatted(responseScale.highest()));
        }
        return bands;
    }
}

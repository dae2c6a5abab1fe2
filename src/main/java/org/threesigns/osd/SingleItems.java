package org.threesigns.osd;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.threesigns.instrument.ResponseScale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items of a definition with a single answer each: a grid is its rows, a multicheck its options, and answers that count on no score
 * have whole numbers.
 */
final class SingleItems {

    /** Of a row or box: the item that it stems from. */
    static final String STEM = "_stem";

    /** Of a row: the key of the text above the grid; of a box: the key of its question. */
    static final String STEM_TEXT = "_stem_text";

    /** Of an option that was numbered: its value in the file. */
    static final String GIVEN = "_given";

    private static final Set<String> READ_OF_A_GRID = Set.of("rows", "columns", "optional_rows");
    private static final Set<String> READ_OF_A_MULTICHECK =
            Set.of("options", "min_selected", "min_selected_error", "max_selected", "max_selected_error", "validation");
    private static final String OPTIONS = "options";
    private static final String TEXT = "text_key";
    private static final String VALUE = "value";

    private final Set<String> scored;
    private final List<ObjectNode> items = new ArrayList<>();
    private final List<String> numbered = new ArrayList<>();
    private final List<String> placed = new ArrayList<>();

    /** @param scored the ids of what counts on a score */
    SingleItems(JsonNode definition, Set<String> scored) {
        this.scored = scored;
        definition.path("items").forEach(item -> {
            if (!(item instanceof ObjectNode object)) {
                throw new UnsupportedFeatureException("an item that is no object", "items");
            }
            read(object);
        });
    }

    List<ObjectNode> items() {
        return List.copyOf(items);
    }

    /** What of the file is not in them, in words. */
    List<String> leftOut() {
        var leftOut = new ArrayList<String>();
        if (!numbered.isEmpty()) {
            leftOut.add(
                    "the values of the answers to %s, which count on no score and are no whole numbers; they are 1, 2, … in the order shown"
                            .formatted(String.join(", ", numbered)));
        }
        if (!placed.isEmpty()) {
            leftOut.add("the random place of %s among other questions".formatted(String.join(", ", placed)));
        }
        return leftOut;
    }

    private void read(ObjectNode item) {
        switch (item.path("type").asString("")) {
            case "grid" -> addRows(item);
            case "multicheck" -> addBoxes(item);
            case "multi" -> {
                item.set(OPTIONS, inFull(item, OPTIONS));
                if (!scored.contains(id(item))) {
                    number(item);
                }
                items.add(item);
            }
            default -> items.add(item);
        }
    }

    private static String id(JsonNode item) {
        return item.path("id").asString("");
    }

    private static String place(JsonNode item) {
        return "item " + id(item);
    }

    /** Options as objects: a text alone is a label, and its own value or that of its column, which is its place. */
    private static ArrayNode inFull(ObjectNode item, String key) {
        ArrayNode full = item.arrayNode();
        for (JsonNode option : item.path(key)) {
            JsonNode value = key.equals(OPTIONS) ? option : IntNode.valueOf(full.size() + 1);
            full.add(option.isString() ? item.objectNode().set(TEXT, option).set(VALUE, value) : option);
        }
        return full;
    }

    private void number(ObjectNode item) {
        JsonNode options = item.path(OPTIONS);
        if (options.valueStream().allMatch(option -> isOurs(option.path(VALUE)))) {
            return;
        }
        numbered.add(id(item));
        for (int place = 0; place < options.size(); place++) {
            if (options.get(place) instanceof ObjectNode option) {
                option.put(GIVEN, option.path(VALUE).asString(""));
                option.put(VALUE, place + 1);
            }
        }
    }

    private static boolean isOurs(JsonNode value) {
        return value.isInt() && Math.abs(value.asInt()) <= ResponseScale.LARGEST_VALUE;
    }

    private void addRows(ObjectNode grid) {
        OsdDefinition.refuseAllBut(withOwn(READ_OF_A_GRID), grid, place(grid));
        ArrayNode columns = inFull(grid, "columns");
        int row = 0;
        for (JsonNode key : grid.path("rows")) {
            row++;
            if (!key.isString()) {
                throw new UnsupportedFeatureException("a row that is no key of a text", place(grid));
            }
            ObjectNode item = part(grid, id(grid) + "_" + row, "multi", key.asString(""));
            item.set(OPTIONS, columns.deepCopy());
            if (!scored.contains(id(item))) {
                number(item);
            }
            items.add(item);
        }
    }

    private void addBoxes(ObjectNode multicheck) {
        String place = place(multicheck);
        OsdDefinition.refuseAllBut(withOwn(READ_OF_A_MULTICHECK), multicheck, place);
        if (scored.contains(id(multicheck))) {
            throw new UnsupportedFeatureException("boxes to tick that count on a score", place);
        }
        ArrayNode options = inFull(multicheck, OPTIONS);
        requireAnyNumberOfTicks(multicheck, options.size(), place);
        var values = new LinkedHashSet<String>();
        for (JsonNode option : options) {
            OsdDefinition.refuseAllBut(Set.of(TEXT, VALUE), option, place);
            String value = option.path(VALUE).asString("");
            if (value.isBlank() || !values.add(value)) {
                throw new UnsupportedFeatureException("boxes without a value of their own", place);
            }
            items.add(part(
                    multicheck,
                    id(multicheck) + "_" + value,
                    "multicheck",
                    option.path(TEXT).asString("")));
        }
        if (options.size() < 2) {
            throw new UnsupportedFeatureException("one box to tick alone", place);
        }
    }

    /** At least one tick is what "none of these" stands in for; other limits are not held here. */
    private static void requireAnyNumberOfTicks(JsonNode multicheck, int options, String place) {
        Stream.of(multicheck, multicheck.path("validation")).forEach(limits -> {
            if (limits.path("min_selected").asDouble(1) > 1
                    || limits.path("max_selected").asDouble(options) < options) {
                throw new UnsupportedFeatureException("a limit to how many boxes are ticked", place);
            }
        });
    }

    private ObjectNode part(ObjectNode whole, String id, String type, String text) {
        if (whole.path("random_group").asInt(0) > 0 && !placed.contains(id(whole))) {
            placed.add(id(whole));
        }
        ObjectNode item = whole.objectNode()
                .put("id", id)
                .put("type", type)
                .put(TEXT, text)
                .put(STEM, id(whole))
                .put(STEM_TEXT, whole.path(TEXT).asString(""));
        Stream.of("question_head", "dimension", ConditionWriter.KEY)
                .filter(whole::has)
                .forEach(key -> item.set(key, whole.path(key).deepCopy()));
        return item;
    }

    private static Set<String> withOwn(Set<String> read) {
        var all = new LinkedHashSet<>(OsdDefinition.READ_OF_AN_ITEM);
        all.addAll(read);
        return all;
    }
}

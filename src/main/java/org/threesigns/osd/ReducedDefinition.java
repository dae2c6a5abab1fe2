package org.threesigns.osd;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition after its parameters are fixed. Questions that are never asked are gone, sums of sums are written out,
 * and conditions are lists of values: {@code {"visible_when": {"q1": [1, 2]}}}.
 */
final class ReducedDefinition {

    private static final String CONDITION = ConditionWriter.KEY;
    private static final String DIMENSION_PARAMETER = "enabled_param";
    private static final Set<String> MARKS = Set.of("inst", "section");
    private static final Set<String> OPEN_QUESTIONS = Set.of("short", "long");
    private static final Map<String, String> NOT_SCORES = Map.of(
            "computed", "computed values beside the scores",
            "randomize_sections", "the random order of sections, which stand in the file's order");

    private final ObjectNode definition;
    private final Parameters parameters;
    private final Set<String> dimensionsOff;
    private final List<String> hidden = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    ReducedDefinition(JsonNode whole, Parameters parameters) {
        this.definition = (ObjectNode) whole.deepCopy();
        this.parameters = parameters;
        addUpSums();
        this.dimensionsOff = dimensionsOff();
        keepWhatIsAsked();
        keepWhatIsScored();
        NOT_SCORES.keySet().stream().sorted().filter(definition::has).forEach(key -> {
            leftOut.add(NOT_SCORES.get(key));
            definition.remove(key);
        });
    }

    JsonNode definition() {
        return definition;
    }

    /** What is not there any more, in words. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** A sum of sums counts the questions of all of them, whichever are skipped. That is true of no other score of scores. */
    private void addUpSums() {
        JsonNode scoring = definition.path("scoring");
        for (var score : scoring.properties()) {
            if (score.getValue() instanceof ObjectNode total
                    && !total.path("scores").isEmpty()) {
                addUp(total, scoring, "score " + score.getKey());
            }
        }
    }

    private void addUp(ObjectNode total, JsonNode scoring, String place) {
        ObjectNode items = definition.objectNode();
        for (JsonNode sum : total.path("scores")) {
            addUp(scoring.path(sum.asString("")), sum.asString(""), items, place);
        }
        if (!isPlainSum(total) || !total.path("items").isEmpty()) {
            throw new UnsupportedFeatureException("a score of scores that is no plain sum of them", place);
        }
        total.set("items", items);
        total.remove("scores");
    }

    private static void addUp(JsonNode sum, String name, ObjectNode items, String place) {
        if (!isPlainSum(sum) || sum.has("transform") || sum.has("scores")) {
            throw new UnsupportedFeatureException(
                    "a score of scores other than plain sums above it (%s)".formatted(name), place);
        }
        JsonNode counted = sum.path("items");
        items(counted).forEach(item -> {
            if (items.replace(item, counted.isArray() ? IntNode.valueOf(1) : counted.path(item)) != null) {
                throw new UnsupportedFeatureException(
                        "a question that a score counts twice (%s)".formatted(item), place);
            }
        });
    }

    private static boolean isPlainSum(JsonNode score) {
        return score.path("method").asString("").equals("sum_coded");
    }

    /** Those whose questions and scores the parameters leave out; nothing is left to say of the others. */
    private Set<String> dimensionsOff() {
        var off = new HashSet<String>();
        for (JsonNode dimension : definition.path("dimensions")) {
            String parameter = dimension.path(DIMENSION_PARAMETER).asString("");
            if (dimension instanceof ObjectNode known && !parameter.isEmpty()) {
                known.remove(DIMENSION_PARAMETER);
            }
            if (!parameter.isEmpty() && parameters.isOff(parameter)) {
                off.add(dimension.path("id").asString(""));
            }
        }
        return off;
    }

    private void keepWhatIsAsked() {
        Set<String> scored = scoredItems();
        var single = new SingleItems(definition, scored);
        var conditions = new Conditions(parameters, definition.path("likert_options"));
        ArrayNode asked = definition.arrayNode();
        JsonNode section = definition.missingNode();
        for (ObjectNode item : single.items()) {
            String id = item.path("id").asString("");
            if (isOpenQuestion(item) && !scored.contains(id)) {
                leftOut.add("the question %s, which asks for text, or a number without limits, and counts on no score"
                        .formatted(id));
                continue;
            }
            section = item.path("type").asString("").equals("section") ? item.path(CONDITION) : section;
            boolean isAsked = !dimensionsOff.contains(item.path("dimension").asString(""))
                    && isAsked(item, Stream.of(section, item.path(CONDITION)), conditions);
            conditions.passed(item, isAsked);
            if (isAsked) {
                asked.add(item);
            } else if (!MARKS.contains(item.path("type").asString(""))) {
                hidden.add(id);
            }
        }
        definition.set("items", asked);
        leftOut.addAll(single.leftOut());
        if (!hidden.isEmpty()) {
            leftOut.add("questions that are never asked (%s)".formatted(String.join(", ", hidden)));
        }
    }

    /** Whether anybody is asked this item. Its condition then says who. */
    private static boolean isAsked(ObjectNode item, Stream<JsonNode> given, Conditions conditions) {
        String place = "item " + item.path("id").asString("");
        Optional<Map<String, Set<String>>> needed =
                conditions.all(given.filter(condition -> !condition.isMissingNode() && !condition.isNull()), place);
        item.remove(CONDITION);
        needed.filter(answers -> !answers.isEmpty()).ifPresent(answers -> {
            Conditions.requireAnswers(answers, place);
            ObjectNode values = item.putObject(CONDITION);
            answers.forEach((id, some) -> {
                ArrayNode list = values.putArray(id);
                some.forEach(value -> list.add(conditions.count(id, value, place)));
            });
        });
        return needed.isPresent();
    }

    private static boolean isOpenQuestion(JsonNode item) {
        return OPEN_QUESTIONS.contains(item.path("type").asString("")) && !Choices.isNumber(item);
    }

    private Set<String> scoredItems() {
        return definition
                .path("scoring")
                .valueStream()
                .flatMap(score -> items(score.path("items")))
                .collect(toSet());
    }

    private static Stream<String> items(JsonNode items) {
        return items.isArray()
                ? items.valueStream().map(item -> item.asString(""))
                : items.propertyStream().map(Map.Entry::getKey);
    }

    /** A score goes by those of its questions that are asked. */
    private void keepWhatIsScored() {
        ObjectNode kept = definition.objectNode();
        definition.path("scoring").properties().forEach(entry -> {
            JsonNode items = entry.getValue().path("items");
            boolean off = dimensionsOff.contains(entry.getKey());
            if (off || (!hidden.isEmpty() && items(items).allMatch(hidden::contains))) {
                leftOut.add((off
                                ? "the score %s, which the parameters leave out"
                                : "the score %s, none of whose questions is asked")
                        .formatted(entry.getKey()));
                return;
            }
            if (items(items).anyMatch(hidden::contains)
                    && !entry.getValue().path("norms").isEmpty()) {
                leftOut.add("questions of the score %s, whose names go by all of them".formatted(entry.getKey()));
            }
            if (entry.getValue().path("weights") instanceof ObjectNode weights) {
                weights.remove(hidden);
            }
            if (items instanceof ObjectNode directions) {
                directions.remove(hidden);
            } else if (items instanceof ArrayNode list) {
                list.removeIf(item -> hidden.contains(item.asString("")));
            }
            kept.set(entry.getKey(), entry.getValue());
        });
        definition.set("scoring", kept);
    }
}

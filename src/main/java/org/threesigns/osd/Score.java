package org.threesigns.osd;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.threesigns.instrument.Weight;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/**
 * How some items are scored.
 *
 * @param sum whether the item scores are added up; otherwise their mean counts
 * @param codings how each item counts
 * @param transform what is done to the sum or mean, in order: {@code add}, {@code subtract}, {@code multiply} or {@code divide} and a number
 */
record Score(
        String id,
        String name,
        boolean sum,
        Map<String, Coding> codings,
        List<Map<String, Object>> transform,
        List<Threshold> thresholds) {

    private static final Set<String> READ = Set.of("method", "items", "weights", "description", "norms", "transform");

    private static final Set<String> OPERATIONS = Set.of("add", "subtract", "multiply", "divide");

    /** The direction of an item, and what it is multiplied by. */
    record Coding(boolean reverse, BigDecimal weight) {}

    /** A name for scores, both limits included. */
    record Threshold(BigDecimal from, BigDecimal to, String label) {}

    /** Those of a definition, in its order; none where it scores nothing. */
    static List<Score> all(JsonNode definition) {
        var scores = new ArrayList<Score>();
        Set<String> items = definition
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString(""))
                .collect(toSet());
        for (var entry : definition.path("scoring").properties()) {
            String place = "score " + entry.getKey();
            Score score = read(definition, entry.getKey(), entry.getValue(), place);
            score.codings().keySet().forEach(item -> {
                if (!items.contains(item)) {
                    throw new UnsupportedFeatureException("an item that is not asked (%s)".formatted(item), place);
                }
            });
            scores.add(score);
        }
        return scores;
    }

    private static Score read(JsonNode definition, String id, JsonNode score, String place) {
        OsdDefinition.refuseAllBut(READ, score, place);
        boolean sum = switch (score.path("method").asString("")) {
            case "mean_coded", "weighted_mean" -> false;
            case "sum_coded", "weighted_sum" -> true;
            default ->
                throw new UnsupportedFeatureException(
                        "scoring by '%s'".formatted(score.path("method").asString("")), place);
        };
        return new Score(
                id,
                nameOf(definition, id),
                sum,
                codings(score, place),
                transform(score, place),
                thresholds(score, place));
    }

    private static List<Map<String, Object>> transform(JsonNode score, String place) {
        return score.path("transform")
                .valueStream()
                .map(step -> {
                    String operation = step.path("op").asString("");
                    if (!OPERATIONS.contains(operation) || !isNumber(step.path("value"))) {
                        throw new UnsupportedFeatureException("the transform '%s'".formatted(operation), place);
                    }
                    return YamlWriter.entry(
                            operation, YamlWriter.number(step.path("value").decimalValue()));
                })
                .toList();
    }

    private static String nameOf(JsonNode definition, String id) {
        return definition
                .path("dimensions")
                .valueStream()
                .filter(dimension -> dimension.path("id").asString("").equals(id))
                .map(dimension -> dimension.path("name").asString(id))
                .findFirst()
                .orElse(id);
    }

    /** A list counts all of its items forward. Of a weighted score, what has no weight does not count. */
    private static Map<String, Coding> codings(JsonNode score, String place) {
        var codings = new LinkedHashMap<String, Coding>();
        boolean weighted = score.path("method").asString("").startsWith("weighted_");
        if (!weighted && !score.path("weights").isEmpty()) {
            throw new UnsupportedFeatureException("weights of a score that is not weighted", place);
        }
        JsonNode items = score.path("items");
        Iterable<String> ids = items.isArray()
                ? items.valueStream().map(item -> item.asString("")).toList()
                : items.propertyNames();
        var unknown = new TreeSet<>(score.path("weights").propertyNames());
        ids.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new UnsupportedFeatureException(
                    "a weight of an item that is not scored (%s)".formatted(unknown.first()), place);
        }
        for (String id : ids) {
            if (!weighted || score.path("weights").has(id)) {
                JsonNode code = items.isArray() ? IntNode.valueOf(1) : items.path(id);
                codings.put(
                        id, coding(code, weighted ? score.path("weights").path(id) : IntNode.valueOf(1), id, place));
            }
        }
        return codings;
    }

    /** One like 1e999 is more than can be counted with. */
    private static boolean isNumber(JsonNode node) {
        return node.decimalValueOpt().isPresent();
    }

    private static Coding coding(JsonNode code, JsonNode weight, String item, String place) {
        if (Math.abs(code.asDouble(0)) != 1) {
            throw new UnsupportedFeatureException("a direction other than 1 and -1 (%s)".formatted(item), place);
        }
        if (!isNumber(weight)
                || weight.decimalValue().signum() == 0
                || weight.decimalValue().stripTrailingZeros().scale() > Weight.MOST_DECIMALS) {
            throw new UnsupportedFeatureException(
                    "a weight that is 0, no number, or one with more than %s decimals (%s)"
                            .formatted(Weight.MOST_DECIMALS, item),
                    place);
        }
        return new Coding(code.asDouble() < 0, weight.decimalValue());
    }

    /** Lowest first. Where two share a limit, it belongs to the one that the file names first. */
    private static List<Threshold> thresholds(JsonNode score, String place) {
        List<Threshold> inOrder = score.path("norms")
                .path("thresholds")
                .valueStream()
                .map(threshold -> threshold(threshold, place))
                .toList();
        List<Threshold> rising =
                inOrder.stream().sorted(comparing(Threshold::from)).toList();
        for (int next = 1; next < rising.size(); next++) {
            int gap = rising.get(next).from().compareTo(rising.get(next - 1).to());
            if (gap < 0 || (gap == 0 && !rising.equals(inOrder))) {
                throw new UnsupportedFeatureException("labels that overlap", place);
            }
        }
        return rising;
    }

    private static Threshold threshold(JsonNode threshold, String place) {
        if (!isNumber(threshold.path("min")) || !isNumber(threshold.path("max"))) {
            throw new UnsupportedFeatureException("a label without both limits", place);
        }
        return new Threshold(
                threshold.path("min").decimalValue(),
                threshold.path("max").decimalValue(),
                threshold.path("label").asString(""));
    }
}

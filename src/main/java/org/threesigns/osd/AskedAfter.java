package org.threesigns.osd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * After which answers something is asked: to each of these questions, one of these values.
 *
 * @param values by question; none where it is asked of everybody
 */
record AskedAfter(Map<String, List<Integer>> values) {

    AskedAfter {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @param condition as {@link ReducedDefinition} leaves it */
    static AskedAfter of(JsonNode condition) {
        var values = new LinkedHashMap<String, List<Integer>>();
        condition
                .properties()
                .forEach(needed -> values.put(
                        needed.getKey(),
                        needed.getValue().valueStream().map(JsonNode::asInt).toList()));
        return new AskedAfter(values);
    }

    /** What both ask alike. */
    AskedAfter common(AskedAfter other) {
        var both = new LinkedHashMap<>(values);
        both.entrySet().retainAll(other.values.entrySet());
        return new AskedAfter(both);
    }

    /** What it asks beyond the other. */
    AskedAfter beyond(AskedAfter other) {
        var rest = new LinkedHashMap<>(values);
        rest.entrySet().removeAll(other.values.entrySet());
        return new AskedAfter(rest);
    }

    /** Whether the other holds wherever this one does. */
    boolean implies(AskedAfter other) {
        return other.values.entrySet().stream().allMatch(needed -> {
            List<Integer> own = values.getOrDefault(needed.getKey(), List.of());
            return !own.isEmpty() && needed.getValue().containsAll(own);
        });
    }
}

package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the cells of a column can hold.
 *
 * @param labels what each value means, or some of many do
 * @param range what they are where not each has a label, such as {@code 1 to 5}
 * @param empty when a cell is empty
 */
record ValueDescription(Map<String, String> labels, String range, String empty) {

    static final String NEVER = "never";

    ValueDescription {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    static ValueDescription labelled(Map<String, String> labels, String empty) {
        return new ValueDescription(labels, "", empty);
    }

    /** Of a column with two values and no empty cell. */
    static ValueDescription either(String value, String label, String other, String otherLabel) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(value, label);
        labels.put(other, otherLabel);
        return labelled(labels, NEVER);
    }

    static ValueDescription in(String range, String empty) {
        return new ValueDescription(Map.of(), range, empty);
    }

    /** Their range, and every value that has a meaning with it. */
    String words() {
        return Stream.concat(
                        Stream.of(range).filter(words -> !words.isEmpty()),
                        labels.entrySet().stream().map(value -> value.getKey() + " = " + value.getValue()))
                .collect(joining("; "));
    }
}

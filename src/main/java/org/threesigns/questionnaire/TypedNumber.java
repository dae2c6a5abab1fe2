package org.threesigns.questionnaire;

import java.util.List;

/** Whole numbers as people write them. */
final class TypedNumber {

    private static final String WHOLE = "[-\\u2212]?[0-9]{1,9}";

    private TypedNumber() {}

    /** What was written at all: each number as the key of its answer is, and everything else as it is. */
    static List<String> all(List<String> fields) {
        return fields.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text ->
                        text.matches(WHOLE) ? Integer.toString(Integer.parseInt(text.replace('\u2212', '-'))) : text)
                .toList();
    }
}

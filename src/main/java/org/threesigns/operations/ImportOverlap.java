package org.threesigns.operations;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.threesigns.assessment.CompletedAssessment;

/**
 * Counts the results of a file whose answers, language and wording some stored result has, too. They may be other people's, so
 * it only counts. A key of 16 bytes stands for each result.
 */
final class ImportOverlap {

    private final Map<UUID, Integer> imported = new HashMap<>();
    private int found;

    void add(CompletedAssessment result) {
        imported.merge(key(result), 1, Integer::sum);
    }

    void compare(CompletedAssessment stored) {
        Integer same = imported.remove(key(stored));
        found += same == null ? 0 : same;
    }

    /** How many results of the file equal a stored one. */
    int found() {
        return found;
    }

    private static UUID key(CompletedAssessment result) {
        String text = result.language() + " " + result.wording() + " "
                + result.responses().encoded();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}

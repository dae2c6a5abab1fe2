package org.threesigns.osd;

import java.util.List;
import java.util.Map;

/**
 * A questionnaire as files of our own.
 *
 * @param id its folder
 * @param files their contents by name
 * @param leftOut what is not in them, in words
 */
record ConvertedScale(String id, Map<String, String> files, List<String> leftOut) {

    ConvertedScale {
        files = Map.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }
}

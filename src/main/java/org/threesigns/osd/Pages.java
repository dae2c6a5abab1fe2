package org.threesigns.osd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The pages that a scale definition deals its items to. */
final class Pages {

    private static final Set<String> READ = Set.of("id", "items");

    private Pages() {}

    /** The page of each item; none where the file has no pages. They go on in the order of the items. */
    static Map<String, String> ofItems(JsonNode definition) {
        var pages = new LinkedHashMap<String, String>();
        definition.path("pages").forEach(page -> {
            OsdDefinition.refuseAllBut(READ, page, "page " + page.path("id").asString(""));
            page.path("items")
                    .forEach(
                            item -> pages.put(item.asString(""), page.path("id").asString("")));
        });
        List<String> inOrder = definition
                .path("items")
                .valueStream()
                .map(OsdDefinition::written)
                .distinct()
                .filter(id -> !pages.isEmpty())
                .toList();
        var listed = new ArrayList<>(pages.keySet());
        listed.retainAll(inOrder);
        if (!listed.equals(inOrder)) {
            throw new UnsupportedFeatureException("pages in another order than the items", "pages");
        }
        return pages;
    }
}

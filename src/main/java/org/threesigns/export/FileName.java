package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;
import org.threesigns.dashboard.Dashboard;

/** Names of downloads, but for charts, that say what is in them, so that two never have one name unless they hold the same. */
final class FileName {

    /** What stands in every name anyway. */
    private static final Set<String> INSTRUMENT = Set.of("instrument", "version");

    private FileName() {}

    /** Of a file about the results that the filter selects: {@code sim24-v1_language-en_2026-03-14_responses.csv}. */
    static String ofResults(Dashboard dashboard, String file) {
        return "%s_%s_%s_%s".formatted(instrument(dashboard), filter(dashboard), dashboard.day(), file);
    }

    /** Of a file that is about the instrument alone. */
    static String ofInstrument(Dashboard dashboard, String file) {
        return "%s_%s_%s".formatted(instrument(dashboard), dashboard.day(), file);
    }

    private static String instrument(Dashboard dashboard) {
        return dashboard.instrument().id() + "-v" + dashboard.instrument().version();
    }

    /** Each part of the filter as it stands in the address of the page. */
    private static String filter(Dashboard dashboard) {
        String parts =
                UriComponentsBuilder.fromUriString(dashboard.filter().query())
                        .build()
                        .getQueryParams()
                        .entrySet()
                        .stream()
                        .filter(part -> !INSTRUMENT.contains(part.getKey()))
                        .map(part -> part.getKey() + "-" + String.join("-", part.getValue()))
                        .collect(joining("_"))
                        .replaceAll("[^A-Za-z0-9_-]", "-");
        return parts.isEmpty() ? "all" : parts;
    }
}

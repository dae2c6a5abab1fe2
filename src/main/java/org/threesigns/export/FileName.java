package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.dashboard.GroupsPage;
import org.threesigns.instrument.Instrument;

/** Names of downloads, but for charts, that say what is in them, so that two never have one name unless they hold the same. */
final class FileName {

    /** What stands in every name anyway. */
    private static final Set<String> INSTRUMENT = Set.of("instrument", "version");

    private FileName() {}

    /** Of a file about the results that the filter selects: {@code sim24-v1_language-en_2026-03-14_responses.csv}. */
    static String ofResults(Dashboard dashboard, String file) {
        return name(dashboard.instrument(), dashboard.filter().query(), dashboard.day(), file);
    }

    /** Of a file about two groups: {@code sim24-v1_by-language_first-en_second-es_2026-03-14_groups.csv}. */
    static String ofGroups(GroupsPage page, String file) {
        return name(page.instrument(), page.query(), page.day(), file);
    }

    /** Of a file that is about the instrument alone. */
    static String ofInstrument(Dashboard dashboard, String file) {
        return "%s_%s_%s".formatted(versioned(dashboard.instrument()), dashboard.day(), file);
    }

    private static String name(Instrument instrument, String query, LocalDate day, String file) {
        return "%s_%s_%s_%s".formatted(versioned(instrument), choice(query), day, file);
    }

    private static String versioned(Instrument instrument) {
        return instrument.id() + "-v" + instrument.version();
    }

    /** Each part of what was chosen as it stands in the address of the page. */
    private static String choice(String query) {
        String parts = UriComponentsBuilder.fromUriString(query).build().getQueryParams().entrySet().stream()
                .filter(part -> !INSTRUMENT.contains(part.getKey()))
                .map(part -> part.getKey() + "-" + String.join("-", part.getValue()))
                .collect(joining("_"))
                .replaceAll("[^A-Za-z0-9_-]", "-");
        return parts.isEmpty() ? "all" : parts;
    }
}

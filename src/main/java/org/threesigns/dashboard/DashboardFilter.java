package org.threesigns.dashboard;

import static java.util.stream.Collectors.joining;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.threesigns.instrument.Instrument;
import org.threesigns.statistics.CountFilter;
import org.threesigns.statistics.CountedWording;

/**
 * What the dashboard shows. The address holds it, so that a page can be bookmarked, sent and compared.
 *
 * @param counts which of the published results
 * @param languages that can be chosen
 * @param wordings that can be chosen; none if the instrument has one only
 * @param months that are over and can be chosen, newest first
 * @param versions of the instrument that can be chosen, newest first
 * @param remarks what was requested and cannot be shown, in words
 */
public record DashboardFilter(
        Instrument instrument,
        CountFilter counts,
        SortedSet<String> languages,
        SortedSet<CountedWording> wordings,
        List<YearMonth> months,
        List<Integer> versions,
        List<String> remarks) {

    public DashboardFilter {
        months = List.copyOf(months);
        versions = List.copyOf(versions);
        remarks = remarks.stream().distinct().toList();
    }

    /** Whether only part of the published results is selected. */
    public boolean isNarrowed() {
        return !counts.equals(CountFilter.ALL);
    }

    public String language() {
        return counts.language().orElse("");
    }

    public String wording() {
        return counts.wording().map(CountedWording::key).orElse("");
    }

    public String from() {
        return counts.from().map(YearMonth::toString).orElse("");
    }

    public String to() {
        return counts.to().map(YearMonth::toString).orElse("");
    }

    public boolean careless() {
        return counts.careless();
    }

    /** The query of an address that shows the same, with its question mark. */
    public String query() {
        var address = UriComponentsBuilder.newInstance()
                .queryParam("instrument", instrument.id())
                .queryParam("version", instrument.version());
        counts.language().ifPresent(language -> address.queryParam("language", language));
        counts.wording().ifPresent(wording -> address.queryParam("wording", wording.key()));
        counts.from().ifPresent(month -> address.queryParam("from", month));
        counts.to().ifPresent(month -> address.queryParam("to", month));
        if (!counts.careless()) {
            address.queryParam("careless", "out");
        }
        return address.encode().toUriString();
    }

    /** The filter in one line, for the head of a report. */
    public String summary() {
        String language = counts.language()
                .map(tag -> "answered in " + FigureFormat.language(tag))
                .orElse("all languages");
        return Stream.of(
                        Optional.of(language),
                        counts.wording().map(FigureFormat::wording),
                        Optional.of(period()),
                        Optional.of(counts.careless() ? "all results" : "without careless results"))
                .flatMap(Optional::stream)
                .collect(joining(", "));
    }

    private String period() {
        Optional<String> from = counts.from().map(FigureFormat::month);
        Optional<String> to = counts.to().map(FigureFormat::month);
        if (from.isEmpty() && to.isEmpty()) {
            return "all months";
        }
        return from.map(month -> "from " + month).orElse("from the start")
                + to.map(month -> " to " + month).orElse("");
    }
}

package org.threesigns.dashboard;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.statistics.CountFilter;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.PublishedResults;

/** Reads a filter from an address. Invalid values are replaced by the nearest valid ones, with a remark. */
final class DashboardFilterReader {

    private final Map<String, String> parameters;
    private final YearMonth now;
    private final List<String> remarks = new ArrayList<>();

    /** @param now the month that is not over */
    DashboardFilterReader(Map<String, String> parameters, YearMonth now) {
        this.parameters = parameters;
        this.now = now;
    }

    Instrument instrument(InstrumentCatalog catalog) {
        Optional<String> id = parameter("instrument");
        Optional<Instrument> known = id.flatMap(catalog::latest);
        if (id.isPresent() && known.isEmpty()) {
            remarks.add("There is no such questionnaire here, so this is the site's own.");
        }
        return version(catalog, known.orElseGet(catalog::main));
    }

    private Instrument version(InstrumentCatalog catalog, Instrument latest) {
        Optional<String> version = parameter("version");
        Optional<Instrument> known =
                version.flatMap(DashboardFilterReader::number).flatMap(number -> catalog.find(latest.id(), number));
        if (version.isPresent() && known.isEmpty()) {
            remarks.add("This questionnaire has no such version, so this is the latest one.");
        }
        return known.orElse(latest);
    }

    DashboardFilter filter(InstrumentCatalog catalog, PublishedResults published) {
        Instrument instrument = published.instrument();
        List<YearMonth> over =
                published.months().stream().filter(month -> month.isBefore(now)).toList();
        var wordings = wordings(published);
        var counts = counts(published.languages(), wordings, over);
        return new DashboardFilter(
                instrument,
                counts,
                published.languages(),
                wordings,
                over.stream().sorted(Comparator.reverseOrder()).toList(),
                catalog.all().stream()
                        .filter(other -> other.id().equals(instrument.id()))
                        .map(Instrument::version)
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                remarks);
    }

    private static SortedSet<CountedWording> wordings(PublishedResults published) {
        return published.instrument().wordings().size() > 1 ? published.wordings() : Collections.emptySortedSet();
    }

    private CountFilter counts(SortedSet<String> languages, SortedSet<CountedWording> wordings, List<YearMonth> over) {
        var allMonths =
                new CountFilter(language(languages), wording(wordings), Optional.empty(), Optional.empty(), careless());
        Optional<YearMonth> from = month("from");
        Optional<YearMonth> to = month("to");
        if (from.isEmpty() && to.isEmpty()) {
            return allMonths;
        }
        if (over.isEmpty()) {
            remarks.add("No month with results is over yet, so all results are shown.");
            return allMonths;
        }
        return months(allMonths, from, to, over.get(over.size() - 1));
    }

    private CountFilter months(
            CountFilter allMonths, Optional<YearMonth> from, Optional<YearMonth> to, YearMonth last) {
        if (Stream.of(from, to).flatMap(Optional::stream).anyMatch(month -> month.isAfter(last))) {
            remarks.add("Only months that are over can be chosen, so this ends with %s."
                    .formatted(FigureFormat.month(last)));
        }
        Optional<YearMonth> start = from.map(month -> earlier(month, last));
        YearMonth end = earlier(to.orElse(last), last);
        if (start.isPresent() && start.get().isAfter(end)) {
            remarks.add("The months were in the wrong order, so they have changed places.");
            return allMonths.withMonths(Optional.of(end), start);
        }
        return allMonths.withMonths(start, Optional.of(end));
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private Optional<String> language(SortedSet<String> languages) {
        Optional<String> language = parameter("language");
        if (language.isPresent() && !languages.contains(language.get())) {
            remarks.add("There are no results to show in that language, so these are all languages.");
            return Optional.empty();
        }
        return language;
    }

    private Optional<CountedWording> wording(SortedSet<CountedWording> wordings) {
        Optional<String> key = parameter("wording");
        Optional<CountedWording> known = key.flatMap(given ->
                wordings.stream().filter(each -> each.key().equals(given)).findFirst());
        if (key.isPresent() && known.isEmpty()) {
            remarks.add("There are no results to show of that wording, so these are all wordings.");
        }
        return known;
    }

    private boolean careless() {
        String careless = parameter("careless").orElse("in");
        if (!careless.equals("in") && !careless.equals("out")) {
            remarks.add("Careless results can be in or out; here they are in.");
        }
        return !careless.equals("out");
    }

    private Optional<YearMonth> month(String name) {
        return parameter(name).flatMap(this::parsed);
    }

    private Optional<YearMonth> parsed(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            remarks.add(
                    "A month looks like %s; the one that was asked for does not, so it is left out.".formatted(now));
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}

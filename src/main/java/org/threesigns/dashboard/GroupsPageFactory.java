package org.threesigns.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.publication.PublishedCounts;
import org.threesigns.statistics.CountFilter;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.PublishedResults;

/** Creates the comparison of groups that an address asks for. */
@Component
public class GroupsPageFactory {

    private final InstrumentCatalog catalog;
    private final PublishedCounts counts;
    private final Clock clock;

    GroupsPageFactory(InstrumentCatalog catalog, PublishedCounts counts, Clock clock) {
        this.catalog = catalog;
        this.counts = counts;
        this.clock = clock;
    }

    /** Where the address does not say what the groups differ in, it is the first thing that there are two groups of. */
    public GroupsPage of(Map<String, String> parameters) {
        String asked = parameters.getOrDefault(GroupsPage.BY, "").strip();
        return Arrays.stream(Contrast.values())
                .filter(contrast -> contrast.key().equals(asked))
                .findFirst()
                .map(contrast -> page(contrast, parameters, List.of()))
                .orElseGet(() -> anyOf(parameters, asked.isEmpty() ? List.of() : List.of(GroupsPage.UNKNOWN_CONTRAST)));
    }

    private GroupsPage anyOf(Map<String, String> parameters, List<String> remarks) {
        return Arrays.stream(Contrast.values())
                .map(contrast -> page(contrast, parameters, remarks))
                .filter(page -> page.pair().isPresent())
                .findFirst()
                .orElseGet(() -> page(Contrast.LANGUAGE, parameters, remarks));
    }

    private GroupsPage page(Contrast contrast, Map<String, String> parameters, List<String> remarks) {
        var others = new HashMap<>(parameters);
        others.remove(contrast.key());
        var reader = new DashboardFilterReader(others, YearMonth.now(clock));
        var published = counts.of(reader.instrument(catalog));
        var filter = reader.filter(catalog, published);
        var choice = contrast == Contrast.MONTH
                ? GroupChoice.ofMonths(months(filter, published), parameters)
                : GroupChoice.ofAny(groups(contrast, filter, published), parameters);
        return new GroupsPage(contrast, filter, published, choice, remarks, LocalDate.now(clock));
    }

    private List<ComparedGroup> groups(Contrast contrast, DashboardFilter filter, PublishedResults published) {
        return switch (contrast) {
            case LANGUAGE -> languages(filter, published);
            case WORDING -> wordings(filter, published);
            case VERSION -> versions(filter);
            case MONTH -> List.of();
        };
    }

    private static List<ComparedGroup> languages(DashboardFilter filter, PublishedResults published) {
        return filter.languages().stream()
                .map(language -> new ComparedGroup(
                        language,
                        FigureFormat.language(language),
                        published,
                        filter.counts().withLanguage(Optional.of(language))))
                .toList();
    }

    private static List<ComparedGroup> wordings(DashboardFilter filter, PublishedResults published) {
        return filter.wordings().stream()
                .filter(wording -> wording != CountedWording.NOT_SEPARATED)
                .map(wording -> new ComparedGroup(
                        wording.key(),
                        FigureFormat.wording(wording),
                        published,
                        filter.counts().withWording(Optional.of(wording))))
                .toList();
    }

    private List<ComparedGroup> versions(DashboardFilter filter) {
        return filter.versions().stream()
                .sorted()
                .flatMap(version -> catalog.find(filter.instrument().id(), version).stream())
                .map(instrument -> new ComparedGroup(
                        Integer.toString(instrument.version()),
                        "version " + instrument.version(),
                        counts.of(instrument),
                        filter.counts()))
                .toList();
    }

    /** The months that are over and that the filter selects, parted at each of them but the first. */
    private static List<GroupChoice.Pair> months(DashboardFilter filter, PublishedResults published) {
        CountFilter counts = filter.counts();
        List<YearMonth> months = new ArrayList<>(filter.months());
        months.removeIf(month -> counts.from().filter(month::isBefore).isPresent()
                || counts.to().filter(month::isAfter).isPresent());
        months.sort(null);
        return IntStream.range(1, months.size())
                .mapToObj(split -> split(published, counts, months, split))
                .toList();
    }

    private static GroupChoice.Pair split(
            PublishedResults published, CountFilter counts, List<YearMonth> months, int split) {
        YearMonth month = months.get(split);
        YearMonth last = months.get(months.size() - 1);
        return new GroupChoice.Pair(
                new ComparedGroup(
                        "before-" + month,
                        "before " + FigureFormat.month(month),
                        published,
                        counts.withMonths(counts.from(), Optional.of(month.minusMonths(1)))),
                new ComparedGroup(
                        month.toString(),
                        "from " + FigureFormat.month(month),
                        published,
                        counts.withMonths(Optional.of(month), Optional.of(last))));
    }
}

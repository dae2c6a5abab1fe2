package org.threesigns.export;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.CountFilter;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.PublishedResults.Month;
import org.threesigns.statistics.ScalePairStatistics;

/**
 * Everything that the dashboard shows, with the words that it is about, for other programs. Described in
 * {@code docs/schema/figures.schema.json}, which changes together with {@link #FORMAT_VERSION}.
 *
 * @param application the version that wrote it
 * @param results how many results the figures are about; empty if too few to be shown
 */
@JsonPropertyOrder(alphabetic = false)
record FiguresDocument(
        String format,
        int formatVersion,
        String application,
        LocalDate createdOn,
        InstrumentPart instrument,
        FilterPart filter,
        Optional<Long> results,
        long exportedRows,
        List<ScalePart> scales,
        List<ItemPart> items,
        List<PairPart> pairs,
        List<MonthPart> months) {

    static final String FORMAT = "three-signs/figures";
    static final int FORMAT_VERSION = 1;

    @JsonPropertyOrder(alphabetic = false)
    record InstrumentPart(
            String id, int version, String name, String language, String licence, List<OptionPart> options) {}

    /** @param set the list of answers that it is in; empty where all items have one */
    @JsonPropertyOrder(alphabetic = false)
    record OptionPart(Optional<String> set, int value, String label) {}

    @JsonPropertyOrder(alphabetic = false)
    record FilterPart(
            Optional<String> language,
            Optional<String> wording,
            Optional<YearMonth> from,
            Optional<YearMonth> to,
            boolean careless) {

        static FilterPart of(CountFilter filter) {
            return new FilterPart(
                    filter.language(),
                    filter.wording().map(CountedWording::key),
                    filter.from(),
                    filter.to(),
                    filter.careless());
        }
    }

    /** A figure, or why there is none. */
    @JsonPropertyOrder(alphabetic = false)
    record FigurePart(long n, Optional<BigDecimal> value, Optional<String> note) {

        static FigurePart of(AggregateFigure figure) {
            return new FigurePart(
                    figure.n(),
                    figure.value().stream()
                            .mapToObj(value -> new BigDecimal(AggregateFigure.number(value)))
                            .findFirst(),
                    Optional.of(figure.note()).filter(note -> !note.isEmpty()));
        }
    }

    @JsonPropertyOrder(alphabetic = false)
    record ScalePart(
            String id,
            String name,
            String scoredAs,
            Optional<String> transform,
            int lowest,
            int highest,
            int needed,
            List<String> items,
            List<BandPart> bands,
            Map<String, FigurePart> figures) {}

    @JsonPropertyOrder(alphabetic = false)
    record BandPart(String id, String label, BigDecimal from, BigDecimal to, boolean toIncluded) {}

    /**
     * @param options the set of its answers; empty where all items have one
     * @param onScales what it is on each of its scales, where it has several
     */
    @JsonPropertyOrder(alphabetic = false)
    record ItemPart(
            String id,
            Map<String, String> words,
            String keying,
            Optional<String> options,
            List<String> scales,
            Map<String, FigurePart> figures,
            Map<String, Map<String, FigurePart>> onScales) {}

    @JsonPropertyOrder(alphabetic = false)
    record PairPart(List<String> scales, Map<String, FigurePart> figures) {}

    @JsonPropertyOrder(alphabetic = false)
    record MonthPart(String month, Map<String, FigurePart> figures, Map<String, Map<String, FigurePart>> scales) {}

    static FiguresDocument of(Dashboard dashboard, String application) {
        return new Writer(dashboard).write(application);
    }

    /** Puts each figure of the table where it belongs. */
    private static final class Writer {

        private final Dashboard dashboard;
        private final Instrument instrument;
        private final InstrumentText text;
        private final Map<String, Map<String, FigurePart>> figures;

        Writer(Dashboard dashboard) {
            this.dashboard = dashboard;
            instrument = dashboard.instrument();
            text = instrument.text(Dashboard.LANGUAGE);
            figures = AggregateFigures.of(dashboard).stream()
                    .collect(groupingBy(
                            figure -> figure.kind() + " " + figure.id(),
                            toMap(
                                    AggregateFigure::statistic,
                                    FigurePart::of,
                                    (one, other) -> one,
                                    LinkedHashMap::new)));
        }

        FiguresDocument write(String application) {
            return new FiguresDocument(
                    FORMAT,
                    FORMAT_VERSION,
                    application,
                    dashboard.day(),
                    instrumentPart(),
                    FilterPart.of(dashboard.filter().counts()),
                    dashboard.statistics().map(InstrumentStatistics::respondents),
                    dashboard.exportedRows(),
                    instrument.scales().stream().map(this::scale).toList(),
                    instrument.items().stream().map(this::item).toList(),
                    dashboard.statistics().stream()
                            .flatMap(all -> all.pairs().stream())
                            .map(this::pair)
                            .toList(),
                    dashboard.statistics().stream()
                            .flatMap(all -> dashboard.trend().months().stream())
                            .map(this::month)
                            .toList());
        }

        private InstrumentPart instrumentPart() {
            return new InstrumentPart(
                    instrument.id(),
                    instrument.version(),
                    text.name(),
                    text.language(),
                    instrument.licence(),
                    instrument.responseScales().stream()
                            .flatMap(set -> set.options().stream()
                                    .map(option -> new OptionPart(set.name(), option.value(), text.option(option))))
                            .toList());
        }

        private ScalePart scale(Scale scale) {
            return new ScalePart(
                    scale.id(),
                    text.scale(scale).name(),
                    lowerCase(scale.method()),
                    Optional.of(scale.transform().toString()).filter(steps -> !steps.isEmpty()),
                    scale.range().lowest(),
                    scale.range().highest(),
                    scale.minimumAnswered(),
                    scale.items().stream().map(Item::id).toList(),
                    scale.bands().stream()
                            .map(band -> new BandPart(
                                    band.id(), text.scale(scale).band(band), band.from(), band.to(), band.inclusive()))
                            .toList(),
                    figures("scale", scale.id()));
        }

        private ItemPart item(Item item) {
            var words = new LinkedHashMap<String, String>();
            instrument.wordings().forEach(wording -> words.put(lowerCase(wording), text.item(item, wording)));
            List<String> scales =
                    instrument.scalesOf(item).stream().map(Scale::id).toList();
            return new ItemPart(
                    item.id(),
                    words,
                    lowerCase(item.keying()),
                    item.responseScale().name(),
                    scales,
                    figures("item", item.id()),
                    onScales("item", item.id(), scales));
        }

        private PairPart pair(ScalePairStatistics pair) {
            String id = pair.x().id() + "/" + pair.y().id();
            return new PairPart(List.of(pair.x().id(), pair.y().id()), figures("pair", id));
        }

        private MonthPart month(Month month) {
            String id = month.month().toString();
            List<String> scales = instrument.scales().stream().map(Scale::id).toList();
            return new MonthPart(id, figures("month", id), onScales("month", id, scales));
        }

        private Map<String, FigurePart> figures(String kind, String id) {
            return figures.getOrDefault(kind + " " + id, new LinkedHashMap<>());
        }

        private Map<String, Map<String, FigurePart>> onScales(String kind, String id, List<String> scales) {
            var onScales = new LinkedHashMap<String, Map<String, FigurePart>>();
            scales.forEach(scale -> onScales.put(scale, figures(kind, id + "/" + scale)));
            onScales.values().removeIf(Map::isEmpty);
            return onScales;
        }

        private static String lowerCase(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }
}

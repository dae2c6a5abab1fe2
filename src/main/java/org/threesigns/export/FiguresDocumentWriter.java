package org.threesigns.export;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.export.FiguresDocument.AnchorPart;
import org.threesigns.export.FiguresDocument.BandPart;
import org.threesigns.export.FiguresDocument.FigurePart;
import org.threesigns.export.FiguresDocument.FilterPart;
import org.threesigns.export.FiguresDocument.InstrumentPart;
import org.threesigns.export.FiguresDocument.ItemPairPart;
import org.threesigns.export.FiguresDocument.ItemPart;
import org.threesigns.export.FiguresDocument.MonthPart;
import org.threesigns.export.FiguresDocument.NumbersPart;
import org.threesigns.export.FiguresDocument.OptionPart;
import org.threesigns.export.FiguresDocument.OtherKeying;
import org.threesigns.export.FiguresDocument.PairPart;
import org.threesigns.export.FiguresDocument.ScalePart;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.PublishedResults.Month;
import org.threesigns.statistics.ScalePairStatistics;

/** Puts each figure of the table where it belongs. */
final class FiguresDocumentWriter {

    private final Dashboard dashboard;
    private final Instrument instrument;
    private final InstrumentText text;
    private final Map<String, Map<String, FigurePart>> figures;

    FiguresDocumentWriter(Dashboard dashboard) {
        this.dashboard = dashboard;
        instrument = dashboard.instrument();
        text = instrument.text(Dashboard.LANGUAGE);
        figures = AggregateFigures.of(dashboard).stream()
                .collect(groupingBy(
                        figure -> figure.kind() + " " + figure.id(),
                        LinkedHashMap::new,
                        toMap(AggregateFigure::statistic, FigurePart::of, (one, other) -> one, LinkedHashMap::new)));
    }

    FiguresDocument write(String application) {
        return new FiguresDocument(
                FiguresDocument.FORMAT,
                FiguresDocument.FORMAT_VERSION,
                application,
                dashboard.day(),
                instrumentPart(),
                FilterPart.of(dashboard.filter().counts()),
                dashboard.statistics().map(InstrumentStatistics::respondents),
                dashboard.exportedRows(),
                figures("all", ""),
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
                        .filter(set -> !set.isNumber())
                        .flatMap(set -> set.options().stream()
                                .map(option -> new OptionPart(set.name(), option.value(), text.option(option))))
                        .toList(),
                instrument.responseScales().stream()
                        .filter(ResponseScale::isNumber)
                        .map(this::numbers)
                        .toList());
    }

    private NumbersPart numbers(ResponseScale set) {
        return new NumbersPart(
                set.name(),
                lowerCase(set.input()),
                set.lowest(),
                set.highest(),
                set.step(),
                set.options().stream()
                        .flatMap(option ->
                                text.anchor(set, option).map(label -> new AnchorPart(option.value(), label)).stream())
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
                figures("scale", scale.id()),
                dashboard.isShown() ? itemPairs(scale) : List.of());
    }

    private List<ItemPairPart> itemPairs(Scale scale) {
        List<String> items = scale.items().stream().map(Item::id).toList();
        List<ItemPairPart> pairs = new ArrayList<>();
        for (int other = 1; other < items.size(); other++) {
            for (String item : items.subList(0, other)) {
                List<String> pair = List.of(item, items.get(other));
                pairs.add(new ItemPairPart(
                        pair, figures(AggregateFigures.ITEM_PAIR, scale.id() + "/" + String.join("/", pair))));
            }
        }
        return pairs;
    }

    private ItemPart item(Item item) {
        var words = new LinkedHashMap<String, String>();
        instrument.wordings().forEach(wording -> words.put(lowerCase(wording), text.item(item, wording)));
        List<String> scales = instrument.scalesOf(item).stream().map(Scale::id).toList();
        return new ItemPart(
                item.id(),
                words,
                lowerCase(item.keying()),
                item.responseScale().name(),
                scales,
                otherwise(item),
                figures("item", item.id()),
                onScales("item", item.id(), scales));
    }

    private List<OtherKeying> otherwise(Item item) {
        return instrument.scalesCountingOtherwise(item).stream()
                .map(scale -> new OtherKeying(
                        scale.id(),
                        lowerCase(scale.keyed(item).keying()),
                        scale.keyed(item).weight().decimal()))
                .toList();
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

package org.threesigns.statistics;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.statistics.ItemStatistics.OnScale;

/** All statistics of a group of respondents to one version of an instrument, computed from its counts. */
public final class InstrumentStatistics {

    /** With more scales than this, no two are compared. */
    public static final int MOST_SCALES_IN_PAIRS = CountLayout.MOST_SCALES_IN_PAIRS;

    private final ResponseCounts counts;
    private final List<ScaleStatistics> scales;
    private final Map<String, ReliabilityAnalysis> reliability;
    private final List<ItemStatistics> items;
    private final List<ScalePairStatistics> pairs;

    public InstrumentStatistics(ResponseCounts counts) {
        this.counts = counts;
        Instrument instrument = counts.instrument();
        scales = instrument.scales().stream()
                .map(scale -> ScaleStatistics.of(counts, scale))
                .toList();
        reliability =
                instrument.scales().stream().collect(toMap(Scale::id, scale -> new ReliabilityAnalysis(counts, scale)));
        items = instrument.items().stream().map(this::item).toList();
        pairs = counts.pairs().stream()
                .map(pair -> ScalePairStatistics.of(counts, pair, reliability(pair.x()), reliability(pair.y())))
                .toList();
    }

    private ItemStatistics item(Item item) {
        return ItemStatistics.of(
                counts,
                item,
                counts.instrument().scalesOf(item).stream()
                        .map(scale -> OnScale.of(item, scale, reliability(scale)))
                        .toList());
    }

    public Instrument instrument() {
        return counts.instrument();
    }

    public long respondents() {
        return counts.respondents();
    }

    public List<ScaleStatistics> scales() {
        return scales;
    }

    /** How reliable this scale is. */
    public ReliabilityAnalysis reliability(Scale scale) {
        return Objects.requireNonNull(reliability.get(scale.id()), scale.id());
    }

    /** A percentile table of each scale. */
    public List<PercentileTable> percentiles() {
        return instrument().scales().stream()
                .map(scale -> PercentileTable.of(counts, scale))
                .toList();
    }

    /** All items, unscored ones included, in the order asked. */
    public List<ItemStatistics> items() {
        return items;
    }

    /** Every pair of scales, in the order of the instrument. */
    public List<ScalePairStatistics> pairs() {
        return pairs;
    }
}

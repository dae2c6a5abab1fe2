package org.threesigns.statistics;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.Scale;

/**
 * Two groups of respondents side by side, who answered one instrument or two versions of it. Nobody is in both.
 *
 * @param scales those that both groups were scored on alike, in the order of the first
 */
public record GroupComparison(InstrumentStatistics first, InstrumentStatistics second, List<ScaleComparison> scales) {

    public GroupComparison {
        scales = List.copyOf(scales);
    }

    /** Compares two groups on every scale that has the same key, the same items and the same scoring in both. */
    public static GroupComparison of(InstrumentStatistics first, InstrumentStatistics second) {
        return new GroupComparison(
                first,
                second,
                first.scales().stream()
                        .flatMap(scale ->
                                counterpart(scale, second).map(other -> compare(first, scale, second, other)).stream())
                        .toList());
    }

    private static ScaleComparison compare(
            InstrumentStatistics first, ScaleStatistics scale, InstrumentStatistics second, ScaleStatistics other) {
        return new ScaleComparison(
                scale,
                other,
                first.reliability(scale.scale()),
                second.reliability(other.scale()),
                MeanDifference.between(scale, other));
    }

    private static Optional<ScaleStatistics> counterpart(ScaleStatistics scale, InstrumentStatistics second) {
        return second.scales().stream()
                .filter(other -> isScoredAlike(scale.scale(), other.scale()))
                .findFirst();
    }

    private static boolean isScoredAlike(Scale one, Scale other) {
        return one.id().equals(other.id())
                && one.method() == other.method()
                && one.transform().scoresLike(other.transform())
                && one.minimumAnswered() == other.minimumAnswered()
                && key(one).equals(key(other));
    }

    private static Map<String, ItemKey> key(Scale scale) {
        return scale.key().stream().collect(toMap(keyed -> keyed.item().id(), ItemKey::of));
    }

    /** How an item is scored, whatever its answers are called. */
    private record ItemKey(Keying keying, BigDecimal weight, List<Integer> values) {

        static ItemKey of(KeyedItem keyed) {
            return new ItemKey(
                    keyed.keying(),
                    keyed.weight().decimal(),
                    keyed.item().responseScale().options().stream()
                            .map(ResponseOption::value)
                            .toList());
        }
    }
}

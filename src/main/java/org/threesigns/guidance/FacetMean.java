package org.threesigns.guidance;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.ScaleScore;

/** The mean item score of one facet, kept as the exact fraction {@code sum / answered}. */
record FacetMean(String facet, int sum, int answered) {

    /**
     * The facets of this scale whose mean item score is at or above the middle of the response scale, highest first,
     * ties in the scale's order. Reverse-keyed items count through their keying. Where the scale's variant applies, a
     * facet known only by the items that stayed low is not among them.
     */
    static List<String> weightiest(ResponseScale responseScale, ScaleScore score) {
        int twiceTheMiddle = responseScale.lowest() + responseScale.highest();
        return score.scale().facets().stream()
                .map(facet -> of(facet, score))
                .filter(mean -> mean.answered > 0 && 2 * mean.sum >= twiceTheMiddle * mean.answered)
                .sorted(comparing(Function.<FacetMean>identity(), FacetMean::compare)
                        .reversed())
                .map(FacetMean::facet)
                .toList();
    }

    private static FacetMean of(String facet, ScaleScore score) {
        List<Item> lowItems = score.scale()
                .variant()
                .filter(variant -> score.variant().isPresent())
                .map(Scale.Variant::items)
                .orElse(List.of());
        List<Integer> itemScores = score.itemScores().entrySet().stream()
                .filter(entry -> entry.getKey().facet().filter(facet::equals).isPresent())
                .filter(entry -> !lowItems.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new FacetMean(
                facet, itemScores.stream().mapToInt(Integer::intValue).sum(), itemScores.size());
    }

    private int compare(FacetMean other) {
        return Integer.compare(sum * other.answered, other.sum * answered);
    }
}

package org.threesigns.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;

/** The mean item score of one facet, kept as the exact fraction {@code sum / answered}. */
record FacetMean(String facet, int sum, int answered) {

    private static final Comparator<FacetMean> HIGHEST_FIRST = ((Comparator<FacetMean>) FacetMean::compare).reversed();

    /**
     * The facets of this scale whose mean item score is at or above the middle of the response scale, highest first,
     * ties in the scale's order. Reverse-keyed items count through their keying.
     *
     * @param variant the variant of the scale that applies: a facet known only by the items that stayed low for it is not among
     *     them
     */
    static List<String> weightiest(
            ResponseScale range, Scale scale, Map<Item, Integer> itemScores, Optional<Scale.Variant> variant) {
        int twiceTheMiddle = range.lowest() + range.highest();
        List<Item> lowItems = variant.map(Scale.Variant::items).orElse(List.of());
        var weighty = new ArrayList<FacetMean>();
        for (String facet : scale.facets()) {
            FacetMean mean = of(facet, itemScores, lowItems);
            if (mean.answered > 0 && 2 * mean.sum >= twiceTheMiddle * mean.answered) {
                weighty.add(mean);
            }
        }
        weighty.sort(HIGHEST_FIRST);
        return weighty.stream().map(FacetMean::facet).toList();
    }

    private static FacetMean of(String facet, Map<Item, Integer> itemScores, List<Item> without) {
        int sum = 0;
        int answered = 0;
        for (var entry : itemScores.entrySet()) {
            Item item = entry.getKey();
            if (item.facet().filter(facet::equals).isPresent() && !without.contains(item)) {
                sum += entry.getValue();
                answered++;
            }
        }
        return new FacetMean(facet, sum, answered);
    }

    private int compare(FacetMean other) {
        return Integer.compare(sum * other.answered, other.sum * answered);
    }
}

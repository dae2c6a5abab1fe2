package org.threesigns.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;

/** The mean item score of one facet, kept as the exact fraction {@code sum / answered}. */
record FacetMean(String facet, int sum, int answered) {

    private static final Comparator<FacetMean> HIGHEST_FIRST = ((Comparator<FacetMean>) FacetMean::compare).reversed();

    /**
     * The facets of this scale whose mean item score is at or above the middle of the response scale, highest first,
     * ties in the scale's order. Reverse-keyed items count through their keying.
     */
    static List<String> weightiest(ResponseScale range, Scale scale, Map<Item, Integer> itemScores) {
        int twiceTheMiddle = range.lowest() + range.highest();
        var weighty = new ArrayList<FacetMean>();
        for (String facet : scale.facets()) {
            FacetMean mean = of(facet, itemScores);
            if (mean.answered > 0 && 2 * mean.sum >= twiceTheMiddle * mean.answered) {
                weighty.add(mean);
            }
        }
        weighty.sort(HIGHEST_FIRST);
        return weighty.stream().map(FacetMean::facet).toList();
    }

    private static FacetMean of(String facet, Map<Item, Integer> itemScores) {
        int sum = 0;
        int answered = 0;
        for (var entry : itemScores.entrySet()) {
            Item item = entry.getKey();
            if (item.facet().filter(facet::equals).isPresent()) {
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

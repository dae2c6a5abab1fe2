package org.threesigns.guidance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.ScaleScore;

/**
 * The mean item score of one facet, kept as the exact fraction {@code sum / answered}.
 *
 * @param fromTheMiddle above 0 where it is above the middle of what the answered items can score, below 0 where it is below
 */
record FacetMean(String facet, int sum, int answered, int fromTheMiddle) {

    private static final Comparator<FacetMean> HIGHEST_FIRST = ((Comparator<FacetMean>) FacetMean::compare).reversed();

    /**
     * The facets of a scored scale whose mean item score is at or above the middle of the options' range, highest first,
     * ties in the scale's order; at or below it, lowest first, where a transform turns low item scores into a high score.
     * Reverse-keyed items count through their keying.
     */
    static List<String> weightiest(ScaleScore score) {
        Scale scale = score.scale();
        boolean falls = scale.transform().falls();
        var weighty = new ArrayList<FacetMean>();
        for (String facet : scale.facets()) {
            FacetMean mean = of(facet, score.itemScores());
            if (mean.answered > 0 && (falls ? -mean.fromTheMiddle : mean.fromTheMiddle) >= 0) {
                weighty.add(mean);
            }
        }
        weighty.sort(falls ? HIGHEST_FIRST.reversed() : HIGHEST_FIRST);
        return weighty.stream().map(FacetMean::facet).toList();
    }

    private static FacetMean of(String facet, Map<Item, Integer> itemScores) {
        int sum = 0;
        int answered = 0;
        int fromTheMiddle = 0;
        for (var entry : itemScores.entrySet()) {
            Item item = entry.getKey();
            if (item.facet().filter(facet::equals).isPresent()) {
                sum += entry.getValue();
                answered++;
                fromTheMiddle += item.responseScale().fromTheMiddle(entry.getValue());
            }
        }
        return new FacetMean(facet, sum, answered, fromTheMiddle);
    }

    private int compare(FacetMean other) {
        return Integer.compare(sum * other.answered, other.sum * answered);
    }
}

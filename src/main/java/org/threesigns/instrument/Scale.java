package org.threesigns.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Items that are scored together to measure one construct. Three Signs shows its scales as <em>signs</em>.
 *
 * @param items in the order asked
 * @param minimumAnswered how many of them must be answered for a score
 * @param bands lowest first, without gap or overlap
 * @param closeToCut within how many points of the sum a score counts as close to a cut score
 * @param assumedSem the standard error of measurement in points of the mean: assumed, for as long as a site has too few
 *     results to estimate its own
 * @param facets the keys of its facets
 * @param strands what the words about it tell apart
 */
public record Scale(
        String id,
        List<Item> items,
        int minimumAnswered,
        List<ScoreBand> bands,
        BigDecimal closeToCut,
        BigDecimal assumedSem,
        List<String> facets,
        List<Strand> strands) {

    public Scale {
        items = List.copyOf(items);
        bands = List.copyOf(bands);
        facets = List.copyOf(facets);
        strands = List.copyOf(strands);
    }

    /** The highest band that a mean of {@code sum / answered} reaches. */
    public ScoreBand band(int sum, int answered) {
        ScoreBand reached = bands.get(0);
        for (ScoreBand band : bands) {
            if (band.isReachedBy(sum, answered)) {
                reached = band;
            }
        }
        return reached;
    }

    /** What the words about it can name: its strands, and each facet as one. */
    public Stream<Strand> allStrands() {
        return Stream.concat(strands.stream(), facets.stream().map(this::facet))
                .filter(strand -> !strand.items().isEmpty());
    }

    private Strand facet(String facet) {
        return new Strand(
                facet,
                items.stream()
                        .filter(item -> item.facet().filter(facet::equals).isPresent())
                        .toList());
    }
}

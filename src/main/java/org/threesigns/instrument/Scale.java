package org.threesigns.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Items that are scored together to measure one construct. Three Signs shows its scales as <em>signs</em>.
 *
 * @param transform what turns the mean or sum into the score; where there is none, it is the score
 * @param key which items count on it and how, in the order asked
 * @param minimumAnswered how many of them must be answered for a score
 * @param range what somebody can reach who answers all of them; a sum of fewer answers can be outside of it
 * @param bands the words for scores: either of the whole range, lowest first, each beginning where the one before ends; or
 *     those of a publication, both limits included, where the first that holds a score names it and gaps have no name; or none
 * @param bandsSource whose words these are; empty where they are the instrument's own
 * @param norms how people of published samples scored; none where nobody says so
 * @param closeToCut within how many points of the sum a score counts as close to a cut score; empty where that is not said
 * @param assumedSem the standard error of measurement in points of the score: assumed, for as long as a site has too few
 *     results to estimate its own; empty where nobody can say
 * @param facets the keys of its facets
 * @param strands what the words about it tell apart
 */
public record Scale(
        String id,
        ScoringMethod method,
        Transform transform,
        List<KeyedItem> key,
        int minimumAnswered,
        ScoreRange range,
        List<ScoreBand> bands,
        Optional<String> bandsSource,
        List<Norm> norms,
        Optional<BigDecimal> closeToCut,
        Optional<BigDecimal> assumedSem,
        List<String> facets,
        List<Strand> strands) {

    public Scale {
        key = List.copyOf(key);
        bands = List.copyOf(bands);
        norms = List.copyOf(norms);
        facets = List.copyOf(facets);
        strands = List.copyOf(strands);
    }

    /** The items that count on it, in the order asked. */
    public List<Item> items() {
        return key.stream().map(KeyedItem::item).toList();
    }

    /**
     * How this item counts on it.
     *
     * @throws IllegalArgumentException if it does not
     */
    public KeyedItem keyed(Item item) {
        for (KeyedItem keyed : key) {
            if (keyed.item().equals(item)) {
                return keyed;
            }
        }
        throw new IllegalArgumentException("%s is not on %s".formatted(item, id));
    }

    /** Whether boxes are among its items, each of which counts. */
    public boolean hasBoxes() {
        return key.stream().anyMatch(keyed -> keyed.item().responseScale().isCheckbox());
    }

    /** Whether an item counts more or less than once. */
    public boolean isWeighted() {
        return isWeighted(key);
    }

    static boolean isWeighted(List<KeyedItem> key) {
        return key.stream().anyMatch(keyed -> !keyed.weight().isOne());
    }

    /** Its items that it counts in another way than is usual for them. */
    public List<KeyedItem> otherwise() {
        return key.stream().filter(keyed -> !keyed.isUsual()).toList();
    }

    /** Whether the mean of fewer answers is divided by other weights, so that their number says not by which. */
    public boolean isWeightedMean() {
        return method == ScoringMethod.MEAN && isWeighted();
    }

    /** What an answer to this item adds to the shares that a sum is divided by: 1, or in a mean its weight. */
    public int shareOf(KeyedItem keyed) {
        return method == ScoringMethod.MEAN ? keyed.weight().parts() : 1;
    }

    /** What the sum of the weighted item scores, in parts, is divided by, where the answered items have so many shares. */
    public int divisor(int shares) {
        return method == ScoringMethod.MEAN ? shares : key.get(0).weight().unit();
    }

    /** The band of the score of answers with this many shares and this sum; empty where the score has no name. */
    public Optional<ScoreBand> band(int sum, int shares) {
        int divisor = divisor(shares);
        return bandOf(transform.numerator(sum, divisor), transform.denominator(divisor));
    }

    /** The band of the score {@code numerator / denominator}. */
    public Optional<ScoreBand> bandOf(long numerator, long denominator) {
        return bands.stream().filter(band -> band.holds(numerator, denominator)).findFirst();
    }

    /** Whether there are words for its scores that nobody but the instrument gives a source for. */
    public boolean hasOwnBands() {
        return !bands.isEmpty() && bandsSource.isEmpty();
    }

    /** What the words about it can name: its strands, and each facet as one. */
    public Stream<Strand> allStrands() {
        return Stream.concat(strands.stream(), facets.stream().map(this::facet))
                .filter(strand -> !strand.items().isEmpty());
    }

    private Strand facet(String facet) {
        return new Strand(
                facet,
                items().stream()
                        .filter(item -> item.facet().filter(facet::equals).isPresent())
                        .toList());
    }
}

package org.threesigns.statistics;

import static java.math.RoundingMode.CEILING;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.statistics.ScaleStatistics.Bin;

/**
 * Counts the scores of a scale in bins over the range of complete answers, closed on the left, the last one on both sides. The sum of
 * fewer answers can be outside of this range, and there are further bins where somebody has such a score; those above are closed
 * on the right.
 */
final class ScoreHistogram {

    private static final int MOST_BINS = 12;

    /** 0.1, 0.2, 0.5, 1 and so on, up to a twelfth of the widest range. */
    private static final List<BigDecimal> WIDTHS = IntStream.rangeClosed(-1, 4)
            .boxed()
            .flatMap(power ->
                    Stream.of(1, 2, 5).map(digit -> BigDecimal.valueOf(digit).scaleByPowerOfTen(power)))
            .toList();

    private final ScoreRange range;
    private final BigDecimal width;

    ScoreHistogram(ScoreRange range) {
        this.range = range;
        this.width = WIDTHS.stream()
                .filter(each -> bins(each) <= MOST_BINS)
                .findFirst()
                .orElseThrow();
    }

    /** @param scores lowest first */
    List<Bin> of(List<ScoreCount> scores) {
        List<BigDecimal> edges = edgesAround(scores);
        var counts = new long[edges.size() - 1];
        for (ScoreCount score : scores) {
            counts[bin(score, edges)] += score.count();
        }
        return IntStream.range(0, counts.length)
                .mapToObj(bin ->
                        new Bin(edges.get(bin).doubleValue(), edges.get(bin + 1).doubleValue(), counts[bin]))
                .toList();
    }

    /**
     * Where the bins of complete answers begin, and where the last one ends: the narrowest round width with at most twelve bins,
     * half a point for a mean of five options. Where it does not divide the range, the last bin is narrower.
     */
    List<BigDecimal> edges() {
        return Stream.concat(
                        IntStream.range(0, bins(width))
                                .mapToObj(bin -> width.multiply(BigDecimal.valueOf(bin))
                                        .add(BigDecimal.valueOf(range.lowest()))),
                        Stream.of(BigDecimal.valueOf(range.highest())))
                .toList();
    }

    private int bins(BigDecimal each) {
        return BigDecimal.valueOf(range.width()).divide(each, 0, CEILING).intValueExact();
    }

    private List<BigDecimal> edgesAround(List<ScoreCount> scores) {
        List<BigDecimal> edges = new ArrayList<>(edges());
        if (!scores.isEmpty()) {
            while (scores.get(0).compareTo(edges.get(0)) < 0) {
                edges.add(0, edges.get(0).subtract(width));
            }
            while (scores.get(scores.size() - 1).compareTo(edges.get(edges.size() - 1)) > 0) {
                edges.add(edges.get(edges.size() - 1).add(width));
            }
        }
        return edges;
    }

    private int bin(ScoreCount score, List<BigDecimal> edges) {
        int bin = 0;
        while (bin < edges.size() - 2 && isBeyond(score, edges.get(bin + 1))) {
            bin++;
        }
        return bin;
    }

    /** Whether a score is in a later bin than the one that ends here. Where the bins are does not depend on who else is in them. */
    private boolean isBeyond(ScoreCount score, BigDecimal end) {
        int order = score.compareTo(end);
        return order > 0 || (order == 0 && end.compareTo(BigDecimal.valueOf(range.highest())) < 0);
    }
}

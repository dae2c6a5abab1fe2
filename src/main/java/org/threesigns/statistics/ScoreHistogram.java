package org.threesigns.statistics;

import static java.math.RoundingMode.CEILING;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.statistics.ScaleStatistics.Bin;

/**
 * Counts the scores of a scale in bins. They begin at the lowest score that complete answers can have, and go on to lower
 * ones, which only the sum of fewer answers can have, where somebody has one; at the upper end alike.
 */
final class ScoreHistogram {

    private static final int MOST_BINS = 12;
    private static final List<BigDecimal> WIDTHS = Stream.of("0.1", "0.2", "0.5", "1", "2", "5", "10", "20", "50")
            .map(BigDecimal::new)
            .toList();

    private final ScoreRange possible;
    private final ScoreRange complete;

    ScoreHistogram(Scale scale, ResponseScale responseScale) {
        int items = scale.items().size();
        possible = scale.range();
        complete = ScoreRange.of(scale.method(), responseScale, items, items);
    }

    List<Bin> of(List<ScaleScoreCount> scores) {
        List<BigDecimal> edges = edges(width());
        var counts = new long[edges.size() - 1];
        for (ScaleScoreCount score : scores) {
            counts[bin(score, edges)] += score.count();
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            bins.add(new Bin(edges.get(bin).doubleValue(), edges.get(bin + 1).doubleValue(), counts[bin]));
        }
        return withoutEmptyOnes(bins);
    }

    /** The narrowest round width with at most twelve bins; half a point for a mean of five options. */
    private BigDecimal width() {
        return WIDTHS.stream()
                .filter(width -> edges(width).size() - 1 <= MOST_BINS)
                .findFirst()
                .orElse(BigDecimal.valueOf(possible.width()));
    }

    /** Where a width does not divide a range, the bin farthest from its beginning is narrower. */
    private List<BigDecimal> edges(BigDecimal width) {
        List<BigDecimal> edges = new ArrayList<>();
        for (int bin = bins(complete.lowest() - possible.lowest(), width); bin > 0; bin--) {
            edges.add(edge(complete.lowest(), -bin, width).max(BigDecimal.valueOf(possible.lowest())));
        }
        for (int bin = 0; bin < bins(complete.width(), width); bin++) {
            edges.add(edge(complete.lowest(), bin, width));
        }
        for (int bin = 0; bin <= bins(possible.highest() - complete.highest(), width); bin++) {
            edges.add(edge(complete.highest(), bin, width).min(BigDecimal.valueOf(possible.highest())));
        }
        return edges;
    }

    private static BigDecimal edge(int from, int bin, BigDecimal width) {
        return width.multiply(BigDecimal.valueOf(bin)).add(BigDecimal.valueOf(from));
    }

    private static int bins(int range, BigDecimal width) {
        return BigDecimal.valueOf(range).divide(width, 0, CEILING).intValueExact();
    }

    private static int bin(ScaleScoreCount score, List<BigDecimal> edges) {
        int bin = 0;
        while (bin < edges.size() - 2 && isAtLeast(score, edges.get(bin + 1))) {
            bin++;
        }
        return bin;
    }

    private static boolean isAtLeast(ScaleScoreCount score, BigDecimal edge) {
        return BigDecimal.valueOf(score.sum()).compareTo(edge.multiply(BigDecimal.valueOf(score.divisor()))) >= 0;
    }

    /** Leaves out the empty bins at the ends that no complete answers can fall into. */
    private List<Bin> withoutEmptyOnes(List<Bin> bins) {
        int first = 0;
        while (bins.get(first).to() <= complete.lowest() && bins.get(first).count() == 0) {
            first++;
        }
        int end = bins.size();
        while (bins.get(end - 1).from() >= complete.highest()
                && bins.get(end - 1).count() == 0) {
            end--;
        }
        return bins.subList(first, end);
    }
}

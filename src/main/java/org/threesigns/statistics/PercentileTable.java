package org.threesigns.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.threesigns.instrument.Scale;

/**
 * The scores below which certain percentages of the results lie, for those who look a score up. Only percentiles with ten
 * or more results on either side are in it, so that none is the score of a few.
 *
 * @param n how many have a score
 * @param rows lowest first; none if too few have a score
 */
public record PercentileTable(Scale scale, long n, List<Row> rows) {

    /** How many scores a table needs. */
    public static final int FEWEST = 100;

    private static final int[] PERCENTS = {1, 2, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 95, 98, 99};

    /** A percentile: type 7 of Hyndman and Fan (1996), as the quartiles. */
    public record Row(int percent, double score) {}

    public PercentileTable {
        rows = List.copyOf(rows);
    }

    static PercentileTable of(ResponseCounts counts, Scale scale) {
        var scores = Distribution.of(counts, scale);
        long n = scores.n();
        return new PercentileTable(
                scale,
                n,
                IntStream.of(PERCENTS)
                        .filter(percent -> n >= FEWEST && isAmongTen(percent, n))
                        .mapToObj(percent ->
                                new Row(percent, scores.quantile(percent).get()))
                        .toList());
    }

    private static boolean isAmongTen(int percent, long n) {
        return Math.min(percent, 100 - percent) * n >= 100L * SmallGroupRule.FEWEST;
    }
}

package org.threesigns.statistics;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.LongBinaryOperator;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.Responses;

/**
 * All that statistics need of a group of respondents to one version of an instrument, as integers. Counts of two groups
 * add up to those of both and can be subtracted again, exactly and in any order. Immutable.
 */
public final class ResponseCounts {

    private final CountLayout layout;
    private final long[] counts;

    ResponseCounts(CountLayout layout, long[] counts) {
        this.layout = layout;
        this.counts = counts;
    }

    /** The counts of nobody. */
    public static ResponseCounts none(Instrument instrument) {
        return new ResponseCounter(instrument).counts();
    }

    /**
     * The counts of these respondents.
     *
     * @throws IllegalArgumentException if responses do not fit the instrument
     */
    public static ResponseCounts of(Instrument instrument, Collection<Responses> respondents) {
        var counter = new ResponseCounter(instrument);
        respondents.forEach(counter::add);
        return counter.counts();
    }

    /**
     * Reads the stored form.
     *
     * @throws UnreadableCountsException if a newer version of the application wrote it, or it belongs to another
     *     instrument
     */
    public static ResponseCounts read(Instrument instrument, byte[] stored) {
        var layout = new CountLayout(instrument);
        return new ResponseCounts(layout, StoredCounts.read(stored, layout.size()));
    }

    /** The stored form: a version, then the counts, compressed because most are 0 or small. */
    public byte[] stored() {
        return StoredCounts.write(counts);
    }

    /**
     * The counts of both groups.
     *
     * @throws ArithmeticException if a count leaves the range of a long
     * @throws IllegalArgumentException if they belong to different instruments
     */
    public ResponseCounts plus(ResponseCounts other) {
        return combine(other, Math::addExact);
    }

    /**
     * The counts of this group without the other, which is part of it.
     *
     * @throws IllegalArgumentException if a count would fall below 0, or they belong to different instruments
     */
    public ResponseCounts minus(ResponseCounts part) {
        return combine(part, (mine, others) -> {
            if (mine < others) {
                throw new IllegalArgumentException("Counts of respondents who are not in this group");
            }
            return mine - others;
        });
    }

    private ResponseCounts combine(ResponseCounts other, LongBinaryOperator operator) {
        if (!instrument().equals(other.instrument())) {
            throw new IllegalArgumentException(
                    "Counts of different instruments: %s and %s".formatted(name(), other.name()));
        }
        var result = new long[counts.length];
        Arrays.setAll(result, at -> operator.applyAsLong(counts[at], other.counts[at]));
        return new ResponseCounts(layout, result);
    }

    public Instrument instrument() {
        return layout.instrument();
    }

    public long respondents() {
        return counts[CountLayout.RESPONDENTS];
    }

    /** How many chose this option, 0 being the first. */
    public long chose(Item item, int option) {
        return counts[layout.option(item, option)];
    }

    public long skipped(Item item) {
        return chose(item, CountLayout.skipped(item));
    }

    public long notAsked(Item item) {
        return item.isConditional() ? chose(item, CountLayout.notAsked(item)) : 0;
    }

    /** How many answered items with these shares of the scale, with this sum of points above the lowest item score. */
    long answered(Scale scale, int shares, int points) {
        return counts[layout.scale(scale).sharesAndSum(shares, points)];
    }

    /** The shares of answers that have a score, lowest first. */
    int[] scoredShares(Scale scale) {
        return layout.scale(scale).scored();
    }

    /** The highest sum of points that answers with these shares can have. */
    int mostPoints(Scale scale, int shares) {
        return layout.scale(scale).most(shares);
    }

    /** The lowest weighted item score on the scale for each share, above which points are counted. */
    int lowest(Scale scale) {
        return layout.scale(scale).lowest();
    }

    /** How many answered every item of the scale. */
    long complete(Scale scale) {
        int whole = layout.scale(scale).whole();
        long complete = 0;
        for (int points = 0; points <= mostPoints(scale, whole); points++) {
            complete += answered(scale, whole, points);
        }
        return complete;
    }

    /** The sum of the points of the item at this position, over respondents who answered the whole scale. */
    long sum(Scale scale, int item) {
        return counts[layout.scale(scale).sum(item)];
    }

    /** The sum of the products of two items' points, over respondents who answered the whole scale. */
    long sumOfProducts(Scale scale, int i, int j) {
        return counts[layout.scale(scale).product(Math.min(i, j), Math.max(i, j))];
    }

    List<CountLayout.PairCounts> pairs() {
        return layout.pairs();
    }

    /** One of the sums of a pair of scales: 0 to 5 for n, Σx, Σy, Σx², Σy², Σxy. */
    long pairSum(CountLayout.PairCounts pair, int answeredX, int answeredY, int which) {
        return counts[pair.sums(answeredX, answeredY) + which];
    }

    /** The same sums, of item scores as they are instead of points above the lowest value. */
    BigInteger[] itemScoreSums(CountLayout.PairCounts pair, int answeredX, int answeredY) {
        var points = new BigInteger[CountLayout.PAIR_SUMS];
        Arrays.setAll(points, which -> BigInteger.valueOf(pairSum(pair, answeredX, answeredY, which)));
        BigInteger a = BigInteger.valueOf((long) lowest(pair.x()) * answeredX);
        BigInteger b = BigInteger.valueOf((long) lowest(pair.y()) * answeredY);
        BigInteger n = points[0];
        BigInteger x = points[1];
        BigInteger y = points[2];
        return new BigInteger[] {
            n,
            x.add(n.multiply(a)),
            y.add(n.multiply(b)),
            points[3].add(x.multiply(a).shiftLeft(1)).add(n.multiply(a.pow(2))),
            points[4].add(y.multiply(b).shiftLeft(1)).add(n.multiply(b.pow(2))),
            points[5].add(x.multiply(b)).add(y.multiply(a)).add(n.multiply(a).multiply(b))
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResponseCounts others
                && instrument().equals(others.instrument())
                && Arrays.equals(counts, others.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "%s respondents to %s".formatted(respondents(), name());
    }

    private String name() {
        return instrument().id() + " version " + instrument().version();
    }
}

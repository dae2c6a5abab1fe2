package org.threesigns.statistics;

import java.math.BigInteger;
import org.threesigns.instrument.Scale;

/**
 * The covariances of a scale's items for the respondents who answered all of them, as integers: each is {@code
 * n·Σx_i·x_j − Σx_i·Σx_j}, which is n(n − 1) times the covariance with divisor n − 1. Exact for any n.
 */
final class ItemCovariances {

    private final long n;
    private final BigInteger[][] products;
    private final BigInteger[] rowSums;

    ItemCovariances(ResponseCounts counts, Scale scale) {
        int items = scale.key().size();
        n = counts.complete(scale);
        products = new BigInteger[items][items];
        rowSums = new BigInteger[items];
        for (int i = 0; i < items; i++) {
            rowSums[i] = BigInteger.ZERO;
            for (int j = 0; j < items; j++) {
                products[i][j] = times(n, counts.sumOfProducts(scale, i, j))
                        .subtract(times(counts.sum(scale, i), counts.sum(scale, j)));
                rowSums[i] = rowSums[i].add(products[i][j]);
            }
        }
    }

    private static BigInteger times(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    long n() {
        return n;
    }

    int items() {
        return products.length;
    }

    BigInteger variance(int item) {
        return products[item][item];
    }

    /** The sum of the item variances. */
    BigInteger trace() {
        BigInteger trace = BigInteger.ZERO;
        for (int item = 0; item < items(); item++) {
            trace = trace.add(variance(item));
        }
        return trace;
    }

    /** The variance of the sum of the items. */
    BigInteger total() {
        BigInteger total = BigInteger.ZERO;
        for (BigInteger row : rowSums) {
            total = total.add(row);
        }
        return total;
    }

    /** The covariance of an item with the sum of the others. */
    BigInteger withRest(int item) {
        return rowSums[item].subtract(variance(item));
    }

    /** The variance of the sum of the other items. */
    BigInteger totalOfRest(int item) {
        return total().subtract(rowSums[item].shiftLeft(1)).add(variance(item));
    }

    boolean everyItemVaries() {
        for (int item = 0; item < items(); item++) {
            if (variance(item).signum() == 0) {
                return false;
            }
        }
        return true;
    }

    /** The divisor that turns these integers into covariances. */
    double divisor() {
        return times(n, n - 1).doubleValue();
    }

    /** The correlations, as the nearest doubles. Needs items that all vary. */
    double[][] correlations() {
        var correlations = new double[items()][items()];
        for (int i = 0; i < items(); i++) {
            for (int j = 0; j < items(); j++) {
                correlations[i][j] = products[i][j].doubleValue() / (deviation(i) * deviation(j));
            }
            correlations[i][i] = 1;
        }
        return correlations;
    }

    /** The correlation of two items; none where one does not vary. */
    Estimate correlation(int i, int j) {
        return Estimate.correlation(n, products[i][j].doubleValue(), deviation(i) * deviation(j));
    }

    /** The square root of an item's variance. */
    double deviation(int item) {
        return Math.sqrt(variance(item).doubleValue());
    }
}

package org.threesigns.instrument;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a publication says of how a group of people scored on a scale. Its numbers are of the score, after the transform.
 *
 * @param id the key by which the words say who they were
 * @param n how many they were
 * @param moments empty where only percentiles were published
 * @param percentiles lowest score first; none where only mean and standard deviation were published
 * @param source where it was published, as a citation
 */
public record Norm(
        String id, int n, Optional<Moments> moments, List<Percentile> percentiles, String source, Optional<URI> url) {

    public Norm {
        percentiles = List.copyOf(percentiles);
    }

    /** The mean of their scores, and the standard deviation. */
    public record Moments(BigDecimal mean, BigDecimal sd) {}

    /**
     * A row of a published table.
     *
     * @param lower how many of every 100 scored lower than this
     */
    public record Percentile(BigDecimal score, BigDecimal lower) {}

    /**
     * How many of every 100 scored lower, as far as the publication says.
     *
     * @param least empty where it says nothing of such a low score
     * @param most empty where it says nothing of such a high score; the same as the least where it says it of just this one
     */
    public record Lower(Optional<BigDecimal> least, Optional<BigDecimal> most) {

        private static final BigDecimal ALL = BigDecimal.valueOf(100);

        /** Whether it says more than that it is a share. */
        private boolean tells() {
            return least.filter(share -> share.signum() > 0).isPresent()
                    || most.filter(share -> share.compareTo(ALL) < 0).isPresent();
        }
    }

    /**
     * Where the score {@code numerator / denominator} stands in the group. Nothing is assumed of scores that the publication does
     * not name, but that somebody who scored lower than one of them scored lower than all higher ones, too.
     *
     * @return empty where none of the published percentiles says anything of it
     */
    public Optional<Lower> lowerThan(long numerator, long denominator) {
        return Optional.of(around(numerator, denominator)).filter(Lower::tells);
    }

    private Lower around(long numerator, long denominator) {
        Optional<BigDecimal> least = Optional.empty();
        for (Percentile next : percentiles) {
            int above = next.score().multiply(BigDecimal.valueOf(denominator)).compareTo(BigDecimal.valueOf(numerator));
            if (above >= 0) {
                return new Lower(above == 0 ? Optional.of(next.lower()) : least, Optional.of(next.lower()));
            }
            least = Optional.of(next.lower());
        }
        return new Lower(least, Optional.empty());
    }
}

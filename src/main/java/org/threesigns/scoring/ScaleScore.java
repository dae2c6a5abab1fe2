package org.threesigns.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;

/**
 * What one respondent's answers say on one scale. The score is the mean of the item scores that are there (prorated),
 * kept as the exact fraction {@code sum / answered}.
 *
 * @param itemScores the item scores of the answered items, in item order
 * @param sum the sum of the item scores
 * @param reasons why this score: the answers that weigh most, highest first
 * @param band the band of the score; none where fewer items were answered than the scale needs
 * @param closeTo the neighbouring band, where the sum is within a few points of the cut score between the two
 * @param facets the facets that weigh most: whose mean item score is at or above the middle of the response scale, highest
 *     first
 */
public record ScaleScore(
        Scale scale,
        Map<Item, Integer> itemScores,
        int sum,
        List<Item> reasons,
        Optional<ScoreBand> band,
        Optional<ScoreBand> closeTo,
        List<String> facets) {

    public ScaleScore {
        itemScores = Collections.unmodifiableMap(new LinkedHashMap<>(itemScores));
        reasons = List.copyOf(reasons);
        facets = List.copyOf(facets);
    }

    public int answered() {
        return itemScores.size();
    }

    public boolean isScored() {
        return band.isPresent();
    }

    /**
     * The mean, rounded half up from the exact fraction.
     *
     * @throws IllegalStateException if there is no score
     */
    public BigDecimal mean(int decimals) {
        if (!isScored()) {
            throw new IllegalStateException("Not enough answers on " + scale.id());
        }
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answered()), decimals, RoundingMode.HALF_UP);
    }

    /** By how much this mean is below another one: {@code (s₂·n₁ − s₁·n₂) / (n₁·n₂)}, compared with a limit exactly. */
    boolean isLessThanBelow(BigDecimal limit, ScaleScore other) {
        long difference = (long) other.sum * answered() - (long) sum * other.answered();
        BigDecimal allowed = limit.multiply(BigDecimal.valueOf((long) answered() * other.answered()));
        return BigDecimal.valueOf(difference).compareTo(allowed) < 0;
    }

    boolean reaches(BigDecimal mean) {
        return BigDecimal.valueOf(sum).compareTo(mean.multiply(BigDecimal.valueOf(answered()))) >= 0;
    }

    /**
     * Whether this score and another one, of another day or another scale, differ by more than another day could bring:
     * whether they differ and {@code |difference| ≥ 1.96·√(SEM₁² + SEM₂²)}. Both sides are squared and multiplied by the
     * denominators, so that it is decided exactly.
     *
     * @param sem the standard error of measurement of this score, in points of the mean
     * @param otherSem that of the other one
     */
    public boolean differsFrom(ScaleScore other, BigDecimal sem, BigDecimal otherSem) {
        BigDecimal denominator = BigDecimal.valueOf((long) answered() * other.answered());
        BigDecimal numerator = BigDecimal.valueOf((long) other.sum * answered() - (long) sum * other.answered());
        BigDecimal variance = sem.multiply(sem).add(otherSem.multiply(otherSem));
        BigDecimal limit = ScaleChange.LIMIT.multiply(ScaleChange.LIMIT).multiply(variance);
        return numerator.signum() != 0
                && numerator.multiply(numerator).compareTo(limit.multiply(denominator.multiply(denominator))) >= 0;
    }

    /** Orders by mean: {@code s₁/n₁ < s₂/n₂} exactly if {@code s₁·n₂ < s₂·n₁}. */
    public int compareMean(ScaleScore other) {
        return Long.compare((long) sum * other.answered(), (long) other.sum * answered());
    }
}

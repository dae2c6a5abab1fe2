package org.threesigns.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoringMethod;

/**
 * What one respondent's answers say on one scale. The score is the mean or the sum of the item scores that are there, or what the
 * scale's transform makes of it, kept as the exact fraction {@code numerator / denominator}.
 *
 * @param itemScores the item scores of the answered items, in item order
 * @param sum the sum of the item scores, each times its weight, in parts of the weights
 * @param reasons why this score: the answers that weigh most, highest first
 * @param band the band of the score; none where fewer items were answered than the scale needs, or the score has no name
 * @param closeTo the band beyond the nearest cut score, where the sum is no more points away from the sum at that cut than the scale
 *     says; none where it is further away, the scale says nothing, or there is no score
 */
public record ScaleScore(
        Scale scale,
        Map<Item, Integer> itemScores,
        int sum,
        List<Item> reasons,
        Optional<ScoreBand> band,
        Optional<ScoreBand> closeTo) {

    public ScaleScore {
        itemScores = Collections.unmodifiableMap(new LinkedHashMap<>(itemScores));
        reasons = List.copyOf(reasons);
    }

    public int answered() {
        return itemScores.size();
    }

    public boolean isScored() {
        return answered() >= scale.minimumAnswered();
    }

    /**
     * What the sum is divided by: the parts of a weight for a sum, the number of answers or their weights for a mean. At least 1
     * where there is a score.
     */
    public int divisor() {
        return scale.divisor(shares(scale, itemScores.keySet()));
    }

    static int shares(Scale scale, Set<Item> answered) {
        int shares = 0;
        for (KeyedItem keyed : scale.key()) {
            shares += answered.contains(keyed.item()) ? scale.shareOf(keyed) : 0;
        }
        return shares;
    }

    /** The sum of the weighted item scores as the number that it is. */
    public BigDecimal weightedSum() {
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(scale.key().get(0).weight().unit()));
    }

    public long numerator() {
        return scale.transform().numerator(sum, divisor());
    }

    /** Above 0 where there is a score. */
    public long denominator() {
        return scale.transform().denominator(divisor());
    }

    /**
     * The score, rounded half up from the exact fraction; a whole sum has no decimals, however many are asked for.
     *
     * @throws IllegalStateException if there is none
     */
    public BigDecimal rounded(int decimals) {
        if (!isScored()) {
            throw new IllegalStateException("Not enough answers on " + scale.id());
        }
        return scale.method() == ScoringMethod.SUM && numerator() % denominator() == 0
                ? BigDecimal.valueOf(numerator() / denominator())
                : BigDecimal.valueOf(numerator())
                        .divide(BigDecimal.valueOf(denominator()), decimals, RoundingMode.HALF_UP);
    }

    /** By how much this score is below another one: {@code (s₂·d₁ − s₁·d₂) / (d₁·d₂)}, compared with a limit exactly. */
    boolean isLessThanBelow(BigDecimal limit, ScaleScore other) {
        BigDecimal allowed = limit.multiply(BigDecimal.valueOf(denominator() * other.denominator()));
        return BigDecimal.valueOf(-above(other)).compareTo(allowed) < 0;
    }

    /** {@code s₁·d₂ − s₂·d₁}: above 0 where this score is the higher one. */
    private long above(ScaleScore other) {
        return numerator() * other.denominator() - other.numerator() * denominator();
    }

    boolean reaches(BigDecimal score) {
        return BigDecimal.valueOf(numerator()).compareTo(score.multiply(BigDecimal.valueOf(denominator()))) >= 0;
    }

    /**
     * Whether this score and another one, of another day or another scale, differ by more than another day could bring:
     * whether they differ and {@code |difference| ≥ 1.96·√(SEM₁² + SEM₂²)}. Both sides are squared and multiplied by the
     * denominators, so that it is decided exactly.
     *
     * @param sem the standard error of measurement of this score, in its points
     * @param otherSem that of the other one
     */
    public boolean differsFrom(ScaleScore other, BigDecimal sem, BigDecimal otherSem) {
        BigDecimal denominator = BigDecimal.valueOf(denominator() * other.denominator());
        BigDecimal numerator = BigDecimal.valueOf(above(other));
        BigDecimal variance = sem.multiply(sem).add(otherSem.multiply(otherSem));
        BigDecimal limit = ScaleChange.LIMIT.multiply(ScaleChange.LIMIT).multiply(variance);
        return numerator.signum() != 0
                && numerator.multiply(numerator).compareTo(limit.multiply(denominator.multiply(denominator))) >= 0;
    }

    /** Orders by score: {@code s₁/d₁ < s₂/d₂} exactly if {@code s₁·d₂ < s₂·d₁}. */
    public int compareScore(ScaleScore other) {
        return Long.signum(above(other));
    }
}

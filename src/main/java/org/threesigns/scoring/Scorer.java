package org.threesigns.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.LeadRule;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;

/** Scores responses by an instrument's key. Works in integers and exact fractions, so no band hangs on rounding. */
public final class Scorer {

    private static final int MOST_REASONS = 3;

    /** No distance is as small as this. */
    private static final BigDecimal NEVER = BigDecimal.ONE.negate();

    private Scorer() {}

    /**
     * Scores these responses.
     *
     * @throws IllegalArgumentException if they are not one for each item, or name an option that the instrument lacks
     */
    public static ScoreProfile score(Instrument instrument, Responses responses) {
        requireFit(instrument, responses);
        List<ScaleScore> scores = instrument.scales().stream()
                .map(scale -> score(scale, responses))
                .toList();
        return new ScoreProfile(
                scores, instrument.lead().map(lead -> leading(lead, scores)).orElse(List.of()));
    }

    private static void requireFit(Instrument instrument, Responses responses) {
        if (responses.size() != instrument.items().size()) {
            throw new IllegalArgumentException("%s responses for the %s items of %s"
                    .formatted(responses.size(), instrument.items().size(), instrument.id()));
        }
        for (Item item : instrument.items()) {
            int options = item.responseScale().options().size();
            if (responses.option(item).orElse(0) >= options) {
                throw new IllegalArgumentException("A response beyond the %s options".formatted(options));
            }
        }
    }

    private static ScaleScore score(Scale scale, Responses responses) {
        Map<Item, Integer> itemScores = new LinkedHashMap<>();
        int sum = 0;
        for (KeyedItem keyed : scale.key()) {
            OptionalInt option = responses.option(keyed.item());
            if (option.isPresent()) {
                int itemScore = keyed.score(option.getAsInt());
                itemScores.put(keyed.item(), itemScore);
                sum += keyed.weight().parts() * itemScore;
            }
        }
        int shares = ScaleScore.shares(scale, itemScores.keySet());
        boolean enough = itemScores.size() >= scale.minimumAnswered();
        return new ScaleScore(
                scale,
                itemScores,
                sum,
                reasons(scale, itemScores),
                enough ? scale.band(sum, shares) : Optional.empty(),
                enough ? closeTo(scale, sum, shares) : Optional.empty());
    }

    /**
     * At most three items whose score is above the middle of their options' range, the highest there first, ties in item order;
     * below the middle where a transform or a weight turns low item scores into a high score.
     */
    private static List<Item> reasons(Scale scale, Map<Item, Integer> itemScores) {
        var heights = new ArrayList<Height>();
        for (KeyedItem keyed : scale.key()) {
            @Nullable Integer itemScore = itemScores.get(keyed.item());
            if (itemScore != null) {
                heights.add(Height.of(scale, keyed, itemScore));
            }
        }
        heights.removeIf(height -> !height.isAboveTheMiddle());
        heights.sort(Height::compareInRange);
        return heights.stream().limit(MOST_REASONS).map(Height::item).toList();
    }

    /** How many points an item score is from that end of its range which makes for a low score. */
    private record Height(Item item, int points) {

        static Height of(Scale scale, KeyedItem keyed, int itemScore) {
            ResponseScale range = keyed.item().responseScale();
            return new Height(
                    keyed.item(),
                    scale.transform().falls() == keyed.lowers()
                            ? itemScore - range.lowest()
                            : range.highest() - itemScore);
        }

        boolean isAboveTheMiddle() {
            return 2 * points > width();
        }

        /** The higher in its own range first: {@code h₁/w₁ > h₂/w₂} exactly if {@code h₁·w₂ > h₂·w₁}. */
        int compareInRange(Height other) {
            return Integer.compare(other.points * width(), points * other.width());
        }

        private int width() {
            return item.responseScale().width();
        }
    }

    /** The band on the other side of the nearest cut score, if the sum is no further from that cut than the margin. */
    private static Optional<ScoreBand> closeTo(Scale scale, int sum, int shares) {
        Optional<ScoreBand> closest = Optional.empty();
        BigDecimal nearest = scale.closeToCut().orElse(NEVER);
        for (int upper = 1; upper < scale.bands().size(); upper++) {
            ScoreBand above = scale.bands().get(upper);
            BigDecimal distance = fromCut(scale, sum, shares, above.from());
            if (distance.abs().compareTo(nearest) <= 0) {
                closest = Optional.of(
                        distance.signum() < 0 ? above : scale.bands().get(upper - 1));
                nearest = distance.abs();
            }
        }
        return closest;
    }

    /** How many points of the sum are between it and this cut score. */
    private static BigDecimal fromCut(Scale scale, int sum, int shares, BigDecimal cut) {
        BigDecimal divisor = BigDecimal.valueOf(scale.divisor(shares));
        return BigDecimal.valueOf(sum).subtract(cut.multiply(divisor));
    }

    /**
     * Of the scales that reach the lead's mean, those whose mean is less than the tie's width below the highest. A
     * single scored scale has nothing to lead.
     */
    private static List<Scale> leading(LeadRule lead, List<ScaleScore> scores) {
        var scored = scores.stream().filter(ScaleScore::isScored).toList();
        if (scored.size() < 2) {
            return List.of();
        }
        ScaleScore highest = scored.stream().max(ScaleScore::compareScore).orElseThrow();
        return scored.stream()
                .filter(score -> score.reaches(lead.reaches()))
                .filter(score -> score.compareScore(highest) == 0 || score.isLessThanBelow(lead.within(), highest))
                .map(ScaleScore::scale)
                .toList();
    }
}

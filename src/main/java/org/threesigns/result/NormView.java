package org.threesigns.result;

import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.instrument.Norm;
import org.threesigns.scoring.ScaleScore;

/**
 * A published sample beside a score.
 *
 * @param who the people, as it follows their number
 * @param moments empty where they were not published
 * @param lower how many of them scored lower; empty where that was not published
 */
record NormView(Norm norm, String who, Optional<Moments> moments, Optional<Lower> lower) {

    /** Mean and standard deviation, written for readers. */
    record Moments(String mean, String sd) {}

    /**
     * How many of every 100 scored lower.
     *
     * @param key which sentence says it, as part of a message key
     * @param first the number in it
     * @param second the other one, where it has two
     */
    record Lower(String key, String first, String second) {

        static Lower of(Norm.Lower lower, ScoreFormat format) {
            String least = lower.least().map(format::cut).orElse("");
            String most = lower.most().map(format::cut).orElse("");
            if (lower.most().filter(share -> share.signum() == 0).isPresent()) {
                return new Lower("none", most, most);
            }
            if (lower.most().isEmpty()) {
                return new Lower("least", least, least);
            }
            if (lower.least().isEmpty()) {
                return new Lower("most", most, most);
            }
            return new Lower(least.equals(most) ? "about" : "between", least, most);
        }
    }

    /** Those of the scale, for a score that there is. */
    static List<NormView> of(ScaleScore score, ScaleText text, ScoreFormat format) {
        return score.scale().norms().stream()
                .map(norm -> new NormView(
                        norm,
                        text.norm(norm),
                        norm.moments().map(known -> new Moments(format.cut(known.mean()), format.cut(known.sd()))),
                        norm.lowerThan(score.numerator(), score.denominator()).map(lower -> Lower.of(lower, format))))
                .toList();
    }
}

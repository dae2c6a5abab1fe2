package org.threesigns.guidance;

import java.util.Optional;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.Strand;

/** All that an {@link Assumption} asks of somebody's answers. */
interface AnswerFacts {

    /** How high the highest answer of this strand is: one high answer is enough to make it high. */
    Level level(Strand strand);

    /**
     * Whether an answer of this strand is far above the mean of its scale: by at least three eighths of the response scale,
     * which is 1.5 on a scale from 1 to 5.
     */
    boolean isUneven(Strand strand);

    /** The band of the score; empty where it has no name. */
    Optional<ScoreBand> band();

    /** Decided in integers: {@code itemScore − sum / answered ≥ 3/8 · range}. */
    static boolean isFarAbove(int itemScore, int sum, int answered, int range) {
        return 8 * (itemScore * answered - sum) >= 3 * range * answered;
    }
}

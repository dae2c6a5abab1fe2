package org.threesigns.scoring;

import java.util.List;
import org.threesigns.instrument.Scale;

/**
 * All scores of one respondent.
 *
 * @param scales one score a scale, in the order of the instrument
 * @param leading the scales that stand out: none, one, or several that are close
 */
public record ScoreProfile(List<ScaleScore> scales, List<Scale> leading) {

    public ScoreProfile {
        scales = List.copyOf(scales);
        leading = List.copyOf(leading);
    }

    /** The score on this scale. */
    public ScaleScore on(Scale scale) {
        return scales.stream()
                .filter(score -> score.scale().equals(scale))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a scale of this profile: " + scale.id()));
    }
}

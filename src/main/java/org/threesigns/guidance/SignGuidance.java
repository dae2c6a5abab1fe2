package org.threesigns.guidance;

import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.Scale;

/**
 * What to say and advise on one scored scale.
 *
 * @param practice the one thing to try first
 * @param notice how to notice whether the practice helped; only with a practice
 * @param tips more to try: the advice that goes with the explanation, then that of the facets that weigh most
 */
public record SignGuidance(
        Scale scale, String explanation, Optional<Tip> practice, Optional<String> notice, List<Tip> tips) {

    public SignGuidance {
        tips = List.copyOf(tips);
    }
}

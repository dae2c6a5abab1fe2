package org.threesigns.guidance;

import java.util.Optional;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.guidance.GuidanceText.Words;

/**
 * What to say and advise on one scale where the answers are of one kind.
 *
 * @param explanation may name the band of the score and the facets of strands: see {@link Placeholders}
 * @param notice how to notice whether the practice helped
 */
record SignText(
        Assumption assumes,
        Words explanation,
        Optional<Advice> advice,
        Optional<Advice> practice,
        Optional<Words> notice) {}

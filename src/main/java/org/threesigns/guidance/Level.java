package org.threesigns.guidance;

import org.threesigns.instrument.ResponseScale;

/** How high an answer is, as it counts on its scale, against the middle of the response scale. Lowest first. */
enum Level {
    SKIPPED,
    LOW,
    MIDDLING,
    HIGH;

    static Level of(int itemScore, ResponseScale range) {
        int fromTheMiddle = range.fromTheMiddle(itemScore);
        return fromTheMiddle < 0 ? LOW : fromTheMiddle == 0 ? MIDDLING : HIGH;
    }
}

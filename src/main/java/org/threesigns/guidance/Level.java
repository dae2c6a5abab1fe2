package org.threesigns.guidance;

import java.util.OptionalInt;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.scoring.Responses;

/** How high an answer is, as it counts on its scale, against the middle of the response scale. Lowest first. */
enum Level {
    SKIPPED,
    LOW,
    MIDDLING,
    HIGH;

    static Level of(Responses responses, Item item) {
        OptionalInt itemScore = responses.itemScore(item);
        return itemScore.isPresent() ? of(itemScore.getAsInt(), item.responseScale()) : SKIPPED;
    }

    static Level of(int itemScore, ResponseScale range) {
        int fromTheMiddle = range.fromTheMiddle(itemScore);
        return fromTheMiddle < 0 ? LOW : fromTheMiddle == 0 ? MIDDLING : HIGH;
    }
}

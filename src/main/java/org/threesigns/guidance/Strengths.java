package org.threesigns.guidance;

import static java.util.Comparator.comparing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Keying;
import org.threesigns.scoring.Responses;

/**
 * Answers that speak for something that helps, to be quoted with a word on why.
 *
 * @param assumes what has to hold so that any is quoted: nobody is praised beside answers that hurt somebody else
 * @param items in the order of the file
 */
record Strengths(Assumption assumes, Map<Item, Advice> items) {

    static final Strengths NONE = new Strengths(Assumption.NOTHING, Map.of());

    Strengths {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /** The items that were answered the healthy way, most clearly first. */
    List<Item> in(Responses responses) {
        return items.keySet().stream()
                .filter(item -> level(responses, item) == Level.LOW)
                .sorted(comparing(item -> counted(responses, item).orElseThrow()))
                .toList();
    }

    private static Level level(Responses responses, Item item) {
        OptionalInt counted = counted(responses, item);
        return counted.isPresent() ? Level.of(counted.getAsInt(), item.responseScale()) : Level.SKIPPED;
    }

    /** As it counts on its scale, low being healthy; an unscored item asks about something that helps, and is turned round. */
    private static OptionalInt counted(Responses responses, Item item) {
        OptionalInt score = responses.itemScore(item);
        return item.scored() || score.isEmpty()
                ? score
                : OptionalInt.of(Keying.REVERSE.key(score.getAsInt(), item.responseScale()));
    }
}

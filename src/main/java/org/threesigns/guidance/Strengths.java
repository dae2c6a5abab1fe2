package org.threesigns.guidance;

import static java.util.Comparator.comparing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.instrument.Item;
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

    /**
     * The items that were answered the healthy way, most clearly first: low on a scale, or high where an unscored item
     * asks about something that helps.
     */
    List<Item> in(Responses responses) {
        return items.keySet().stream()
                .filter(item -> Level.of(responses, item) == (item.scored() ? Level.LOW : Level.HIGH))
                .sorted(comparing(item -> -fromTheMiddle(responses, item)))
                .toList();
    }

    private static int fromTheMiddle(Responses responses, Item item) {
        return Math.abs(
                item.responseScale().fromTheMiddle(responses.itemScore(item).orElseThrow()));
    }
}

package org.threesigns.guidance;

import static java.util.Comparator.comparing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.instrument.Instrument;
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

    /** The items that were answered the healthy way, most clearly first. */
    List<Item> in(Instrument instrument, Responses responses) {
        return items.keySet().stream()
                .filter(item -> level(instrument, responses, item) == Level.LOW)
                .sorted(comparing(item -> counted(instrument, responses, item).orElseThrow()))
                .toList();
    }

    private static Level level(Instrument instrument, Responses responses, Item item) {
        OptionalInt counted = counted(instrument, responses, item);
        return counted.isPresent() ? Level.of(counted.getAsInt(), instrument.responseScale()) : Level.SKIPPED;
    }

    /** As it counts on its scale, low being healthy; an unscored item asks about something that helps, and is turned round. */
    private static OptionalInt counted(Instrument instrument, Responses responses, Item item) {
        OptionalInt option = responses.option(item);
        if (option.isEmpty()) {
            return option;
        }
        int score = instrument.itemScore(item, option.getAsInt());
        var range = instrument.responseScale();
        return OptionalInt.of(item.scored() ? score : range.lowest() + range.highest() - score);
    }
}

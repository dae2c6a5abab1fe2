package org.threesigns.instrument;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an instrument says itself on the site's pages. A place that it leaves empty has words of the site, or none where only the
 * instrument can know.
 *
 * @param minutes about how long answering takes
 * @param words by place, in every wording
 */
public record PageWords(OptionalInt minutes, Map<Place, Map<Wording, String>> words) {

    static final PageWords NONE = new PageWords(OptionalInt.empty(), Map.of());

    public PageWords {
        words = words.isEmpty() ? Map.of() : new EnumMap<>(words);
    }

    public Optional<String> find(Place place, Wording wording) {
        return Optional.ofNullable(words.get(place)).map(worded -> worded.get(wording));
    }

    /** Where it stands. In a file the places are written in lower case, with hyphens. */
    public enum Place {
        /** The heading of the start page; the instrument's name stands in for it. */
        START_HEADING,
        /** What it asks, in one sentence, where several are listed; its summary stands in for it. */
        START_LISTED,
        /** The button that opens the questions. */
        START_BEGIN,
        /** Below the buttons: for whom the questions are. */
        START_NOTE,
        /** What everybody gets from it. */
        START_PROMISED,
        /** What nobody gets from it. */
        START_NOT_PROMISED,
        /** That there is support, whatever a result would say. */
        START_SUPPORT,
        RESULT_SUPPORT,
        /** Above the advice from the items that are not scored. */
        RESULT_CLOSING,
        /** What a result cannot tell. */
        RESULT_LIMIT,
        /** Whose the questions are, and how well they have been tested; so also in the other places of that name. */
        RESULT_ORIGIN,
        RESULT_SOURCE,
        SHEET_LIMIT,
        SHEET_ORIGIN,
        METHOD_LIMIT,
        METHOD_ORIGIN,
        METHOD_SOURCE,
        /** For therapists: what to ask about safety. */
        METHOD_SAFETY,
        /** For therapists: norms and validation. */
        METHOD_NORMS
    }
}

package org.threesigns.result;

import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.PageWords.Place;
import org.threesigns.instrument.Wording;

/**
 * What the instrument of some answers says itself on a page.
 *
 * @param id the instrument, as it stands in addresses
 */
record InstrumentLines(String id, InstrumentText text, Wording wording) {

    /** Null where it says nothing there. */
    public @Nullable String at(Place place) {
        return text.pages().find(place, wording).orElse(null);
    }
}

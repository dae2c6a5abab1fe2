package org.threesigns.result;

import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.PageWords.Place;
import org.threesigns.instrument.Wording;

/**
 * What the instrument of some answers says itself on a page.
 *
 * @param wording in which it was answered
 */
record InstrumentLines(Instrument instrument, InstrumentText text, Wording wording) {

    /** The instrument, as it stands in addresses. */
    public String id() {
        return instrument.id();
    }

    /** Null where it says nothing there. */
    public @Nullable String at(Place place) {
        return text.pages().find(place, wording).orElse(null);
    }
}

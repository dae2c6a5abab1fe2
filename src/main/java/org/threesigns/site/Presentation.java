package org.threesigns.site;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.PageWords.Place;
import org.threesigns.instrument.Wording;

/**
 * An instrument as the site's pages present it, in its own words where it has some.
 *
 * @param method the path of the page that explains it, after that of the start page
 */
record Presentation(Instrument instrument, InstrumentText text, AnsweringTime sitting, String method) {

    /** The instrument that the site is about. */
    static Presentation ofMain(Instrument instrument, Locale language) {
        return of(instrument, language, "/method");
    }

    static Presentation of(Instrument instrument, Locale language) {
        return of(instrument, language, "/method/" + instrument.id());
    }

    private static Presentation of(Instrument instrument, Locale language, String method) {
        InstrumentText text = instrument.text(language.toLanguageTag());
        return new Presentation(instrument, text, AnsweringTime.of(instrument, text), method);
    }

    public String id() {
        return instrument.id();
    }

    public Wording wording() {
        return instrument.wordings().get(0);
    }

    public String heading() {
        return Objects.requireNonNullElse(line(Place.START_HEADING), text.name());
    }

    /** Null where it says nothing there. */
    public @Nullable String line(Place place) {
        return text.pages().find(place, wording()).orElse(null);
    }

    /** The words of the button that asks about a relationship that is over. */
    public @Nullable String beginPast() {
        return text.pages().find(Place.START_BEGIN, Wording.PAST).orElse(null);
    }
}

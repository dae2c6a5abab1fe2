package org.threesigns.site;

import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Wording;

/**
 * What answering an instrument takes.
 *
 * @param questions how many there are
 * @param minutes about how long it takes, at least 1: what the instrument says, or an estimate
 * @param alsoPast whether it can be answered about a relationship that is over
 */
record AnsweringTime(int questions, int minutes, boolean alsoPast) {

    /** Enough to read a short question and choose, without haste. */
    private static final int SECONDS_PER_QUESTION = 10;

    static AnsweringTime of(Instrument instrument, InstrumentText text) {
        int questions = instrument.items().size();
        int minutes = text.pages().minutes().orElse(Math.max(1, (questions * SECONDS_PER_QUESTION + 59) / 60));
        return new AnsweringTime(questions, minutes, instrument.wordings().contains(Wording.PAST));
    }
}

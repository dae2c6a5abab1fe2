package org.threesigns.site;

import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Wording;

/**
 * What answering an instrument takes.
 *
 * @param questions how many there are
 * @param minutes about how long it takes, at least 1
 * @param alsoPast whether it can be answered about a relationship that is over
 */
record AnsweringTime(int questions, int minutes, boolean alsoPast) {

    /** Enough to read a short question and choose, without haste. */
    private static final int SECONDS_PER_QUESTION = 10;

    static AnsweringTime of(Instrument instrument) {
        int questions = instrument.items().size();
        int minutes = Math.max(1, (questions * SECONDS_PER_QUESTION + 59) / 60);
        return new AnsweringTime(questions, minutes, instrument.wordings().contains(Wording.PAST));
    }
}

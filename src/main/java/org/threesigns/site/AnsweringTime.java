package org.threesigns.site;

import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Wording;

/**
 * What answering an instrument takes.
 *
 * @param questions how many there are
 * @param atMost whether some of them are asked only after certain answers
 * @param minutes about how long it takes, at least 1: what the instrument says, or an estimate
 * @param alsoPast whether it can be answered about a relationship that is over
 */
record AnsweringTime(int questions, boolean atMost, int minutes, boolean alsoPast) {

    /** Enough to read a short question and choose, without haste. */
    private static final int SECONDS_PER_QUESTION = 10;

    /** Enough for each further box of a question. */
    private static final int SECONDS_PER_BOX = 3;

    static AnsweringTime of(Instrument instrument, InstrumentText text) {
        int questions = instrument.questions();
        int boxes = instrument.items().size() - questions;
        int seconds = questions * SECONDS_PER_QUESTION + boxes * SECONDS_PER_BOX;
        int minutes = text.pages().minutes().orElse(Math.max(1, (seconds + 59) / 60));
        return new AnsweringTime(
                questions,
                instrument.isConditional(),
                minutes,
                instrument.wordings().contains(Wording.PAST));
    }
}

package org.threesigns.preview;

import java.util.List;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.scoring.Responses;

/** Somebody who answers every question that is asked in a way that shows how a questionnaire scores. */
enum SampleRespondent {
    /** Whose answers all count as little as they can. */
    LOW,
    /** Who takes another answer at every question. */
    MIXED,
    /** Whose answers all count as much as they can. */
    HIGH;

    Responses answers(Instrument instrument) {
        Responses responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            List<Integer> rising = item.optionsByScore();
            responses = responses.with(item, rising.get(place(item.index(), rising.size())));
        }
        return responses.whereAsked(instrument);
    }

    /** The place of the answer to this question among its options, from that which counts least, from 0. */
    private int place(int question, int options) {
        return switch (this) {
            case LOW -> 0;
            case MIXED -> question * (1 + options / 8) % options; // far apart where there are many
            case HIGH -> options - 1;
        };
    }
}

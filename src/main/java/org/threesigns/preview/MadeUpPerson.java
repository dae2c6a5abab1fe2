package org.threesigns.preview;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.scoring.Responses;

/** Somebody who answers every question that is asked in a way that shows how a questionnaire scores. */
enum MadeUpPerson {
    /** Whose answers all count as little as they can. */
    LOW {
        @Override
        int place(int question, int options) {
            return 0;
        }
    },
    /** Who takes another answer at every question. */
    MIXED {
        @Override
        int place(int question, int options) {
            return question * (1 + options / 8) % options; // far apart where there are many
        }
    },
    /** Whose answers all count as much as they can. */
    HIGH {
        @Override
        int place(int question, int options) {
            return options - 1;
        }
    };

    /** The place of the answer to this question among its options, from that which counts least, from 0. */
    abstract int place(int question, int options);

    Responses answers(Instrument instrument) {
        Responses responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            List<Integer> rising = IntStream.range(
                            0, item.responseScale().options().size())
                    .boxed()
                    .sorted(Comparator.comparing(item::score))
                    .toList();
            responses = responses.with(item, rising.get(place(item.index(), rising.size())));
        }
        return responses.whereAsked(instrument);
    }
}

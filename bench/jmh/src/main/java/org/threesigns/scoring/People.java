package org.threesigns.scoring;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Keying;

/**
 * People who answer alike from one run to the next. Each leans to one side, so that the items of a scale go together, and
 * skips one question in fifty.
 */
public final class People {

    private static final int SKIPS_ONE_IN = 50;

    private final Random random = new Random(20250317);
    private final Instrument instrument;
    private final int last;

    private People(Instrument instrument) {
        this.instrument = instrument;
        this.last = instrument.responseScales().get(0).options().size() - 1;
    }

    /** What so many of them answer. */
    public static List<Responses> answering(Instrument instrument, int people) {
        var all = new People(instrument);
        return IntStream.range(0, people).mapToObj(each -> all.next()).toList();
    }

    private Responses next() {
        double lean = random.nextGaussian();
        var responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            if (random.nextInt(SKIPS_ONE_IN) != 0) {
                responses = responses.with(item, option(item, lean));
            }
        }
        return responses;
    }

    private int option(Item item, double lean) {
        long chosen = Math.round(last / 2.0 + lean + random.nextGaussian());
        int option = (int) Math.max(0, Math.min(last, chosen));
        return item.keying() == Keying.FORWARD ? option : last - option;
    }
}

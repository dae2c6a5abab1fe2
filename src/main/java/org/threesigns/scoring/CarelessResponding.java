package org.threesigns.scoring;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.threesigns.instrument.Instrument;

/** Signs that somebody answered without reading. A hint for the statistics, never a reason to refuse a result. */
public final class CarelessResponding {

    private CarelessResponding() {}

    /**
     * Whether the answers are a long string of the same option or came faster than anybody reads.
     *
     * @param time from the form's making to its sending; empty where it is not known, as after a change of answers
     */
    public static boolean suspected(Instrument instrument, Responses responses, Optional<Duration> time) {
        var rule = instrument.careless();
        double fastest = rule.secondsPerItem() * instrument.items().size();
        return longestRun(instrument, responses) >= rule.identicalRun()
                || time.filter(taken -> taken.toMillis() < 1000 * fastest).isPresent();
    }

    /**
     * The longest run of identical raw answers in item order (long-string index). A skip neither breaks nor lengthens
     * a run.
     */
    static int longestRun(Instrument instrument, Responses responses) {
        int longest = 0;
        int run = 0;
        OptionalInt previous = OptionalInt.empty();
        for (var item : instrument.items()) {
            OptionalInt option = responses.option(item);
            if (option.isPresent()) {
                run = option.equals(previous) ? run + 1 : 1;
                longest = Math.max(longest, run);
                previous = option;
            }
        }
        return longest;
    }
}

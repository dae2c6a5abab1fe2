package org.threesigns.scoring;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.CarelessRule;
import org.threesigns.instrument.InputType;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.ResponseOption;

/** Signs of answers that were given without reading. A hint for the statistics, never a reason to refuse a result. */
public final class CarelessResponding {

    private CarelessResponding() {}

    /**
     * Whether one option was chosen in a long run, or the answers came faster than anybody reads; never where the instrument has
     * no rule for it.
     *
     * @param time from handing out the form to its return; empty if unknown, such as after a change of answers
     */
    public static boolean suspected(Instrument instrument, Responses responses, Optional<Duration> time) {
        return instrument
                .careless()
                .filter(rule -> suspected(rule, instrument, responses, time))
                .isPresent();
    }

    private static boolean suspected(
            CarelessRule rule, Instrument instrument, Responses responses, Optional<Duration> time) {
        int run = longestRun(instrument, responses);
        int asked = responses.questionsAsked(instrument);
        return rule.identicalRun().filter(length -> run >= length).isPresent()
                || rule.secondsPerItem()
                        .map(seconds -> seconds.multiply(BigDecimal.valueOf(1000L * asked)))
                        .flatMap(least -> time.filter(
                                taken -> BigDecimal.valueOf(taken.toMillis()).compareTo(least) < 0))
                        .isPresent();
    }

    /**
     * The longest run of identical raw answers in item order (long-string index): of options with the same key and
     * value. What is skipped or not asked neither breaks nor lengthens a run. Numbers and boxes do not count: one
     * number answers many questions, and most boxes are left open by everybody.
     */
    static int longestRun(Instrument instrument, Responses responses) {
        int longest = 0;
        int run = 0;
        @Nullable ResponseOption previous = null;
        for (var item : instrument.items()) {
            OptionalInt option = responses.option(item);
            if (option.isPresent() && item.responseScale().input() == InputType.CHOICE) {
                ResponseOption chosen = item.responseScale().options().get(option.getAsInt());
                run = chosen.equals(previous) ? run + 1 : 1;
                longest = Math.max(longest, run);
                previous = chosen;
            }
        }
        return longest;
    }
}

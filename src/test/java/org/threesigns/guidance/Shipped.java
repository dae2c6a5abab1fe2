package org.threesigns.guidance;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;

/**
 * An instrument of the product's own, with what tests know of it by themselves.
 *
 * @param sayings what its texts can say about the answers
 * @param putsSupportFirst the answers on which support comes first, whatever the safety question got
 * @param takesNoPraise the answers beside which nothing is praised
 */
record Shipped(
        Instrument instrument,
        List<Saying> sayings,
        Predicate<AnswerSheet> putsSupportFirst,
        Predicate<AnswerSheet> takesNoPraise) {

    static final Shipped THREE_SIGNS = new Shipped(
            TestInstruments.threeSigns(), Saying.OF_THREE_SIGNS, AnswerSheet::givesWay, AnswerSheet::holdsOn);

    static final Shipped AT_EASE = new Shipped(
            TestInstruments.atEase(), Saying.OF_AT_EASE, AnswerSheet::treadsInFear, sheet -> sheet.anyHigh("U24"));

    static List<Shipped> all() {
        return List.of(THREE_SIGNS, AT_EASE);
    }

    List<String> languages() {
        return instrument.languages().stream().sorted().toList();
    }

    /** What is said, and what must never be. */
    Stream<Saying> everySaying() {
        return Stream.concat(sayings.stream(), Saying.NEVER.stream());
    }

    @Override
    public String toString() {
        return instrument.id();
    }
}

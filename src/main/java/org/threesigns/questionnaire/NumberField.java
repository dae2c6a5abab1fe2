package org.threesigns.questionnaire;

import java.util.List;
import java.util.stream.IntStream;
import org.threesigns.instrument.InputType;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.ResponseScale;

/**
 * Where a number is written, or a slider moved.
 *
 * @param kind which numbers there are: {@link #NUMBER} for all from one to another, or in "steps"; part of the keys of messages
 * @param value what stands in it; empty where nothing does
 * @param lowest in words, as the others
 * @param anchors the numbers that say what they mean, lowest first
 */
record NumberField(
        String kind,
        String value,
        int min,
        int max,
        int step,
        boolean slider,
        String lowest,
        String highest,
        List<Anchor> anchors) {

    static final String NUMBER = "number";

    /** So much of the whole line an anchor can be beside its place. */
    private static final double ASIDE = 0.05;

    record Anchor(int value, String number, String words) {}

    static NumberField of(ResponseScale scale, InstrumentText text, String value) {
        var options = scale.options();
        return new NumberField(
                kind(scale),
                value,
                scale.lowest(),
                scale.highest(),
                scale.step(),
                scale.input() == InputType.SLIDER,
                text.option(options.get(0)),
                text.option(options.get(options.size() - 1)),
                options.stream()
                        .flatMap(option -> text
                                .anchor(scale, option)
                                .map(words -> new Anchor(option.value(), text.option(option), words))
                                .stream())
                        .toList());
    }

    /** Whether a keyboard of digits will do. */
    public boolean hasDigitsOnly() {
        return min >= 0;
    }

    /** Whether the anchors can stand below the line, each at its place. */
    public boolean isSpread() {
        int spaces = anchors.size() - 1;
        return slider
                && IntStream.rangeClosed(0, spaces)
                        .allMatch(place -> Math.abs((double) (anchors.get(place).value() - min) / (max - min)
                                        - (double) place / spaces)
                                <= ASIDE);
    }

    /** Where the slider stands before it is moved. */
    public int middle() {
        return min + (max - min) / step / 2 * step;
    }

    static String kind(ResponseScale scale) {
        return scale.step() == 1 ? NUMBER : "steps";
    }
}

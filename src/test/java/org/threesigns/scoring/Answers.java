package org.threesigns.scoring;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Scale;

/** Answers to an instrument, as a test needs them. Nothing is answered at first. */
record Answers(Instrument instrument, Responses responses) {

    static Answers none(Instrument instrument) {
        return new Answers(instrument, Responses.allSkipped(instrument.items().size()));
    }

    /** Every item answered with the option that this gives for it. */
    static Answers all(Instrument instrument, ToIntFunction<Item> option) {
        var answers = none(instrument);
        for (Item item : instrument.items()) {
            answers = answers.option(item, option.applyAsInt(item));
        }
        return answers;
    }

    /** Everything answered so that it counts as low as it can. */
    static Answers lowest(Instrument instrument) {
        return all(instrument, item -> item.keying() == Keying.FORWARD ? 0 : last(instrument));
    }

    /** Everything answered so that it counts as high as it can. */
    static Answers highest(Instrument instrument) {
        return all(instrument, item -> item.keying() == Keying.FORWARD ? last(instrument) : 0);
    }

    /** Answered at random, with some skips. */
    static Answers any(Instrument instrument, Random random) {
        var answers = none(instrument);
        for (Item item : instrument.items()) {
            answers = random.nextInt(5) == 0 ? answers : answers.option(item, random.nextInt(last(instrument) + 1));
        }
        return answers;
    }

    static int last(Instrument instrument) {
        return instrument.responseScales().get(0).options().size() - 1;
    }

    Answers option(Item item, int option) {
        return new Answers(instrument, responses.with(item, option));
    }

    Answers skip(Item item) {
        var changed = new StringBuilder(responses.encoded());
        changed.setCharAt(item.index(), '-');
        return new Answers(instrument, new Responses(changed.toString()));
    }

    /** This item answered so that its item score is this one. */
    Answers scoring(String itemId, int itemScore) {
        Item item = instrument.item(itemId).orElseThrow();
        int option = 0;
        while (item.score(option) != itemScore) {
            option++;
        }
        return option(item, option);
    }

    /** As many items of the scale answered, from its first on, so that their item scores have this sum. */
    Answers sum(Scale scale, int answered, int sum) {
        var answers = this;
        List<Item> items = scale.items().subList(0, answered);
        int left = sum;
        for (int item = 0; item < answered; item++) {
            int itemScore = left / (answered - item);
            answers = answers.scoring(items.get(item).id(), itemScore);
            left -= itemScore;
        }
        return answers;
    }

    ScoreProfile score() {
        return Scorer.score(instrument, responses);
    }

    ScaleScore on(Scale scale) {
        return score().on(scale);
    }
}

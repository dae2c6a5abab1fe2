package org.threesigns.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.Strand;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;

/**
 * The facts of somebody's own answers.
 *
 * @param score the score of the scale that the words are about; empty for words about several
 */
record GivenAnswers(Instrument instrument, Responses responses, Optional<ScaleScore> score) implements AnswerFacts {

    @Override
    public Level level(Strand strand) {
        OptionalInt highest = highest(strand);
        return highest.isPresent() ? Level.of(highest.getAsInt(), range()) : Level.SKIPPED;
    }

    @Override
    public boolean isUneven(Strand strand) {
        OptionalInt highest = highest(strand);
        return highest.isPresent() && isFarAbove(highest.getAsInt());
    }

    @Override
    public Optional<ScoreBand> band() {
        return score.orElseThrow().band();
    }

    /** The items of this strand that were answered high – where it is uneven, only those far above – highest first. */
    List<Item> outstanding(Strand strand, boolean farAbove) {
        var high = new ArrayList<Item>();
        for (int score = range().highest(); isHigh(score); score--) {
            for (Item item : strand.items()) {
                OptionalInt given = responses.itemScore(item);
                if (given.isPresent() && given.getAsInt() == score && (!farAbove || isFarAbove(score))) {
                    high.add(item);
                }
            }
        }
        return high;
    }

    private boolean isHigh(int itemScore) {
        return Level.of(itemScore, range()) == Level.HIGH;
    }

    private boolean isFarAbove(int itemScore) {
        ScaleScore scale = score.orElseThrow();
        return AnswerFacts.isFarAbove(itemScore, scale.sum(), scale.answered(), range().width());
    }

    /** That of all items, as guidance needs items with the same values. */
    private ResponseScale range() {
        return instrument.responseScales().get(0);
    }

    private OptionalInt highest(Strand strand) {
        OptionalInt highest = OptionalInt.empty();
        for (Item item : strand.items()) {
            OptionalInt given = responses.itemScore(item);
            if (given.isPresent() && (highest.isEmpty() || given.getAsInt() > highest.getAsInt())) {
                highest = given;
            }
        }
        return highest;
    }
}

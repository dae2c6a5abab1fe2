package org.threesigns.guidance;

import static java.util.Comparator.comparing;

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
        return strand.items().stream()
                .filter(item -> Level.of(responses, item) == Level.HIGH && (!farAbove || isFarAbove(itemScore(item))))
                .sorted(comparing(item -> -itemScore(item)))
                .toList();
    }

    private int itemScore(Item item) {
        return responses.itemScore(item).orElseThrow();
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
        return strand.items().stream()
                .map(responses::itemScore)
                .flatMapToInt(OptionalInt::stream)
                .max();
    }
}

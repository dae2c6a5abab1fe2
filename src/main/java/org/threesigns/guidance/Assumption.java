package org.threesigns.guidance;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.Strand;

/**
 * What a text takes for granted of somebody's answers. It is shown only where all of this holds.
 *
 * @param bands the bands that the score may have; none named: any
 * @param levels the levels that the highest answer of a strand may have
 * @param uneven the strands that have to be uneven ({@code true}) or must not be
 */
record Assumption(Set<String> bands, Map<Strand, Set<Level>> levels, Map<Strand, Boolean> uneven) {

    /** Of a text that fits any answers. */
    static final Assumption NOTHING = new Assumption(Set.of(), Map.of(), Map.of());

    Assumption {
        bands = Set.copyOf(bands);
        levels = Map.copyOf(levels);
        uneven = Map.copyOf(uneven);
    }

    boolean holds(AnswerFacts facts) {
        if (!bands.isEmpty()
                && facts.band().map(ScoreBand::id).filter(bands::contains).isEmpty()) {
            return false;
        }
        for (var level : levels.entrySet()) {
            if (!level.getValue().contains(facts.level(level.getKey()))) {
                return false;
            }
        }
        for (var strand : uneven.entrySet()) {
            if (facts.isUneven(strand.getKey()) != strand.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** Whether every answer that it holds for has a high one in this strand. */
    boolean isHigh(Strand strand) {
        return Set.of(Level.HIGH).equals(levels.get(strand));
    }

    boolean isUneven(Strand strand) {
        return Boolean.TRUE.equals(uneven.get(strand));
    }

    /** Every strand that it names. */
    Stream<Strand> strands() {
        return Stream.concat(levels.keySet().stream(), uneven.keySet().stream()).distinct();
    }
}

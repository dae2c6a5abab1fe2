package org.threesigns.guidance;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.Strand;

/**
 * Finds every pattern that answers on a scale can have, as far as some assumptions tell them apart. It goes from item to
 * item and keeps, for each way in which the strands can stand so far, only the lowest and the highest sum; so the work grows
 * with the number of items, not with that of the answer sheets.
 */
class AnswerPatterns {

    /** More strands would take long to go through. */
    static final int MOST_STRANDS = 8;

    private static final int BITS = 6;
    private static final long MASK = (1 << BITS) - 1;

    private final ResponseScale range;
    private final int minimumAnswered;
    private final BiFunction<Integer, Integer, Optional<ScoreBand>> band;
    private final List<Strand> strands;

    /** Those of which more has to be known than the level of the highest answer. */
    private final Set<Strand> uneven;

    /** Every item score that there can be, lowest first. */
    private final List<Integer> itemScores;

    private Map<Reached, Sums> reached = Map.of(new Reached(0, 0), new Sums(0, 0));

    /** @param band that of a sum and the number of answers in it */
    private AnswerPatterns(
            Instrument instrument,
            List<Assumption> assumptions,
            int minimumAnswered,
            BiFunction<Integer, Integer, Optional<ScoreBand>> band) {
        this.range = range(instrument);
        this.minimumAnswered = minimumAnswered;
        this.band = band;
        this.strands =
                assumptions.stream().flatMap(Assumption::strands).distinct().toList();
        this.uneven = new LinkedHashSet<>();
        assumptions.forEach(assumption -> uneven.addAll(assumption.uneven().keySet()));
        this.itemScores = range.options().stream()
                .flatMap(option -> Stream.of(option.value(), range.lowest() + range.highest() - option.value()))
                .distinct()
                .sorted()
                .toList();
    }

    /** That of all items, as guidance needs items with the same values. */
    private static ResponseScale range(Instrument instrument) {
        return instrument.responseScales().get(0);
    }

    /** Every pattern with which this scale has a score, as far as these tell them apart. */
    static Set<Pattern> on(Scale scale, Instrument instrument, List<Assumption> assumptions) {
        return new AnswerPatterns(instrument, assumptions, scale.minimumAnswered(), scale::band).of(scale.items());
    }

    /** Every pattern that answers on several scales can have in the strands of these, which speak of no score. */
    static Set<Pattern> across(Instrument instrument, List<Assumption> assumptions) {
        List<Item> items = assumptions.stream()
                .flatMap(Assumption::strands)
                .flatMap(strand -> strand.items().stream())
                .distinct()
                .toList();
        return new AnswerPatterns(instrument, assumptions, 0, (sum, answered) -> Optional.empty()).of(items);
    }

    private Set<Pattern> of(List<Item> items) {
        items.forEach(this::answer);
        return scored();
    }

    /**
     * How the strands can stand after some of the items.
     *
     * @param code for each strand the place of its highest item score among all that there can be, from 1; 0 for none
     */
    private record Reached(long code, int answered) {}

    private record Sums(int lowest, int highest) {

        Sums plus(int itemScore) {
            return new Sums(lowest + itemScore, highest + itemScore);
        }

        Sums with(Sums other) {
            return new Sums(Math.min(lowest, other.lowest), Math.max(highest, other.highest));
        }
    }

    private void answer(Item item) {
        var next = new HashMap<>(reached); // as it is, because an item can be skipped
        for (int option = 0; option < item.responseScale().options().size(); option++) {
            int itemScore = item.score(option);
            int[] places = strands.stream()
                    .mapToInt(strand -> strand.items().contains(item) ? place(strand, itemScore) : 0)
                    .toArray();
            reached.forEach((state, sums) -> next.merge(
                    new Reached(raise(state.code(), places), state.answered() + 1), sums.plus(itemScore), Sums::with));
        }
        reached = next;
    }

    /** @param places where an answer puts each strand; 0 for a strand that the item is not in */
    private static long raise(long code, int[] places) {
        long raised = code;
        for (int strand = 0; strand < places.length; strand++) {
            int place = places[strand];
            if (place > place(code, strand)) {
                raised &= ~(MASK << (BITS * strand));
                raised |= (long) place << (BITS * strand);
            }
        }
        return raised;
    }

    private static int place(long code, int strand) {
        return (int) (code >> (BITS * strand) & MASK);
    }

    /** That of the item score; where only its level matters, that of the lowest one of the same level. */
    private int place(Strand strand, int itemScore) {
        Level level = Level.of(itemScore, range);
        return 1 + (uneven.contains(strand) ? itemScores.indexOf(itemScore) : firstOf(level));
    }

    private int firstOf(Level level) {
        int place = 0;
        while (Level.of(itemScores.get(place), range) != level) {
            place++;
        }
        return place;
    }

    private Set<Pattern> scored() {
        var patterns = new LinkedHashSet<Pattern>();
        reached.forEach((state, sums) -> {
            if (state.answered() >= minimumAnswered) {
                patterns.addAll(patterns(state, sums));
            }
        });
        return patterns;
    }

    /** One sum is mostly like the one before it. */
    private List<Pattern> patterns(Reached state, Sums sums) {
        Map<String, Level> levels = levels(state);
        var patterns = new ArrayList<Pattern>();
        for (int sum = sums.lowest(); sum <= sums.highest(); sum++) {
            var pattern = new Pattern(band.apply(sum, state.answered()), levels, farAbove(state, sum));
            if (patterns.isEmpty() || !patterns.get(patterns.size() - 1).equals(pattern)) {
                patterns.add(pattern);
            }
        }
        return patterns;
    }

    private Map<String, Level> levels(Reached state) {
        var levels = new LinkedHashMap<String, Level>();
        for (int strand = 0; strand < strands.size(); strand++) {
            int place = place(state.code(), strand);
            levels.put(
                    strands.get(strand).id(), place == 0 ? Level.SKIPPED : Level.of(itemScores.get(place - 1), range));
        }
        return levels;
    }

    private Set<String> farAbove(Reached state, int sum) {
        var farAbove = new LinkedHashSet<String>();
        for (Strand strand : uneven) {
            int place = place(state.code(), strands.indexOf(strand));
            if (place > 0 && AnswerFacts.isFarAbove(itemScores.get(place - 1), sum, state.answered(), range.width())) {
                farAbove.add(strand.id());
            }
        }
        return farAbove;
    }

    /** One of them, in the words of content files. */
    record Pattern(Optional<ScoreBand> band, Map<String, Level> levels, Set<String> uneven) implements AnswerFacts {

        @Override
        public Level level(Strand strand) {
            return levels.getOrDefault(strand.id(), Level.SKIPPED);
        }

        @Override
        public boolean isUneven(Strand strand) {
            return uneven.contains(strand.id());
        }

        @Override
        public String toString() {
            return "score: " + band.map(ScoreBand::id).orElse("without a name")
                    + levels.entrySet().stream()
                            .map(level -> ", " + level.getKey() + ": "
                                    + level.getValue().name().toLowerCase(Locale.ROOT))
                            .collect(joining())
                    + uneven.stream().map(", uneven: "::concat).collect(joining());
        }
    }
}

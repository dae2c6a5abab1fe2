package org.threesigns.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Support;
import org.threesigns.instrument.Wording;

/**
 * Every word of an instrument's guidance in one language, as its file has it.
 *
 * @param and the word before the last of several names
 * @param signs by scale: the texts of which the first that fits is shown
 * @param closing by unscored item
 */
record GuidanceText(
        Optional<SupportFirst> supportFirst,
        Optional<String> and,
        Map<String, List<SignText>> signs,
        Map<String, FacetText> facets,
        List<Loop> loops,
        Strengths strengths,
        Map<String, Advice> closing,
        Optional<Advice> closingForAll,
        Optional<PlanText> plan) {

    GuidanceText {
        signs = Map.copyOf(signs);
        facets = Map.copyOf(facets);
        loops = List.copyOf(loops);
        closing = Map.copyOf(closing);
    }

    /** The words for these answers on this scale; start-up has made sure that there are some. */
    SignText on(Scale scale, AnswerFacts answers) {
        for (SignText text : signs.getOrDefault(scale.id(), List.of())) {
            if (text.assumes().holds(answers)) {
                return text;
            }
        }
        throw new IllegalStateException("No text of " + scale.id() + " fits " + answers);
    }

    Optional<FacetText> facet(String facet) {
        return Optional.ofNullable(facets.get(facet));
    }

    /** The answers that put support first by themselves. */
    Optional<Assumption> supportAssumes() {
        return supportFirst.flatMap(SupportFirst::assumes);
    }

    /** Whether support comes first because of these answers, whatever the safety question got. */
    boolean putsSupportFirst(AnswerFacts answers) {
        return supportAssumes().filter(assumes -> assumes.holds(answers)).isPresent();
    }

    /**
     * What stands before everything else where support comes first.
     *
     * @param assumes the answers that put it first by themselves
     */
    record SupportFirst(Support.First lead, Optional<Assumption> assumes) {}

    /** A text that may read differently where the relationship is over. */
    record Words(String current, Optional<String> past) {

        String in(Wording wording) {
            return wording == Wording.PAST ? past.orElse(current) : current;
        }
    }

    /**
     * One thing to try, or to know.
     *
     * @param openness whether it asks for openness with the partner, or speaks well of it
     * @param doubtsAlarm whether it asks somebody to doubt their own alarm, or speaks well of that
     */
    record Advice(Words words, String claim, boolean openness, boolean doubtsAlarm) {

        /** Whether it fits people for whom support comes first. */
        boolean isForEverybody() {
            return !openness && !doubtsAlarm;
        }
    }

    record FacetText(Optional<Advice> tip, Optional<Advice> step) {}

    /** The plan's first and last week, and what stands above it. */
    record PlanText(String introduction, Advice first, Advice last) {}

    /** Every advice in it, for those who check them all. */
    List<Advice> everyAdvice() {
        var all = new ArrayList<Advice>();
        signs.values().stream()
                .flatMap(List::stream)
                .flatMap(text -> Stream.of(text.advice(), text.practice()))
                .flatMap(Optional::stream)
                .forEach(all::add);
        facets.values().forEach(facet -> {
            facet.tip().ifPresent(all::add);
            facet.step().ifPresent(all::add);
        });
        loops.forEach(loop -> all.add(loop.words()));
        all.addAll(strengths.items().values());
        all.addAll(closing.values());
        closingForAll.ifPresent(all::add);
        plan.ifPresent(weeks -> all.addAll(List.of(weeks.first(), weeks.last())));
        return List.copyOf(all);
    }
}

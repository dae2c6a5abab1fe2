package org.threesigns.guidance;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.threesigns.guidance.AnswerPatterns.Pattern;
import org.threesigns.instrument.ContentNode;

/**
 * Texts of which the first that fits is shown, checked against every pattern that answers can have.
 *
 * @param texts where they stand, in order
 * @param assumed what each assumes
 */
record FirstThatFits(List<ContentNode> texts, List<Assumption> assumed) {

    /**
     * Refuses a text that can never show.
     *
     * @return a pattern that no text fits, if there is one
     */
    Optional<Pattern> check(Supplier<Set<Pattern>> patterns) {
        if (assumed.stream().flatMap(Assumption::strands).distinct().count() > AnswerPatterns.MOST_STRANDS) {
            throw texts.get(0)
                    .problem(
                            "From here on, the texts tell apart more than %s strands or facets."
                                    .formatted(AnswerPatterns.MOST_STRANDS),
                            "Name fewer under 'assumes'.");
        }
        Optional<Pattern> unfit = Optional.empty();
        var shown = new HashSet<Integer>();
        for (Pattern pattern : patterns.get()) {
            OptionalInt first = first(pattern);
            if (first.isPresent()) {
                shown.add(first.getAsInt());
            } else if (unfit.isEmpty()) {
                unfit = Optional.of(pattern);
            }
        }
        IntStream.range(0, texts.size())
                .filter(text -> !shown.contains(text))
                .mapToObj(texts::get)
                .findFirst()
                .ifPresent(text -> {
                    throw text.problem(
                            "This can never show: no answers are like that, or an earlier text takes them all.",
                            "Correct its 'assumes', move it up, or remove it.");
                });
        return unfit;
    }

    private OptionalInt first(AnswerFacts answers) {
        return IntStream.range(0, assumed.size())
                .filter(text -> assumed.get(text).holds(answers))
                .findFirst();
    }
}

package org.threesigns.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threesigns.guidance.SignGuidance;
import org.threesigns.guidance.Tip;
import org.threesigns.statistics.PercentileRank;

/**
 * A sign with what is to be said about it.
 *
 * @param reasons why this score: the answers that weigh most
 * @param rank where it stands among the people who answered here, once they are enough
 * @param practice the one thing to try; none where it has no score, or the instrument no guidance
 * @param ideas more to try
 */
record SignSection(
        SignView sign,
        Beginning beginning,
        List<AnswerView> reasons,
        Optional<PercentileRank> rank,
        List<ForMedium<Practice>> practice,
        List<ForMedium<List<Suggestion>>> ideas) {

    static SignSection of(
            SignView sign,
            List<AnswerView> reasons,
            Optional<PercentileRank> rank,
            Optional<SignGuidance> screen,
            Optional<SignGuidance> paper) {
        return new SignSection(
                sign,
                new Beginning(sign, screen.map(SignGuidance::explanation)),
                sign.score().isPresent() ? reasons : List.of(),
                rank,
                ForMedium.of(screen.flatMap(Practice::of), paper.flatMap(Practice::of)),
                ForMedium.of(Suggestion.of(screen), Suggestion.of(paper)));
    }

    public boolean reasoned() {
        return !reasons.isEmpty();
    }

    /** A sign as its part of the page begins, with its score in words. */
    record Beginning(SignView sign, Optional<String> explanation) {}

    /** The one thing to try, and how to notice that it helped. */
    record Practice(Tip tip, Optional<String> notice) {

        static Optional<Practice> of(SignGuidance words) {
            return words.practice().map(tip -> new Practice(tip, words.notice()));
        }
    }

    /** @param sourced whether the idea behind it is written out: once in a part of the page, then it is only linked */
    record Suggestion(Tip tip, boolean sourced) {

        static List<Suggestion> of(Optional<SignGuidance> words) {
            return words.map(some -> of(some.tips())).orElse(List.of());
        }

        static List<Suggestion> of(List<Tip> tips) {
            Set<String> told = new HashSet<>();
            var suggestions = new ArrayList<Suggestion>();
            tips.forEach(tip -> suggestions.add(new Suggestion(tip, told.add(tip.claim()))));
            return suggestions;
        }
    }
}

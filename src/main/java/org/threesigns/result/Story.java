package org.threesigns.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threesigns.guidance.SignGuidance;
import org.threesigns.guidance.Tip;
import org.threesigns.statistics.PercentileRank;

/**
 * A sign with what is to be said about it.
 *
 * @param reasons why this score: the answers that weigh most
 * @param rank where it stands among the people who answered here, once they are enough
 * @param advice what to try, on the screen and then on paper where that differs; none where it has no score, or the
 *     instrument no guidance
 */
record Story(
        SignView sign,
        Beginning beginning,
        List<AnswerView> reasons,
        Optional<PercentileRank> rank,
        List<Advice> advice) {

    static Story of(
            SignView sign,
            List<AnswerView> reasons,
            Optional<PercentileRank> rank,
            Optional<SignGuidance> screen,
            Optional<SignGuidance> paper) {
        return new Story(
                sign,
                new Beginning(sign, screen.map(SignGuidance::explanation)),
                sign.score().isPresent() ? reasons : List.of(),
                rank,
                Advice.of(screen, paper));
    }

    /** Which words stand before the reasons; part of a message's key. None where the sign has no score. */
    public Optional<String> why() {
        return sign.score().map(score -> reasons.isEmpty() ? "none" : "text");
    }

    public boolean reasoned() {
        return !reasons.isEmpty();
    }

    /** A sign as its part of the page begins, with its score in words. */
    record Beginning(SignView sign, Optional<String> explanation) {}

    /**
     * What to try.
     *
     * @param kind a class that keeps it to the screen or to paper; empty where it stands on both
     * @param ideas more to try
     */
    record Advice(Optional<String> kind, Optional<Practice> practice, List<Suggestion> ideas) {

        static List<Advice> of(Optional<SignGuidance> screen, Optional<SignGuidance> paper) {
            return screen.equals(paper)
                    ? as(Optional.empty(), screen).toList()
                    : Stream.concat(as(Optional.of("no-print"), screen), as(Optional.of("on-paper"), paper))
                            .toList();
        }

        private static Stream<Advice> as(Optional<String> kind, Optional<SignGuidance> words) {
            return words.stream()
                    .map(some -> new Advice(
                            kind,
                            some.practice().map(tip -> new Practice(tip, some.notice())),
                            Suggestion.of(some.practice(), some.tips())));
        }
    }

    /** The one thing to try, and how to notice that it helped. */
    record Practice(Tip tip, Optional<String> notice) {}

    /** @param sourced whether the idea behind it is written out: once in a part of the page, then it is only linked */
    record Suggestion(Tip tip, boolean sourced) {

        /** @param before what stands before them */
        static List<Suggestion> of(Optional<Tip> before, List<Tip> tips) {
            Set<String> told = new HashSet<>();
            before.map(Tip::claim).ifPresent(told::add);
            var suggestions = new ArrayList<Suggestion>();
            tips.forEach(tip -> suggestions.add(new Suggestion(tip, told.add(tip.claim()))));
            return suggestions;
        }
    }
}

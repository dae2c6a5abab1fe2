package org.threesigns.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.ReliabilityAnalysis;

/**
 * What the figures say and do not say, for those who do not read statistics: up to three sentences, each chosen by a rule, and
 * left out where none is true.
 */
final class QuietSummary {

    private final List<ScaleView> scales;
    private final long results;

    QuietSummary(List<ScaleView> scales, long results) {
        this.scales = scales;
        this.results = results;
    }

    List<String> sentences() {
        return Stream.of(Optional.of(people()), scores(), consistency())
                .flatMap(Optional::stream)
                .toList();
    }

    private String people() {
        return "These figures are about %s results of people who chose to answer here; they cannot say how common anything is among others."
                .formatted(FigureFormat.count(results));
    }

    /** Which scale has the highest mean, if that is more than chance; else what can be said of one. */
    private Optional<String> scores() {
        List<ScaleView> known = scales.stream()
                .filter(scale -> scale.statistics().meanInterval().isPresent())
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                known.size() == scales.size() && scales.size() > 1 && areScoredAlike()
                        ? highest()
                        : mean(known.get(0)));
    }

    private boolean areScoredAlike() {
        return scales.stream()
                        .map(scale -> scale.statistics().scale())
                        .map(scale -> List.of(scale.method(), scale.range()))
                        .distinct()
                        .count()
                == 1;
    }

    private String highest() {
        ScaleView top = scales.stream()
                .max(Comparator.comparing(scale -> scale.statistics().mean().get()))
                .orElseThrow();
        List<String> close = scales.stream()
                .filter(scale -> interval(scale).high() >= interval(top).low())
                .map(ScaleView::name)
                .toList();
        if (close.size() == 1) {
            return "On average, scores are highest on %s: %s on a scale from %s."
                    .formatted(top.name(), FigureFormat.two(top.statistics().mean()), top.range());
        }
        return close.size() == scales.size()
                ? "On average, scores are so close to each other that none of the scales can be called the highest."
                : "On average, scores are highest on %s, which are too close to each other to call one the highest."
                        .formatted(listed(close));
    }

    private static Interval interval(ScaleView scale) {
        return scale.statistics().meanInterval().orElseThrow();
    }

    private static String mean(ScaleView scale) {
        return "On average, the score on %s is %s on a scale from %s; the mean of all such people may be anywhere from %s."
                .formatted(
                        scale.name(),
                        FigureFormat.two(scale.statistics().mean()),
                        scale.range(),
                        FigureFormat.interval(interval(scale)));
    }

    /** What the answers to the items of each scale have to do with each other. */
    private Optional<String> consistency() {
        List<ScaleView> several = scales.stream()
                .filter(scale -> scale.statistics().scale().items().size() > 1)
                .toList();
        if (several.isEmpty()) {
            return Optional.empty();
        }
        if (several.stream().allMatch(scale -> scale.reliability().n() < ReliabilityAnalysis.FEWEST)) {
            return Optional.of(
                    "How well the questions work together cannot be said before %s results have an answer to every question of a scale."
                            .formatted(ReliabilityAnalysis.FEWEST));
        }
        return agreement(several);
    }

    private static Optional<String> agreement(List<ScaleView> several) {
        List<String> weak = several.stream()
                .filter(scale -> hasAlpha(scale, alpha -> alpha < ReliabilityWords.UNSTEADY))
                .map(ScaleView::name)
                .toList();
        if (!weak.isEmpty()) {
            return Optional.of("On %s, the answers to the questions agree too little with each other to say much."
                    .formatted(listed(weak)));
        }
        return several.stream().allMatch(scale -> hasAlpha(scale, alpha -> alpha >= ReliabilityWords.ROUGH))
                ? Optional.of(
                        "The answers to the questions agree well enough to compare groups of people; the score of one person is less sure.")
                : Optional.empty();
    }

    private static boolean hasAlpha(ScaleView scale, DoublePredicate condition) {
        var alpha = scale.reliability().alpha();
        return alpha.isKnown() && condition.test(alpha.get());
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}

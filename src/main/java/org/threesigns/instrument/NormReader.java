package org.threesigns.instrument;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.threesigns.instrument.Norm.Moments;
import org.threesigns.instrument.Norm.Percentile;

/** Reads what publications say of how people scored on a scale. */
final class NormReader {

    private static final Set<String> KEYS = Set.of("id", "n", "mean", "sd", "percentiles", "source", "url");
    private static final int MOST = 12;
    private static final int MOST_PERCENTILES = 100;
    private static final int MOST_PEOPLE = 1_000_000_000;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Supplier<ScoreRange> range;
    private final Set<String> taken = new HashSet<>();

    private NormReader(Supplier<ScoreRange> range) {
        this.range = range;
    }

    /** @param range of the scale's scores; where it is broken, that is thrown again */
    static List<Norm> read(ContentNode scale, Supplier<ScoreRange> range) {
        Optional<ContentNode> norms = scale.find("norms");
        norms.ifPresent(list -> requireSome(list, "norms", MOST));
        var reader = new NormReader(range);
        return norms.map(list -> Problems.readEach(list.list(), reader::read)).orElse(List.of());
    }

    private static void requireSome(ContentNode list, String what, int most) {
        int size = list.list().size();
        if (size == 0 || size > most) {
            throw list.problem(
                    "There are %s %s.".formatted(size, what), "Give 1 to %s, or leave '%s' out.".formatted(most, what));
        }
    }

    private Norm read(ContentNode node) {
        var problems = new Problems();
        problems.check(() -> node.allowOnly(KEYS));
        Supplier<String> id = problems.read(() -> node.get("id").keyNotIn(taken));
        Supplier<Integer> n = problems.read(() -> node.get("n").wholeNumber(1, MOST_PEOPLE));
        Supplier<Optional<Moments>> moments = problems.read(() -> readMoments(node));
        Supplier<List<Percentile>> percentiles = problems.read(
                () -> node.find("percentiles").map(this::readPercentiles).orElse(List.of()));
        Supplier<String> source = problems.read(() -> node.get("source").text());
        Supplier<Optional<URI>> url = problems.read(() -> node.find("url").map(address -> address.webAddress("https")));
        problems.throwIfAny();
        if (moments.get().isEmpty() && percentiles.get().isEmpty()) {
            throw node.problem("The norm has no figures.", "Give 'mean' and 'sd', or 'percentiles'.");
        }
        return new Norm(id.get(), n.get(), moments.get(), percentiles.get(), source.get(), url.get());
    }

    private Optional<Moments> readMoments(ContentNode node) {
        if (node.find("mean").isEmpty() && node.find("sd").isEmpty()) {
            return Optional.empty();
        }
        var problems = new Problems();
        Supplier<BigDecimal> mean = problems.read(() -> score(node.get("mean")));
        Supplier<BigDecimal> sd = problems.read(() -> node.get("sd").decimalNotNegative());
        problems.throwIfAny();
        return Optional.of(new Moments(mean.get(), sd.get()));
    }

    private BigDecimal score(ContentNode node) {
        BigDecimal score = node.decimal();
        ScoreRange scores = range.get();
        if (!scores.holds(score)) {
            throw node.problem(
                    "%s is no score of this scale.".formatted(node.text()),
                    "Scores go from %s to %s; a norm is of the score after its transform."
                            .formatted(scores.lowest(), scores.highest()));
        }
        return score;
    }

    private List<Percentile> readPercentiles(ContentNode list) {
        requireSome(list, "percentiles", MOST_PERCENTILES);
        var read = new ArrayList<Percentile>();
        for (ContentNode node : list.list()) {
            node.allowOnly(Set.of("score", "lower"));
            var next = new Percentile(score(node.get("score")), share(node.get("lower")));
            if (!read.isEmpty()) {
                requireToRise(read.get(read.size() - 1), next, node);
            }
            read.add(next);
        }
        return read;
    }

    private static BigDecimal share(ContentNode node) {
        BigDecimal share = node.decimalNotNegative();
        if (share.compareTo(ALL) > 0) {
            throw node.problem("%s is above 100.".formatted(node.text()), "Write how many of every 100 scored lower.");
        }
        return share;
    }

    private static void requireToRise(Percentile before, Percentile next, ContentNode node) {
        if (next.score().compareTo(before.score()) <= 0) {
            throw node.get("score").problem("The scores do not rise.", "Order them, the lowest first and each once.");
        }
        if (next.lower().compareTo(before.lower()) < 0) {
            throw node.get("lower")
                    .problem(
                            "Fewer people scored lower than this than lower than the score above it.",
                            "Correct one of the two: 'lower' never falls.");
        }
    }
}

package org.threesigns.instrument;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the scales of an instrument, whose items have been read before. */
class ScaleReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "score",
            "transform",
            "minimum-answered",
            "bands",
            "labels",
            "labels-source",
            "norms",
            "close-to-cut",
            "assumed-sem",
            "facets",
            "strands");

    static final int MOST_POINTS = 100_000;

    private final Function<String, List<KeyedItem>> keyOf;

    /** @param keyOf the items of a scale, by its key */
    ScaleReader(Function<String, List<KeyedItem>> keyOf) {
        this.keyOf = keyOf;
    }

    /** How the answers become the score. */
    private record Scoring(
            ScoringMethod method, Transform transform, List<KeyedItem> key, int minimumAnswered, ScoreRange range) {}

    /** The scale that this node describes. */
    Scale read(String id, ContentNode node) {
        var problems = new Problems();
        problems.check(() -> node.allowOnly(KEYS));
        var items = problems.read(() -> readItems(id, node));
        var scoring = problems.read(() -> readScoring(node, items));
        problems.check(() -> BandReader.requireOneKind(node));
        var bands = problems.read(() -> readBands(node, scoring));
        var source = problems.read(() -> readLabelsSource(node));
        var norms =
                problems.read(() -> NormReader.read(node, () -> scoring.get().range()));
        var closeToCut = problems.read(() -> readCloseToCut(node, scoring.get().key()));
        var assumedSem = problems.read(() -> pointsAt(node, "assumed-sem"));
        var facets = problems.read(() -> facets(node));
        var strands = problems.read(() -> readStrands(node, facets.get(), items.get()));
        problems.throwIfAny();
        return new Scale(
                id,
                scoring.get().method(),
                scoring.get().transform(),
                scoring.get().key(),
                scoring.get().minimumAnswered(),
                scoring.get().range(),
                bands.get(),
                source.get(),
                norms.get(),
                closeToCut.get(),
                assumedSem.get(),
                facets.get(),
                strands.get());
    }

    private static Scoring readScoring(ContentNode node, Supplier<List<KeyedItem>> items) {
        var problems = new Problems();
        var method = problems.read(() -> node.oneOf("score", ScoringMethod.MEAN));
        var key = problems.read(() -> ScoringKeyReader.read(node, method.get(), items.get()));
        var minimumAnswered =
                problems.read(() -> readMinimumAnswered(node, items.get().size()));
        var transform = problems.read(
                () -> node.find("transform").map(TransformReader::read).orElse(Transform.NONE));
        problems.throwIfAny();
        var range = withinPoints(node, () -> ScoreRange.of(method.get(), key.get(), transform.get()));
        return new Scoring(method.get(), transform.get(), key.get(), minimumAnswered.get(), range);
    }

    private static int readMinimumAnswered(ContentNode scale, int items) {
        return scale.find("minimum-answered")
                .map(number -> number.wholeNumber(1, items))
                .orElse(1);
    }

    private static List<ScoreBand> readBands(ContentNode scale, Supplier<Scoring> scoring) {
        return scale.find("labels")
                .map(BandReader::labels)
                .orElseGet(() -> BandReader.bands(scale, withinPoints(scale, () -> allScores(scoring.get()))));
    }

    private static Optional<String> readLabelsSource(ContentNode scale) {
        return scale.find("labels").map(labels -> scale.get("labels-source").text());
    }

    private static ScoreRange allScores(Scoring scoring) {
        return ScoreRange.ofAllScores(scoring.method(), scoring.key(), scoring.minimumAnswered(), scoring.transform());
    }

    private List<KeyedItem> readItems(String id, ContentNode node) {
        List<KeyedItem> key = keyOf.apply(id);
        if (key.isEmpty()) {
            throw node.problem("The scale '%s' has no items.".formatted(id), "Give items 'scale: %s'.".formatted(id));
        }
        return key;
    }

    private static Optional<BigDecimal> pointsAt(ContentNode scale, String key) {
        return scale.find(key).map(ContentNode::decimalNotNegative);
    }

    private static Optional<BigDecimal> readCloseToCut(ContentNode scale, List<KeyedItem> key) {
        if (Scale.isWeighted(key)) {
            scale.find("close-to-cut").ifPresent(close -> {
                throw close.problem("It counts in points of a sum, and the items have weights.", "Remove it.");
            });
        }
        return pointsAt(scale, "close-to-cut");
    }

    private static ScoreRange withinPoints(ContentNode scale, Supplier<ScoreRange> scores) {
        ContentNode at = scale.find("transform").orElse(scale);
        ScoreRange range;
        try {
            range = scores.get();
        } catch (ArithmeticException e) {
            throw at.problem("The scores would be too large.", "Stay within %s points.".formatted(MOST_POINTS));
        }
        if (range.lowest() < -MOST_POINTS || range.highest() > MOST_POINTS) {
            throw at.problem(
                    "The scores would go from %s to %s.".formatted(range.lowest(), range.highest()),
                    "Stay within %s points.".formatted(MOST_POINTS));
        }
        return range;
    }

    /** The facets that a scale names. */
    static List<String> facets(ContentNode scale) {
        return scale.find("facets").map(ContentNode::distinctKeys).orElse(List.of());
    }

    private static List<Strand> readStrands(ContentNode scale, List<String> facets, List<KeyedItem> key) {
        var taken = new HashSet<>(facets);
        List<Item> items = key.stream().map(KeyedItem::item).toList();
        return Problems.readEach(
                scale.find("strands").map(ContentNode::list).orElse(List.of()), node -> readStrand(node, taken, items));
    }

    /** @param taken the keys of facets and other strands, as words name both alike */
    private static Strand readStrand(ContentNode node, Set<String> taken, List<Item> scaleItems) {
        node.allowOnly(Set.of("id", "items"));
        List<String> ids = node.get("items").distinctTexts();
        Set<String> known = scaleItems.stream().map(Item::id).collect(toSet());
        Problems.checkEach(node.get("items").list(), id -> id.known("item of this scale", known));
        if (ids.isEmpty()) {
            throw node.get("items").problem("The strand has no items.", "Name items, or remove the strand.");
        }
        return new Strand(
                node.get("id").keyNotIn(taken),
                scaleItems.stream().filter(item -> ids.contains(item.id())).toList());
    }
}

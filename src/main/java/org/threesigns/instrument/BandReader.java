package org.threesigns.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the words for the scores of a scale: bands of the instrument's own, or labels of a publication. */
final class BandReader {

    private BandReader() {}

    static void requireOneKind(ContentNode scale) {
        boolean labels = scale.find("labels").isPresent();
        if (labels && scale.find("bands").isPresent()) {
            throw scale.get("labels").problem("The scale has bands, too.", "Remove one of the two.");
        }
        scale.find("close-to-cut").filter(close -> labels).ifPresent(close -> {
            throw close.problem(
                    "Labels have no cuts, because scores between two of them have no name.",
                    "Remove it, or give bands.");
        });
        scale.find("close-to-cut")
                .filter(close -> scale.find("transform").isPresent())
                .ifPresent(close -> {
                    throw close.problem("It counts in points of a sum, and the score is transformed.", "Remove it.");
                });
        scale.find("labels-source").filter(source -> !labels).ifPresent(source -> {
            throw source.problem("The scale has no labels.", "Add 'labels: …', or remove this.");
        });
    }

    /** Bands cover the range of the scores from end to end: each begins where the one before ends. */
    static List<ScoreBand> bands(ContentNode scale, ScoreRange range) {
        Optional<ContentNode> bands = scale.find("bands");
        var read = new ArrayList<ScoreBand>();
        var keys = new HashSet<String>();
        BigDecimal end = BigDecimal.valueOf(range.lowest());
        List<ContentNode> nodes = bands.map(ContentNode::list).orElse(List.of());
        for (var node : nodes) {
            requireToBegin(node, end);
            ScoreBand band = readBand(node, keys, read.size() == nodes.size() - 1);
            if (band.to().compareTo(band.from()) <= 0) {
                throw node.get("to").problem("The band ends before it begins.", "Let 'to' be above 'from'.");
            }
            read.add(band);
            end = band.to();
        }
        if (bands.isPresent() && end.compareTo(BigDecimal.valueOf(range.highest())) != 0) {
            throw bands.get()
                    .problem(
                            "The bands end at %s, but scores can reach %s.".formatted(end, range.highest()),
                            "Let the last one end at %s.".formatted(range.highest()));
        }
        return read;
    }

    private static void requireToBegin(ContentNode band, BigDecimal end) {
        BigDecimal from = band.get("from").decimal();
        if (from.compareTo(end) != 0) {
            throw band.get("from")
                    .problem(
                            "The bands %s between %s and %s."
                                    .formatted(
                                            from.compareTo(end) > 0 ? "leave a gap" : "overlap",
                                            from.min(end),
                                            from.max(end)),
                            "Let this one begin at %s.".formatted(end));
        }
    }

    /** Labels are as they were published: each holds both of its limits, and scores between two have none. */
    static List<ScoreBand> labels(ContentNode node) {
        var keys = new HashSet<String>();
        var read = new ArrayList<ScoreBand>();
        for (var label : node.list()) {
            ScoreBand next = readBand(label, keys, true);
            if (next.to().compareTo(next.from()) < 0) {
                throw label.get("to").problem("The label ends before it begins.", "Let 'to' be 'from' or more.");
            }
            if (!read.isEmpty()
                    && next.from().compareTo(read.get(read.size() - 1).to()) < 0) {
                throw label.get("from")
                        .problem("The label begins before the one above it ends.", "Order the labels, lowest first.");
            }
            read.add(next);
        }
        return read;
    }

    private static ScoreBand readBand(ContentNode node, Set<String> taken, boolean inclusive) {
        node.allowOnly(Set.of("id", "from", "to"));
        return new ScoreBand(
                node.get("id").keyNotIn(taken),
                node.get("from").decimal(),
                node.get("to").decimal(),
                inclusive);
    }
}

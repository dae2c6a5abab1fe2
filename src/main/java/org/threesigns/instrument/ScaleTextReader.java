package org.threesigns.instrument;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.threesigns.instrument.InstrumentText.ScaleText;

/** Reads the words about the scales of an instrument in one language. */
final class ScaleTextReader {

    private ScaleTextReader() {}

    static Map<String, ScaleText> read(ContentNode file, List<Scale> scales) {
        return InstrumentTextReader.section(file, "scales", scales, Scale::id, ScaleTextReader::read);
    }

    private static ScaleText read(Scale scale, ContentNode node) {
        String key = scale.bandsSource().isPresent() ? "labels" : "bands";
        var problems = new Problems();
        problems.check(() -> node.allowOnly(Set.of("name", "meaning", key, "norms", "strands")));
        Supplier<String> name = problems.read(() -> node.get("name").text());
        Supplier<Optional<String>> meaning =
                problems.read(() -> node.find("meaning").map(ContentNode::text));
        Supplier<Map<String, String>> bands = problems.read(() -> InstrumentTextReader.texts(
                node, key, scale.bands().stream().map(ScoreBand::id).toList()));
        Supplier<Map<String, String>> norms = problems.read(() -> InstrumentTextReader.texts(
                node, "norms", scale.norms().stream().map(Norm::id).toList()));
        Supplier<Map<String, String>> strands = problems.read(() ->
                node.find("strands").map(named -> namesOfStrands(scale, named)).orElse(Map.of()));
        problems.throwIfAny();
        return new ScaleText(name.get(), meaning.get(), bands.get(), norms.get(), strands.get());
    }

    /** Those that are named are shown apart, so no item may be in two of them. */
    private static Map<String, String> namesOfStrands(Scale scale, ContentNode node) {
        node.allowOnly(scale.strands().stream().map(Strand::id).collect(toSet()));
        var named = new LinkedHashMap<String, String>();
        var taken = new HashSet<Item>();
        for (Strand strand : scale.strands()) {
            node.find(strand.id()).ifPresent(name -> {
                if (strand.items().stream().anyMatch(item -> !taken.add(item))) {
                    throw name.problem("Another strand with a name has some of its items.", "Name one of the two.");
                }
                named.put(strand.id(), name.text());
            });
        }
        return named;
    }
}

package org.threesigns.guidance;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.Strand;

/**
 * Reads what texts assume. {@code assumes: {score: [rarely, sometimes], giving-way: high, even: holding-on}} names bands
 * under {@code score}, strands or facets by themselves with one level or several, and those that have to be
 * {@code even} or {@code uneven}.
 */
class AssumptionReader {

    private static final String SCORE = "score";
    private static final String EVEN = "even";
    private static final String UNEVEN = "uneven";

    private final Set<String> bands;
    private final Map<String, Strand> strands;

    private AssumptionReader(Set<String> bands, Stream<Strand> strands) {
        this.bands = bands;
        this.strands =
                strands.collect(toMap(Strand::id, strand -> strand, AssumptionReader::together, LinkedHashMap::new));
    }

    /** A facet or strand of one name on several scales stands for the items of all of them. */
    private static Strand together(Strand one, Strand other) {
        return new Strand(
                one.id(),
                Stream.of(one, other)
                        .flatMap(strand -> strand.items().stream())
                        .distinct()
                        .sorted(comparing(Item::index))
                        .toList());
    }

    /** For texts about this scale. */
    static AssumptionReader of(Scale scale) {
        return new AssumptionReader(
                Set.copyOf(scale.bands().stream().map(ScoreBand::id).toList()), scale.allStrands());
    }

    /** For texts about answers on any scale. They can name no score, and so nothing that is uneven. */
    static AssumptionReader of(Instrument instrument) {
        return new AssumptionReader(Set.of(), instrument.scales().stream().flatMap(Scale::allStrands));
    }

    Optional<Strand> strand(String id) {
        return Optional.ofNullable(strands.get(id));
    }

    /** What stands under {@code assumes}; nothing where it is not there. */
    Assumption read(ContentNode text) {
        return text.find("assumes").map(this::readConditions).orElse(Assumption.NOTHING);
    }

    private Assumption readConditions(ContentNode node) {
        var known = new HashSet<>(strands.keySet());
        if (!bands.isEmpty()) {
            known.addAll(Set.of(SCORE, EVEN, UNEVEN));
        }
        node.allowOnly(known);
        var levels = new HashMap<Strand, Set<Level>>();
        var uneven = new HashMap<Strand, Boolean>();
        node.entries().forEach((key, value) -> {
            switch (key) {
                case SCORE -> values(value).forEach(band -> band.known("band", bands));
                case EVEN -> values(value).forEach(strand -> uneven.put(find(strand), false));
                case UNEVEN -> values(value).forEach(strand -> uneven.put(find(strand), true));
                default -> strand(key).ifPresent(strand -> levels.put(strand, readLevels(value)));
            }
        });
        return new Assumption(
                node.find(SCORE).stream()
                        .flatMap(score -> values(score).stream())
                        .map(ContentNode::text)
                        .collect(toSet()),
                levels,
                uneven);
    }

    private static Set<Level> readLevels(ContentNode node) {
        var levels = EnumSet.noneOf(Level.class);
        values(node).forEach(level -> levels.add(level.oneOf(Level.class)));
        return levels;
    }

    private Strand find(ContentNode reference) {
        return reference.lookUp("strand or facet", strands);
    }

    /** One value, or a list of them. */
    private static List<ContentNode> values(ContentNode node) {
        return node.isText() ? List.of(node) : node.list();
    }
}

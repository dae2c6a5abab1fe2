package org.threesigns.instrument;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every word of an instrument that a respondent reads, in one language. The reader has checked that no word is
 * missing, so looking one up never fails for a key of the instrument.
 *
 * @param items each item as a question of its own: a box has its question before it
 * @param boxes the words beside each box alone, by item
 * @param support where those who answer it can find help; empty where the site's is meant
 */
public record InstrumentText(
        String language,
        String name,
        String summary,
        Map<Wording, MarkedText> instructions,
        Map<String, String> options,
        Map<String, PartText> parts,
        Map<String, Map<Wording, MarkedText>> items,
        Map<String, Map<Wording, MarkedText>> boxes,
        Map<String, ScaleText> scales,
        Map<String, String> facets,
        Optional<SafetyText> safety,
        Map<String, String> claims,
        Optional<NextStep> nextStep,
        Optional<Onward> onward,
        PageWords pages,
        Optional<Support> support) {

    public InstrumentText {
        instructions = Map.copyOf(instructions);
        options = Map.copyOf(options);
        parts = Map.copyOf(parts);
        items = Map.copyOf(items);
        boxes = Map.copyOf(boxes);
        scales = Map.copyOf(scales);
        facets = Map.copyOf(facets);
        claims = Map.copyOf(claims);
    }

    public MarkedText instructions(Wording wording) {
        return word(instructions, wording);
    }

    public String option(ResponseOption option) {
        return word(options, option.id());
    }

    public PartText part(Part part) {
        return word(parts, part.id());
    }

    /** The words of an item alone, for where they cannot be marked up. */
    public String item(Item item, Wording wording) {
        return markedItem(item, wording).plain();
    }

    public MarkedText markedItem(Item item, Wording wording) {
        return word(word(items, item.id()), wording);
    }

    /** What stands beside a box on the form, below its question. */
    public MarkedText box(Item item, Wording wording) {
        return word(word(boxes, item.id()), wording);
    }

    /** The question that the boxes of this part answer. */
    public MarkedText question(Part part, Wording wording) {
        return word(part(part).question(), wording);
    }

    public ScaleText scale(Scale scale) {
        return word(scales, scale.id());
    }

    public String facet(String facet) {
        return word(facets, facet);
    }

    public String claim(String claim) {
        return word(claims, claim);
    }

    private static <K, V> V word(Map<K, V> words, K key) {
        return Optional.ofNullable(words.get(key))
                .orElseThrow(() -> new IllegalArgumentException("No words for " + key));
    }

    /**
     * A part in words.
     *
     * @param text what stands above its questions; empty where nothing does
     * @param question what its boxes answer; none where it has no boxes
     */
    public record PartText(String title, Optional<MarkedText> text, Map<Wording, MarkedText> question) {

        public PartText {
            question = Map.copyOf(question);
        }
    }

    /**
     * A scale in words.
     *
     * @param meaning what it describes, in one sentence; empty where nothing is said
     * @param norms who the people of published samples were, by norm
     * @param strands the names of those strands that are shown apart, by strand
     */
    public record ScaleText(
            String name,
            Optional<String> meaning,
            Map<String, String> bands,
            Map<String, String> norms,
            Map<String, String> strands) {

        public ScaleText {
            bands = Map.copyOf(bands);
            norms = Map.copyOf(norms);
            strands = Map.copyOf(strands);
        }

        public String band(ScoreBand band) {
            return word(bands, band.id());
        }

        /** Who they were, as it follows their number: "adults in Germany". */
        public String norm(Norm norm) {
            return word(norms, norm.id());
        }

        /** The name of a strand that is shown apart; empty where it only tells the advice apart. */
        public Optional<String> strand(Strand strand) {
            return Optional.ofNullable(strands.get(strand.id()));
        }
    }

    /**
     * The safety question.
     *
     * @param statements in the order shown
     */
    public record SafetyText(String question, String hint, List<Statement> statements, String ratherNot) {

        public SafetyText {
            statements = List.copyOf(statements);
        }

        public record Statement(String id, String text) {}
    }

    /** Where to go from here. */
    public record NextStep(String text, String name, URI url) {}

    /**
     * Another instrument, to which a result leads.
     *
     * @param text what it asks, in one sentence
     */
    public record Onward(String instrument, String text) {}
}

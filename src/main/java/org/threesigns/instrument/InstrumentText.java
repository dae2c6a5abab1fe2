package org.threesigns.instrument;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every word of an instrument that a respondent reads, in one language. The reader has checked that no word is
 * missing, so looking one up never fails for a key of the instrument.
 *
 * @param anchors what some numbers mean, by response scale and option
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
        Map<String, Map<String, String>> anchors,
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

    private static final char MINUS = '\u2212';

    public InstrumentText {
        instructions = Map.copyOf(instructions);
        options = Map.copyOf(options);
        anchors = Map.copyOf(anchors);
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

    /** The label of an option; of a number, the number. */
    public String option(ResponseOption option) {
        return option.isNumber() ? option.id().replace('-', MINUS) : word(options, option.id());
    }

    /** What this number means; empty where nothing is said of it. */
    public Optional<String> anchor(ResponseScale scale, ResponseOption number) {
        return Optional.ofNullable(anchors.get(scale.id())).map(words -> words.get(number.id()));
    }

    /** The ends of a slider, such as {@code 0: no pain, 100: the worst pain}; empty where nothing is said of them. */
    public String ends(ResponseScale scale) {
        List<ResponseOption> options = scale.options();
        return Stream.of(options.get(0), options.get(options.size() - 1))
                .flatMap(end -> anchor(scale, end).map(words -> option(end) + ": " + words).stream())
                .collect(joining(", "));
    }

    /**
     * An answer as it can be understood without the form: its label, or the number with what it means. A place on a slider that has no
     * words of its own stands with those of the ends: {@code 35 (0: no pain, 100: the worst pain)}.
     */
    public String answer(Item item, ResponseOption option) {
        var scale = item.responseScale();
        String words = anchor(scale, option).orElseGet(() -> scale.input() == InputType.SLIDER ? ends(scale) : "");
        return words.isEmpty() ? option(option) : "%s (%s)".formatted(option(option), words);
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

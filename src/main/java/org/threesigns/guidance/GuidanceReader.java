package org.threesigns.guidance;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.threesigns.guidance.Guidance.Lead;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.guidance.GuidanceText.BandKey;
import org.threesigns.guidance.GuidanceText.BandText;
import org.threesigns.guidance.GuidanceText.FacetText;
import org.threesigns.guidance.GuidanceText.PlanText;
import org.threesigns.guidance.GuidanceText.Words;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;

/** Reads an instrument's guidance in one language and refuses what is missing, unknown or unsafe. */
class GuidanceReader {

    private static final Set<String> KEYS =
            Set.of("language", "support-first", "if-safe", "scales", "facets", "closing", "plan");

    private final Instrument instrument;
    private final ContentNode file;
    private final Optional<String> ifSafe;

    GuidanceReader(Instrument instrument, ContentNode file) {
        this.instrument = instrument;
        this.file = file;
        this.ifSafe = file.find("if-safe").map(ContentNode::text);
    }

    /** @param language what the file's name says */
    GuidanceText read(String language) {
        file.allowOnly(KEYS);
        if (!file.get("language").text().equals(language)) {
            throw file.get("language")
                    .problem("The file's name says '%s'.".formatted(language), "Let both name the same language.");
        }
        Optional<ContentNode> closing = file.find("closing");
        closing.ifPresent(node -> node.allowOnly(Set.of("items", "all")));
        return new GuidanceText(
                readLead(),
                readScales(file.get("scales")),
                file.find("facets").map(this::readFacets).orElse(Map.of()),
                closing.flatMap(node -> node.find("items"))
                        .map(this::readClosing)
                        .orElse(Map.of()),
                closing.flatMap(node -> node.find("all")).map(this::readAdvice),
                file.find("plan").map(this::readPlan));
    }

    /** Needed wherever there is a safety question: without it, an answer to that question would change nothing. */
    private Optional<Lead> readLead() {
        if (instrument.safety().isEmpty() && file.find("support-first").isEmpty()) {
            return Optional.empty();
        }
        ContentNode node = file.get("support-first");
        node.allowOnly(Set.of("title", "text"));
        List<String> paragraphs =
                node.get("text").list().stream().map(ContentNode::text).toList();
        return Optional.of(new Lead(node.get("title").text(), paragraphs));
    }

    private Map<BandKey, BandText> readScales(ContentNode node) {
        node.entriesOf(instrument.scales().stream().map(Scale::id).collect(toSet()));
        var texts = new HashMap<BandKey, BandText>();
        instrument.scales().forEach(scale -> {
            ContentNode scaleNode = node.get(scale.id());
            Set<String> bands = scale.bands().stream().map(ScoreBand::id).collect(toSet());
            readBands(scale, Optional.empty(), scaleNode, texts);
            if (scale.variant().isEmpty()) {
                scaleNode.allowOnly(bands);
            }
            scale.variant().map(Scale.Variant::id).ifPresent(variant -> {
                bands.add("variants");
                scaleNode.allowOnly(bands);
                ContentNode variants = scaleNode.get("variants");
                variants.entriesOf(Set.of(variant));
                readBands(scale, Optional.of(variant), variants.get(variant), texts);
            });
        });
        return texts;
    }

    private void readBands(Scale scale, Optional<String> variant, ContentNode node, Map<BandKey, BandText> texts) {
        scale.bands().forEach(band -> texts.put(BandKey.of(scale, variant, band), readBand(node.get(band.id()))));
    }

    private BandText readBand(ContentNode node) {
        node.allowOnly(Set.of("explanation", "explanation-past", "advice", "practice", "notice", "notice-past"));
        if (node.find("notice").isPresent() && node.find("practice").isEmpty()) {
            throw node.get("notice").problem("There is no practice to notice anything of.", "Add 'practice: …'.");
        }
        return new BandText(
                words(node, "explanation"),
                node.find("advice").map(this::readAdvice),
                node.find("practice").map(this::readForEverybody),
                node.find("notice").map(notice -> words(node, "notice")));
    }

    private Map<String, FacetText> readFacets(ContentNode node) {
        Set<String> known = instrument.scales().stream()
                .flatMap(scale -> scale.facets().stream())
                .collect(toSet());
        return readEach(node, known, facet -> {
            facet.allowOnly(Set.of("tip", "step"));
            return new FacetText(
                    facet.find("tip").map(this::readAdvice), facet.find("step").map(this::readForEverybody));
        });
    }

    private Map<String, Advice> readClosing(ContentNode node) {
        Set<String> known = instrument.unscoredItems().stream().map(Item::id).collect(toSet());
        return readEach(node, known, this::readAdvice);
    }

    private PlanText readPlan(ContentNode node) {
        node.entriesOf(Set.of("introduction", "first", "last"));
        return new PlanText(
                node.get("introduction").text(),
                readForEverybody(node.get("first")),
                readForEverybody(node.get("last")));
    }

    private Advice readAdvice(ContentNode node) {
        node.allowOnly(Set.of("text", "text-past", "claim", "openness", "doubts-alarm"));
        ContentNode claim = node.get("claim");
        if (!instrument.claims().contains(claim.text())) {
            throw claim.problem(
                    "There is no claim '%s'.".formatted(claim.text()),
                    "Correct it to one of: " + String.join(", ", instrument.claims()) + ".");
        }
        boolean openness = node.get("openness").yesOrNo();
        if (openness) {
            requireIfSafe(node.get("text"));
            node.find("text-past").ifPresent(this::requireIfSafe);
        }
        return new Advice(
                words(node, "text"),
                claim.text(),
                openness,
                node.get("doubts-alarm").yesOrNo());
    }

    /** What the plan is made of is the same whatever was answered: nobody may read from a printed plan that support came first. */
    private Advice readForEverybody(ContentNode node) {
        Advice advice = readAdvice(node);
        if (!advice.isForEverybody()) {
            throw node.get(advice.openness() ? "openness" : "doubts-alarm")
                    .problem(
                            "This can stand in the plan, which is the same for everybody, also for those who need support first.",
                            "Choose a practice, step or week that asks for neither openness nor doubt, and keep this for an 'advice' or 'tip'.");
        }
        return advice;
    }

    /** Nobody is asked to open up to a partner without the condition that it is safe to. */
    private void requireIfSafe(ContentNode text) {
        String phrase = ifSafe.orElseThrow(() -> text.problem(
                "This asks for openness with the partner, and the file has no 'if-safe'.",
                "Add 'if-safe: If you feel safe with them' at the top, and begin this text with it."));
        if (!text.text().startsWith(phrase)) {
            throw text.problem(
                    "This asks for openness with the partner and does not begin with '%s'.".formatted(phrase),
                    "Begin it so, or write 'openness: false' if it asks for no such thing.");
        }
    }

    private static Words words(ContentNode node, String key) {
        return new Words(node.get(key).text(), node.find(key + "-past").map(ContentNode::text));
    }

    private static <T> Map<String, T> readEach(ContentNode node, Set<String> known, Function<ContentNode, T> read) {
        node.allowOnly(known);
        var all = new HashMap<String, T>();
        node.entries().forEach((key, value) -> all.put(key, read.apply(value)));
        return all;
    }
}

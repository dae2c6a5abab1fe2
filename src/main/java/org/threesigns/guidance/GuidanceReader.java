package org.threesigns.guidance;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.threesigns.guidance.Guidance.Lead;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.guidance.GuidanceText.FacetText;
import org.threesigns.guidance.GuidanceText.PlanText;
import org.threesigns.guidance.GuidanceText.SupportFirst;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;

/** Reads an instrument's guidance in one language and refuses what is missing, unknown, unsafe or can be untrue. */
class GuidanceReader {

    private static final Set<String> KEYS = Set.of(
            "language",
            "about-answers",
            "and",
            "support-first",
            "if-safe",
            "scales",
            "facets",
            "loops",
            "strengths",
            "closing",
            "plan");

    private final Instrument instrument;
    private final ContentNode file;
    private final TextReader texts;
    private final AssumptionReader assumptions;

    GuidanceReader(Instrument instrument, ContentNode file) {
        file.allowOnly(KEYS);
        this.instrument = instrument;
        this.file = file;
        this.texts = TextReader.of(instrument, file);
        this.assumptions = AssumptionReader.of(instrument);
    }

    /** @param language what the file's name says */
    GuidanceText read(String language) {
        if (!file.get("language").text().equals(language)) {
            throw file.get("language")
                    .problem("The file's name says '%s'.".formatted(language), "Let both name the same language.");
        }
        Optional<ContentNode> closing = file.find("closing");
        closing.ifPresent(node -> node.allowOnly(Set.of("items", "all")));
        return new GuidanceText(
                readSupportFirst(),
                texts.and(),
                readSigns(file.get("scales")),
                file.find("facets").map(this::readFacets).orElse(Map.of()),
                file.find("loops").map(this::readLoops).orElse(List.of()),
                file.find("strengths").map(this::readStrengths).orElse(Strengths.NONE),
                closing.flatMap(node -> node.find("items"))
                        .map(this::readClosing)
                        .orElse(Map.of()),
                closing.flatMap(node -> node.find("all")).map(texts::readAdvice),
                file.find("plan").map(this::readPlan));
    }

    /** Needed wherever there is a safety question: without it, an answer to that question would change nothing. */
    private Optional<SupportFirst> readSupportFirst() {
        if (instrument.safety().isEmpty() && file.find("support-first").isEmpty()) {
            return Optional.empty();
        }
        ContentNode node = file.get("support-first");
        node.allowOnly(Set.of("title", "text", "assumes"));
        List<String> paragraphs =
                node.get("text").list().stream().map(texts::text).toList();
        return Optional.of(new SupportFirst(
                new Lead(node.get("title").text(), paragraphs),
                node.find("assumes").map(answers -> readAnswers(node))));
    }

    /** What answers something stands for that has no other text beside it. */
    private Assumption readAnswers(ContentNode node) {
        Assumption assumes = assumptions.read(node);
        requireThatEachShows(List.of(node), List.of(assumes));
        return assumes;
    }

    private Map<String, List<SignText>> readSigns(ContentNode node) {
        node.entriesOf(instrument.scales().stream().map(Scale::id).collect(toSet()));
        return instrument.scales().stream()
                .collect(
                        toMap(Scale::id, scale -> new SignReader(instrument, scale, texts).read(node.get(scale.id()))));
    }

    private Map<String, FacetText> readFacets(ContentNode node) {
        Set<String> known = instrument.scales().stream()
                .flatMap(scale -> scale.facets().stream())
                .collect(toSet());
        return readEach(node, known, facet -> {
            facet.allowOnly(Set.of("tip", "step"));
            return new FacetText(
                    facet.find("tip").map(texts::readAdvice), facet.find("step").map(texts::readForEverybody));
        });
    }

    private List<Loop> readLoops(ContentNode node) {
        var loops = new ArrayList<Loop>();
        for (ContentNode loop : node.list()) {
            loop.get("assumes");
            loops.add(new Loop(
                    assumptions.read(loop), texts.whereAnswersAreAssumed().readMarked(loop, Set.of("assumes"))));
        }
        requireThatEachShows(node.list(), loops.stream().map(Loop::assumes).toList());
        return loops;
    }

    private void requireThatEachShows(List<ContentNode> nodes, List<Assumption> assumed) {
        new FirstThatFits(nodes, assumed).check(() -> AnswerPatterns.across(instrument, assumed));
    }

    private Strengths readStrengths(ContentNode node) {
        node.allowOnly(Set.of("assumes", "items"));
        Map<String, ContentNode> nodes = node.get("items").entries();
        node.get("items").allowOnly(instrument.items().stream().map(Item::id).collect(toSet()));
        var items = new LinkedHashMap<Item, Advice>();
        nodes.forEach((id, text) -> items.put(instrument.item(id).orElseThrow(), texts.readMarked(text, Set.of())));
        return new Strengths(readAnswers(node), items);
    }

    private Map<String, Advice> readClosing(ContentNode node) {
        Set<String> known = instrument.unscoredItems().stream().map(Item::id).collect(toSet());
        return readEach(node, known, texts::readAdvice);
    }

    private PlanText readPlan(ContentNode node) {
        node.entriesOf(Set.of("introduction", "first", "last"));
        return new PlanText(
                texts.text(node.get("introduction")),
                texts.readForEverybody(node.get("first")),
                texts.readForEverybody(node.get("last")));
    }

    private static <T> Map<String, T> readEach(ContentNode node, Set<String> known, Function<ContentNode, T> read) {
        node.allowOnly(known);
        var all = new HashMap<String, T>();
        node.entries().forEach((key, value) -> all.put(key, read.apply(value)));
        return all;
    }
}

package org.threesigns.guidance;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.guidance.GuidanceText.FacetText;
import org.threesigns.guidance.GuidanceText.PlanText;
import org.threesigns.guidance.GuidanceText.SupportFirst;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Problems;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Support;

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
    private final Supplier<TextReader> texts;
    private final AssumptionReader assumptions;
    private final Problems problems = new Problems();

    GuidanceReader(Instrument instrument, ContentNode file) {
        this.instrument = instrument;
        this.file = file;
        problems.check(() -> file.allowOnly(KEYS));
        this.texts = problems.read(() -> TextReader.of(instrument, file));
        this.assumptions = AssumptionReader.of(instrument);
    }

    /** @param language what the file's name says */
    GuidanceText read(String language) {
        problems.check(() -> file.requireLanguage(language));
        Supplier<Optional<SupportFirst>> supportFirst = problems.read(this::readSupportFirst);
        Supplier<Map<String, List<SignText>>> signs = problems.read(() -> readSigns(file.get("scales")));
        Supplier<Map<String, FacetText>> facets = read("facets", this::readFacets, Map.of());
        Supplier<List<Loop>> loops = read("loops", this::readLoops, List.of());
        Supplier<Strengths> strengths = read("strengths", this::readStrengths, Strengths.NONE);
        Optional<ContentNode> closing = file.find("closing");
        problems.check(() -> closing.ifPresent(node -> node.allowOnly(Set.of("items", "all"))));
        Supplier<Map<String, Advice>> closingItems = problems.read(() -> closing.flatMap(node -> node.find("items"))
                .map(this::readClosing)
                .orElse(Map.of()));
        Supplier<Optional<Advice>> closingForAll =
                problems.read(() -> closing.flatMap(node -> node.find("all")).map(texts.get()::readAdvice));
        Supplier<Optional<PlanText>> plan =
                problems.read(() -> file.find("plan").map(this::readPlan));
        problems.throwIfAny();
        return new GuidanceText(
                supportFirst.get(),
                texts.get().and(),
                signs.get(),
                facets.get(),
                loops.get(),
                strengths.get(),
                closingItems.get(),
                closingForAll.get(),
                plan.get());
    }

    private <T> Supplier<T> read(String key, Function<ContentNode, T> read, T otherwise) {
        return problems.read(() -> file.find(key).map(read).orElse(otherwise));
    }

    /** Needed wherever there is a safety question: without it, an answer to that question would change nothing. */
    private Optional<SupportFirst> readSupportFirst() {
        if (instrument.safety().isEmpty() && file.find("support-first").isEmpty()) {
            return Optional.empty();
        }
        ContentNode node = file.get("support-first");
        node.allowOnly(Set.of("title", "text", "assumes"));
        List<String> paragraphs =
                node.get("text").list().stream().map(texts.get()::text).toList();
        if (paragraphs.isEmpty()) {
            throw node.get("text").problem("There are no words.", "Write a list with a paragraph or more.");
        }
        return Optional.of(new SupportFirst(
                new Support.First(node.get("title").text(), paragraphs),
                node.find("assumes").map(answers -> readAnswers(node))));
    }

    /** What answers something stands for that has no other text beside it. */
    private Assumption readAnswers(ContentNode node) {
        Assumption assumes = assumptions.read(node);
        requireThatEachShows(List.of(node), List.of(assumes));
        return assumes;
    }

    private Map<String, List<SignText>> readSigns(ContentNode node) {
        var each = new Problems();
        each.check(() ->
                node.requireKeys(instrument.scales().stream().map(Scale::id).collect(toSet())));
        var signs = new HashMap<String, List<SignText>>();
        for (Scale scale : instrument.scales()) {
            each.check(() -> node.find(scale.id())
                    .ifPresent(
                            sign -> signs.put(scale.id(), new SignReader(instrument, scale, texts.get()).read(sign))));
        }
        each.throwIfAny();
        return signs;
    }

    private Map<String, FacetText> readFacets(ContentNode node) {
        Set<String> known = instrument.scales().stream()
                .flatMap(scale -> scale.facets().stream())
                .collect(toSet());
        return readEach(node, known, facet -> {
            facet.allowOnly(Set.of("tip", "step"));
            return new FacetText(
                    facet.find("tip").map(texts.get()::readAdvice),
                    facet.find("step").map(texts.get()::readForEverybody));
        });
    }

    private List<Loop> readLoops(ContentNode node) {
        List<Loop> loops = Problems.readEach(node.list(), this::readLoop);
        requireThatEachShows(node.list(), loops.stream().map(Loop::assumes).toList());
        return loops;
    }

    private Loop readLoop(ContentNode node) {
        node.get("assumes");
        return new Loop(
                assumptions.read(node), texts.get().whereAnswersAreAssumed().readMarked(node, Set.of("assumes")));
    }

    private void requireThatEachShows(List<ContentNode> nodes, List<Assumption> assumed) {
        new FirstThatFits(nodes, assumed).check(() -> AnswerPatterns.across(instrument, assumed));
    }

    private Strengths readStrengths(ContentNode node) {
        node.allowOnly(Set.of("assumes", "items"));
        Map<String, ContentNode> nodes = node.get("items").entries();
        node.get("items").allowOnly(instrument.items().stream().map(Item::id).collect(toSet()));
        var items = new LinkedHashMap<Item, Advice>();
        Problems.checkEach(
                nodes.entrySet(),
                entry -> items.put(
                        instrument.item(entry.getKey()).orElseThrow(),
                        texts.get().readMarked(entry.getValue(), Set.of())));
        return new Strengths(readAnswers(node), items);
    }

    private Map<String, Advice> readClosing(ContentNode node) {
        Set<String> known = instrument.unscoredItems().stream().map(Item::id).collect(toSet());
        return readEach(node, known, texts.get()::readAdvice);
    }

    private PlanText readPlan(ContentNode node) {
        node.requireKeys(Set.of("introduction", "first", "last"));
        return new PlanText(
                texts.get().text(node.get("introduction")),
                texts.get().readForEverybody(node.get("first")),
                texts.get().readForEverybody(node.get("last")));
    }

    private static <T> Map<String, T> readEach(ContentNode node, Set<String> known, Function<ContentNode, T> read) {
        node.allowOnly(known);
        var all = new HashMap<String, T>();
        Problems.checkEach(node.entries().entrySet(), entry -> all.put(entry.getKey(), read.apply(entry.getValue())));
        return all;
    }
}

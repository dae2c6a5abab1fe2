package org.threesigns.instrument;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.threesigns.instrument.InstrumentText.NextStep;
import org.threesigns.instrument.InstrumentText.Onward;
import org.threesigns.instrument.InstrumentText.PartText;

/** Reads an instrument's words in one language and refuses missing and unknown ones. */
class InstrumentTextReader {

    private static final String MARK_UP =
            "Use <b>, <i>, <u> and <br>, and above questions <h3>: without attributes, around words, closed in order.";

    private static final Set<String> KEYS = Set.of(
            "language",
            "name",
            "summary",
            "instructions",
            "options",
            "anchors",
            "parts",
            "items",
            "scales",
            "facets",
            "safety",
            "claims",
            "next-step",
            "onward",
            "pages");

    private static final String QUESTION = "question";

    private final InstrumentReader structure;

    /** @param structure what the words are of; where a part of it is broken, its words are not checked */
    InstrumentTextReader(InstrumentReader structure) {
        this.structure = structure;
    }

    /**
     * @param language the language in the name of the file
     * @param support the help in that language
     */
    InstrumentText read(ContentNode file, String language, Supplier<Optional<Support>> support) {
        var problems = new Problems();
        problems.check(() -> file.allowOnly(KEYS));
        problems.check(() -> file.requireLanguage(language));
        var name = problems.read(() -> file.get("name").text());
        var summary = problems.read(() -> file.get("summary").text());
        var instructions = problems.read(() -> wordings(file.get("instructions"), text -> marked(text, true)));
        var options = problems.read(() -> readOptions(file));
        var anchors = problems.read(() -> AnchorReader.read(file, structure.responseScales.get()));
        var parts = problems.read(() -> readParts(file));
        var items = problems.read(() -> readItems(file));
        var scales = problems.read(() -> ScaleTextReader.read(file, structure.scales.get()));
        var facets = problems.read(() -> readFacets(file));
        var safety = problems.read(() -> SafetyTextReader.read(file, structure.safety.get()));
        var claims = problems.read(() -> texts(file, "claims", structure.claims.get()));
        var nextStep = problems.read(() -> file.find("next-step").map(InstrumentTextReader::readNextStep));
        var onward = problems.read(() -> file.find("onward").map(InstrumentTextReader::readOnward));
        var pages = problems.read(() -> readPages(file));
        problems.throwIfAny();
        return new InstrumentText(
                language,
                name.get(),
                summary.get(),
                instructions.get(),
                options.get(),
                anchors.get(),
                parts.get(),
                withQuestions(items.get(), parts.get()),
                boxes(items.get()),
                scales.get(),
                facets.get(),
                safety.get(),
                claims.get(),
                nextStep.get(),
                onward.get(),
                pages.get(),
                support.get());
    }

    /** Numbers need no label. */
    private Map<String, String> readOptions(ContentNode file) {
        List<String> keys = structure.responseScales.get().stream()
                .filter(scale -> !scale.isNumber())
                .flatMap(scale -> scale.options().stream())
                .map(ResponseOption::id)
                .distinct()
                .toList();
        return texts(file, "options", keys);
    }

    private Map<String, Map<Wording, MarkedText>> readItems(ContentNode file) {
        return values(
                file.get("items"),
                structure.items.get(),
                Item::id,
                (item, node) -> wordings(node, text -> marked(text, false)));
    }

    private PageWords readPages(ContentNode file) {
        return file.find("pages")
                .map(node -> PageWordsReader.read(node, words -> wordings(words, ContentNode::text)))
                .orElse(PageWords.NONE);
    }

    /** Either one text for every wording, or one for each. */
    private <T> Map<Wording, T> wordings(ContentNode node, Function<ContentNode, T> read) {
        if (node.isText()) {
            T text = read.apply(node);
            return structure.wordings.get().stream().collect(toMap(Function.identity(), wording -> text));
        }
        var texts = values(node, structure.wordings.get(), Wording::key, (wording, text) -> read.apply(text));
        return texts.entrySet().stream().collect(toMap(entry -> Wording.ofKey(entry.getKey()), Map.Entry::getValue));
    }

    /** @param headings whether there can be headings in it */
    private static MarkedText marked(ContentNode node, boolean headings) {
        String text = node.text();
        try {
            return MarkedText.parse(text, headings);
        } catch (IllegalArgumentException e) {
            throw node.problem(String.valueOf(e.getMessage()), MARK_UP);
        }
    }

    /** A questionnaire whose questions all stand in one part may leave its title out; the questionnaire's name is there instead. */
    private Map<String, PartText> readParts(ContentNode file) {
        List<Part> parts = structure.parts.get();
        if (file.find("parts").isEmpty() && parts.size() == 1) {
            return Map.of(parts.get(0).id(), new PartText(file.get("name").text(), Optional.empty(), Map.of()));
        }
        return values(file.get("parts"), parts, Part::id, this::readPart);
    }

    private PartText readPart(Part part, ContentNode node) {
        node.allowOnly(part.isCheckbox() ? Set.of("title", "text", QUESTION) : Set.of("title", "text"));
        return new PartText(
                node.get("title").text(),
                node.find("text").map(text -> marked(text, true)),
                part.isCheckbox() ? wordings(node.get(QUESTION), text -> marked(text, false)) : Map.of());
    }

    /** The words of items, with the question before those of each box. */
    private Map<String, Map<Wording, MarkedText>> withQuestions(
            Map<String, Map<Wording, MarkedText>> items, Map<String, PartText> parts) {
        var whole = new HashMap<>(items);
        for (Part part : structure.parts.get()) {
            if (part.isCheckbox()) {
                Map<Wording, MarkedText> question =
                        Objects.requireNonNull(parts.get(part.id())).question();
                part.items()
                        .forEach(box -> whole.computeIfPresent(
                                box.id(),
                                (id, words) -> words.entrySet().stream()
                                        .collect(toMap(
                                                Map.Entry::getKey,
                                                entry -> Objects.requireNonNull(question.get(entry.getKey()))
                                                        .goingOnWith(entry.getValue())))));
            }
        }
        return whole;
    }

    private Map<String, Map<Wording, MarkedText>> boxes(Map<String, Map<Wording, MarkedText>> items) {
        return structure.items.get().stream()
                .filter(item -> item.responseScale().isCheckbox())
                .collect(toMap(Item::id, item -> Objects.requireNonNull(items.get(item.id()))));
    }

    private Map<String, String> readFacets(ContentNode file) {
        List<String> facets = structure.scales.get().stream()
                .flatMap(scale -> scale.facets().stream())
                .distinct()
                .toList();
        return texts(file, "facets", facets);
    }

    private static NextStep readNextStep(ContentNode node) {
        node.allowOnly(Set.of("text", "name", "url"));
        return new NextStep(
                node.get("text").text(),
                node.get("name").text(),
                node.get("url").webAddress("https"));
    }

    private static Onward readOnward(ContentNode node) {
        node.allowOnly(Set.of("instrument", "text"));
        return new Onward(node.get("instrument").key(), node.get("text").text());
    }

    static Map<String, String> texts(ContentNode node, String key, List<String> ids) {
        return section(node, key, ids, Function.identity(), (id, text) -> text.text());
    }

    /** What the mapping at this key says of each of these, and of nothing else; it may be missing where there are none. */
    static <K, T> Map<String, T> section(
            ContentNode node, String key, List<K> all, Function<K, String> id, BiFunction<K, ContentNode, T> read) {
        return all.isEmpty() && node.find(key).isEmpty() ? Map.of() : values(node.get(key), all, id, read);
    }

    /** What a mapping says of each of these, and of nothing else. */
    private static <K, T> Map<String, T> values(
            ContentNode node, List<K> all, Function<K, String> key, BiFunction<K, ContentNode, T> read) {
        var problems = new Problems();
        problems.check(() -> node.requireKeys(all.stream().map(key).collect(toCollection(LinkedHashSet::new))));
        var values = new HashMap<String, T>();
        for (K each : all) {
            String id = key.apply(each);
            problems.check(() -> node.find(id).ifPresent(value -> values.put(id, read.apply(each, value))));
        }
        problems.throwIfAny();
        return values;
    }
}

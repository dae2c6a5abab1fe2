package org.threesigns.instrument;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.threesigns.instrument.InstrumentText.NextStep;
import org.threesigns.instrument.InstrumentText.Onward;
import org.threesigns.instrument.InstrumentText.PartText;
import org.threesigns.instrument.InstrumentText.SafetyText;
import org.threesigns.instrument.InstrumentText.ScaleText;

/** Reads an instrument's words in one language and refuses missing and unknown ones. */
class InstrumentTextReader {

    private static final Set<String> KEYS = Set.of(
            "language",
            "name",
            "summary",
            "instructions",
            "options",
            "parts",
            "items",
            "scales",
            "facets",
            "safety",
            "claims",
            "next-step",
            "onward",
            "pages");

    private final Instrument instrument;

    InstrumentTextReader(Instrument instrument) {
        this.instrument = instrument;
    }

    /** @param language the language in the name of the file */
    InstrumentText read(ContentNode file, String language) {
        file.allowOnly(KEYS);
        if (!file.get("language").text().equals(language)) {
            throw file.get("language")
                    .problem("The file's name says '%s'.".formatted(language), "Let both name the same language.");
        }
        return new InstrumentText(
                language,
                file.get("name").text(),
                file.get("summary").text(),
                wordings(file.get("instructions")),
                texts(
                        file.get("options"),
                        instrument.responseScales().stream()
                                .flatMap(scale -> scale.options().stream())
                                .map(ResponseOption::id)),
                readParts(file),
                values(file.get("items"), keys(instrument.items().stream().map(Item::id)), this::wordings),
                readScales(file.get("scales")),
                readFacets(file),
                readSafety(file),
                instrument.claims().isEmpty() && file.find("claims").isEmpty()
                        ? Map.of()
                        : texts(file.get("claims"), instrument.claims().stream()),
                file.find("next-step").map(InstrumentTextReader::readNextStep),
                file.find("onward").map(InstrumentTextReader::readOnward),
                file.find("pages")
                        .map(pages -> PageWordsReader.read(pages, this::wordings))
                        .orElse(PageWords.NONE));
    }

    /** Either one text for every wording, or one for each. */
    private Map<Wording, String> wordings(ContentNode node) {
        if (node.isText()) {
            return instrument.wordings().stream().collect(toMap(Function.identity(), wording -> node.text()));
        }
        var keys = keys(instrument.wordings().stream().map(InstrumentTextReader::key));
        return node.entriesOf(keys).entrySet().stream()
                .collect(toMap(
                        entry -> Wording.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                        entry -> entry.getValue().text()));
    }

    private static String key(Wording wording) {
        return wording.name().toLowerCase(Locale.ROOT);
    }

    /** A questionnaire whose questions all stand in one part may leave its title out; the questionnaire's name is there instead. */
    private Map<String, PartText> readParts(ContentNode file) {
        if (file.find("parts").isEmpty() && instrument.parts().size() == 1) {
            return Map.of(
                    instrument.parts().get(0).id(),
                    new PartText(file.get("name").text(), Optional.empty()));
        }
        return values(
                file.get("parts"), keys(instrument.parts().stream().map(Part::id)), InstrumentTextReader::readPart);
    }

    private Map<String, ScaleText> readScales(ContentNode node) {
        node.entriesOf(keys(instrument.scales().stream().map(Scale::id)));
        return instrument.scales().stream().collect(toMap(Scale::id, scale -> readScale(scale, node.get(scale.id()))));
    }

    private ScaleText readScale(Scale scale, ContentNode node) {
        String bands = scale.bandsSource().isPresent() ? "labels" : "bands";
        node.allowOnly(Set.of("name", "meaning", bands, "strands"));
        return new ScaleText(
                node.get("name").text(),
                node.find("meaning").map(ContentNode::text),
                scale.bands().isEmpty() && node.find(bands).isEmpty()
                        ? Map.of()
                        : texts(node.get(bands), scale.bands().stream().map(ScoreBand::id)),
                node.find("strands")
                        .map(strands -> namesOfStrands(scale, strands))
                        .orElse(Map.of()));
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

    private static PartText readPart(ContentNode node) {
        node.allowOnly(Set.of("title", "text"));
        return new PartText(node.get("title").text(), node.find("text").map(ContentNode::text));
    }

    private Map<String, String> readFacets(ContentNode file) {
        var facets = keys(instrument.scales().stream().flatMap(scale -> scale.facets().stream()));
        return facets.isEmpty() && file.find("facets").isEmpty()
                ? Map.of()
                : texts(file.get("facets"), facets.stream());
    }

    private Optional<SafetyText> readSafety(ContentNode file) {
        if (instrument.safety().isEmpty()) {
            file.find("safety").ifPresent(node -> {
                throw node.problem("The instrument has no safety question.", "Remove it.");
            });
            return Optional.empty();
        }
        ContentNode node = file.get("safety");
        node.allowOnly(Set.of("question", "hint", "statements", "rather-not"));
        var statements = texts(node.get("statements"), instrument.safety().stream());
        return Optional.of(new SafetyText(
                node.get("question").text(),
                node.get("hint").text(),
                instrument.safety().stream()
                        .map(id -> new SafetyText.Statement(
                                id, Optional.ofNullable(statements.get(id)).orElseThrow()))
                        .toList(),
                node.get("rather-not").text()));
    }

    private static NextStep readNextStep(ContentNode node) {
        node.allowOnly(Set.of("text", "name", "url"));
        return new NextStep(
                node.get("text").text(), node.get("name").text(), InstrumentReader.webAddress(node.get("url")));
    }

    private static Onward readOnward(ContentNode node) {
        node.allowOnly(Set.of("instrument", "text"));
        return new Onward(node.get("instrument").key(), node.get("text").text());
    }

    private static Map<String, String> texts(ContentNode node, Stream<String> keys) {
        return values(node, keys(keys), ContentNode::text);
    }

    private static <T> Map<String, T> values(ContentNode node, Set<String> keys, Function<ContentNode, T> read) {
        return node.entriesOf(keys).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> read.apply(entry.getValue())));
    }

    private static Set<String> keys(Stream<String> keys) {
        return keys.collect(toCollection(LinkedHashSet::new));
    }
}

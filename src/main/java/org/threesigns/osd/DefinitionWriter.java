package org.threesigns.osd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.threesigns.instrument.Condition;
import org.threesigns.instrument.InputType;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.InstrumentText.PartText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.MarkedText;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Wording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an instrument as a scale definition: what it asks, in which words, and how that is scored. */
final class DefinitionWriter {

    private final Instrument instrument;
    private final InstrumentText text;
    private final List<ResponseScale> answers;
    private final ObjectNode file = JsonMapper.shared().createObjectNode();
    private final ObjectNode definition = file.put("osd_version", "1.0").putObject("definition");
    private final ObjectNode translations = file.putObject("translations");
    private int marks;
    private int randomGroups;

    private DefinitionWriter(Instrument instrument) {
        this.instrument = instrument;
        this.text = instrument.text(instrument.defaultLanguage());
        this.answers = instrument.items().stream()
                .map(Item::responseScale)
                .filter(scale -> !scale.isCheckbox())
                .distinct()
                .toList();
    }

    /** @param instrument one of which {@link UnsupportedFeatures} refuses nothing */
    static ObjectNode write(Instrument instrument) {
        return new DefinitionWriter(instrument).write();
    }

    private ObjectNode write() {
        instrument.languages().stream().sorted().forEach(translations::putObject);
        writeInfo(definition.putObject("scale_info"));
        if (!answers.isEmpty() && answers.get(0).risesByOne()) {
            writeRising(definition.putObject("likert_options"), "", answers.get(0));
        }
        ArrayNode dimensions = definition.putArray("dimensions");
        instrument
                .scales()
                .forEach(scale -> dimensions
                        .addObject()
                        .put("id", scale.id())
                        .put("name", text.scale(scale).name()));
        if (instrument.asksAtRandom()) {
            definition
                    .putObject("parameters")
                    .putObject("shuffle_questions")
                    .put("type", "boolean")
                    .put("default", 1);
        }
        ArrayNode items = definition.putArray("items");
        for (int place = 0; place < instrument.parts().size(); place++) {
            writePart(items, place, instrument.parts().get(place));
        }
        ObjectNode scoring = definition.putObject("scoring");
        instrument.scales().forEach(scale -> ScoreWriter.write(scoring.putObject(scale.id()), scale, text));
        return file;
    }

    private void writeInfo(ObjectNode info) {
        String citation = citation();
        String licence = instrument.licence();
        info.put("name", text.name());
        info.put("code", instrument.id());
        info.put("abbreviation", instrument.id());
        info.put("description", text.summary().equals(text.name()) ? "" : line(text.summary()));
        info.put("citation", citation);
        info.put(
                "license",
                !citation.isEmpty() && licence.endsWith(". " + citation)
                        ? licence.substring(0, licence.length() - citation.length() - 2)
                        : licence);
        info.put("version", String.valueOf(instrument.version()));
    }

    /** Whose the names of scores are; the format has one source for all of it, and means the questionnaire where it has none. */
    private String citation() {
        return instrument.scales().stream()
                .flatMap(scale -> scale.bandsSource().stream())
                .filter(source -> !source.equals(text.name()))
                .findFirst()
                .orElse("");
    }

    /** @param prefix of the keys of an item */
    private void writeRising(ObjectNode node, String prefix, ResponseScale scale) {
        int last = scale.options().size() - 1;
        node.put(prefix + "points", scale.options().size());
        node.put(prefix + "min", scale.value(0));
        node.put(prefix + "max", scale.value(last));
        ArrayNode labels = node.putArray(prefix + "labels");
        IntStream.rangeClosed(0, last).forEach(place -> labels.add(label(scale, place)));
    }

    /** The key of the words of an answer. */
    private String label(ResponseScale scale, int place) {
        String key = "answer.%s.%s".formatted(answers.indexOf(scale) + 1, place + 1);
        translate(key, words -> Optional.of(words.option(scale.options().get(place))));
        return key;
    }

    /** Puts a text into each language that has it, and says whether any has. */
    private boolean translate(String key, Function<InstrumentText, Optional<String>> find) {
        boolean translated = false;
        for (String language : instrument.languages()) {
            Optional<String> found = find.apply(instrument.text(language));
            found.ifPresent(words -> translations.withObject("/" + language).put(key, line(words)));
            translated |= found.isPresent();
        }
        return translated;
    }

    private static String line(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private void writePart(ArrayNode items, int place, Part part) {
        String key = "part." + (marks + 1);
        if (translate(key, words -> above(words, place, part))) {
            ConditionWriter.write(
                    mark(items, "inst").put("text_key", key),
                    part.items().stream()
                            .map(Item::condition)
                            .reduce(Condition::common)
                            .orElse(Condition.NONE));
        } else if (place > 0) {
            mark(items, "section");
        }
        if (part.isCheckbox()) {
            writeBoxes(items, part);
            return;
        }
        int group = part.random() ? ++randomGroups : 0;
        for (int number = 0; number < part.items().size(); number++) {
            if (group == 0 && number > 0 && number % PartDraft.MOST == 0) {
                mark(items, "section"); // where a reader begins another screen anyway
            }
            writeItem(items, part.items().get(number), group);
        }
    }

    /** Something between questions. */
    private ObjectNode mark(ArrayNode items, String type) {
        marks++;
        return items.addObject().put("id", "part." + marks).put("type", type);
    }

    private void writeBoxes(ArrayNode items, Part part) {
        String id = Keys.common(part.items()).orElseThrow();
        String key = "question." + id;
        ObjectNode node =
                items.addObject().put("id", id).put("type", "multicheck").put("text_key", key);
        translate(
                key, words -> Optional.of(words.question(part, Wording.CURRENT).markUp()));
        ArrayNode options = node.putArray("options");
        for (Item box : part.items()) {
            options.addObject()
                    .put("value", box.id().substring(id.length() + 1))
                    .put("text_key", box.id());
            translate(
                    box.id(),
                    words -> Optional.of(words.box(box, Wording.CURRENT).markUp()));
        }
        ConditionWriter.write(node, part.condition());
    }

    private void writeItem(ArrayNode items, Item item, int group) {
        ObjectNode node = items.addObject().put("id", item.id()).put("text_key", item.id());
        translate(
                item.id(),
                words -> Optional.of(words.markedItem(item, Wording.CURRENT).markUp()));
        writeAnswers(node, item.responseScale());
        instrument.scalesOf(item).stream().findFirst().ifPresent(scale -> node.put("dimension", scale.id()));
        if (group > 0) {
            node.put("random_group", group);
        }
        ConditionWriter.write(node, item.condition());
    }

    /** Everything that stands above the questions of a part, but for the questionnaire's name. */
    private static Optional<String> above(InstrumentText words, int place, Part part) {
        PartText own = words.part(part);
        var lines = new ArrayList<String>();
        if (place == 0) {
            lines.add(words.instructions(Wording.CURRENT).markUp());
        }
        lines.add(own.title());
        own.text().map(MarkedText::markUp).ifPresent(lines::add);
        lines.removeIf(words.name()::equals);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", lines));
    }

    private void writeAnswers(ObjectNode item, ResponseScale scale) {
        if (scale.isNumber()) {
            writeNumbers(item, scale);
            return;
        }
        if (!scale.risesByOne()) {
            item.put("type", "multi");
            ArrayNode options = item.putArray("options");
            IntStream.range(0, scale.options().size())
                    .forEach(place ->
                            options.addObject().put("value", scale.value(place)).put("text_key", label(scale, place)));
            return;
        }
        item.put("type", "likert");
        if (!scale.equals(answers.get(0))) {
            writeRising(item, "likert_", scale);
        }
    }

    private void writeNumbers(ObjectNode item, ResponseScale scale) {
        if (scale.input() == InputType.NUMBER) {
            item.put("type", "short")
                    .putObject("validation")
                    .put("number_min", scale.lowest())
                    .put("number_max", scale.highest());
            return;
        }
        item.put("type", "vas").put("min", scale.lowest()).put("max", scale.highest());
        ArrayNode anchors = item.putArray("anchors");
        for (int place = 0; place < scale.options().size(); place++) {
            ResponseOption option = scale.options().get(place);
            String key = "answer.%s.%s".formatted(answers.indexOf(scale) + 1, place + 1);
            if (translate(key, words -> words.anchor(scale, option))) {
                anchors.addObject().put("value", option.value()).put("label", key);
            }
        }
    }
}

package org.threesigns.osd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A questionnaire as an OSD file defines it, as far as this application can ask and score it. Every reading method throws
 * {@link UnsupportedScaleException} for the rest.
 */
final class ScaleDefinition {

    private static final Set<String> READ = Set.of(
            "scale_info",
            "implementation",
            "dimensions",
            "items",
            "scoring",
            "likert_options",
            "parameters",
            "report",
            "data_output");
    private static final Set<String> READ_OF_AN_ITEM =
            Set.of("id", "text_key", "type", "dimension", "random_group", "required", "question_head", "_note");

    private static final Set<String> READ_OF_A_QUESTION =
            Stream.concat(READ_OF_AN_ITEM.stream(), Choices.READ.stream()).collect(Collectors.toSet());

    /** Parameters that say how a page looks, or what {@link #shuffles} reads. */
    private static final Set<String> READ_PARAMETERS = Set.of("shuffle_questions", "show_header", "study_name");

    private final JsonNode definition;
    private final JsonNode translations;

    private ScaleDefinition(JsonNode file) {
        definition = file.path("definition");
        translations = file.path("translations");
        if (!definition.isObject() || !translations.isObject()) {
            throw new UnsupportedScaleException("this is no scale definition", "definition, translations");
        }
        refuseAllBut(READ, definition, "definition");
        refuseAllBut(READ_PARAMETERS, definition.path("parameters"), "parameters");
        definition.path("dimensions").forEach(dimension -> {
            if (dimension.has("enabled_param")
                    && !dimension.path("enabled_param").isNull()) {
                throw new UnsupportedScaleException(
                        "parameters of its own",
                        "dimension " + dimension.path("id").asString());
            }
        });
    }

    static ScaleDefinition parse(String json) {
        try {
            return new ScaleDefinition(JsonMapper.shared().readTree(json));
        } catch (JacksonException e) {
            throw new UnsupportedScaleException("this is not JSON (" + e.getOriginalMessage() + ")", "file");
        }
    }

    /** A short name for it. */
    String code() {
        return about("code").isEmpty() ? about("abbreviation") : about("code");
    }

    /** The key of the questionnaire, and the name of its folder. */
    String id() {
        return Keys.of(code().toLowerCase(Locale.ROOT), "scale_info");
    }

    /** What the file says about the questionnaire: {@code code}, {@code name}, {@code license}, {@code citation} and others. */
    String about(String key) {
        return definition.path("scale_info").path(key).asString("").strip();
    }

    /** @param head the key of the text above it; empty where it has none */
    record Question(String id, String textKey, String head, boolean shuffled, Choices choices) {}

    /** What stands on its own between questions: an instruction, or the heading of a section. */
    record Interlude(String textKey) {}

    /** Questions and what stands between them, in order. */
    List<Object> items() {
        boolean shuffles = shuffles();
        var items = new ArrayList<>();
        for (JsonNode item : definition.path("items")) {
            String place = "item " + item.path("id").asString();
            String type = item.path("type").asString();
            switch (type) {
                case "inst", "section" -> {
                    refuseAllBut(READ_OF_AN_ITEM, item, place);
                    if (item.hasNonNull("text_key")) {
                        items.add(new Interlude(item.path("text_key").asString()));
                    }
                }
                case "likert", "multi" -> {
                    refuseAllBut(READ_OF_A_QUESTION, item, place);
                    items.add(question(item, shuffles, place));
                }
                default -> throw new UnsupportedScaleException("items of the type '%s'".formatted(type), place);
            }
        }
        return items;
    }

    private Question question(JsonNode item, boolean shuffles, String place) {
        String head = item.has("question_head")
                ? item.path("question_head").asString("")
                : definition.path("likert_options").path("question_head").asString("");
        return new Question(
                item.path("id").asString(),
                item.path("text_key").asString(),
                head,
                shuffles && item.path("random_group").asInt(0) > 0,
                item.path("type").asString().equals("multi")
                        ? Choices.listed(item, place)
                        : Choices.rising(definition.path("likert_options"), item, place));
    }

    private boolean shuffles() {
        JsonNode usual = definition.path("parameters").path("shuffle_questions").path("default");
        return usual.isBoolean() ? usual.asBoolean() : usual.asInt(0) != 0;
    }

    /** The scores, in the file's order. */
    List<Score> scores() {
        return Score.all(definition);
    }

    Set<String> languages() {
        return translations.propertyStream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A text in this language; empty where it is missing. */
    Optional<String> text(String language, String key) {
        String text = translations.path(language).path(key).asString("");
        return text.isBlank() ? Optional.empty() : Optional.of(MarkUp.strip(text, key));
    }

    /** Refuses what a node asks for beyond what is read of it; notes begin with an underscore. */
    static void refuseAllBut(Set<String> known, JsonNode node, String place) {
        for (var entry : node.properties()) {
            boolean empty = entry.getValue().isNull()
                    || (entry.getValue().isContainer() && entry.getValue().isEmpty());
            if (!known.contains(entry.getKey()) && !entry.getKey().startsWith("_") && !empty) {
                throw new UnsupportedScaleException("'%s'".formatted(entry.getKey()), place);
            }
        }
    }
}

package org.threesigns.osd;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
 * {@link UnsupportedFeatureException} for the rest.
 */
final class OsdDefinition {

    private static final Set<String> READ = Set.of(
            "scale_info",
            "implementation",
            "dimensions",
            "items",
            "pages",
            "scoring",
            "likert_options",
            "parameters",
            "report",
            "data_output");
    static final Set<String> READ_OF_AN_ITEM = Set.of(
            "id",
            "text_key",
            "type",
            "dimension",
            "random_group",
            "required",
            "question_head",
            "_note",
            ConditionWriter.KEY);

    private static final Set<String> READ_OF_A_QUESTION =
            Stream.concat(READ_OF_AN_ITEM.stream(), Choices.READ.stream()).collect(Collectors.toSet());

    private static final Set<String> READ_OF_A_NUMBER = Stream.concat(
                    READ_OF_AN_ITEM.stream(), Choices.READ_OF_NUMBERS.stream())
            .collect(Collectors.toSet());

    private final JsonNode definition;
    private final JsonNode translations;
    private final Parameters parameters;
    private final Set<String> leftOut;

    private OsdDefinition(JsonNode file, Map<String, String> given) {
        translations = file.path("translations");
        if (!file.path("definition").isObject() || !translations.isObject()) {
            throw new UnsupportedFeatureException("this is no scale definition", "definition, translations");
        }
        parameters = new Parameters(file.path("definition").path("parameters"), given);
        var reduced = new ReducedDefinition(file.path("definition"), parameters);
        definition = reduced.definition();
        leftOut = new LinkedHashSet<>(reduced.leftOut());
        refuseAllBut(READ, definition, "definition");
        definition.path("dimensions").forEach(dimension -> {
            if (dimension.hasNonNull(ConditionWriter.KEY)) {
                throw new UnsupportedFeatureException(
                        "conditions of its own",
                        "dimension " + dimension.path("id").asString(""));
            }
        });
    }

    /** @param given the values of parameters, where they are not to have their defaults */
    static OsdDefinition parse(String json, Map<String, String> given) {
        JsonNode file;
        try {
            file = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new UnsupportedFeatureException("this is not JSON (" + e.getOriginalMessage() + ")", "file");
        }
        return new OsdDefinition(file, given);
    }

    /** What is in the file and not in what was read of it, in words. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
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

    /**
     * @param heads the keys of the texts above it
     * @param stem the item that it is a row or a box of; empty where it is an item itself
     * @param boxes the key of the question that it is a box of; empty where it is none
     * @param randomGroup it is asked in random order among those of the same number; 0 where it has its place
     * @param after which answers it is asked
     */
    record Question(
            String id,
            String textKey,
            List<String> heads,
            String stem,
            String boxes,
            int randomGroup,
            Choices choices,
            AskedAfter after) {}

    /** What stands on its own between questions: an instruction, or the beginning of a section, which may have no text. */
    record Interlude(String textKey, AskedAfter after) {}

    /** Questions and what stands between them, in order. */
    List<Object> items() {
        boolean shuffles = parameters.isOn("shuffle_questions");
        Map<String, String> pages = Pages.ofItems(definition);
        Optional<String> page = Optional.empty();
        var items = new ArrayList<>();
        for (JsonNode item : definition.path("items")) {
            Optional<String> own = Optional.ofNullable(pages.get(written(item)));
            if (!own.equals(page)) {
                items.add(new Interlude("", new AskedAfter(Map.of())));
                page = own;
            }
            read(item, shuffles).ifPresent(items::add);
        }
        return items;
    }

    /** Empty where the item is an instruction without words. */
    private Optional<Object> read(JsonNode item, boolean shuffles) {
        String place = "item " + item.path("id").asString("");
        String type = item.path("type").asString("");
        switch (type) {
            case "inst", "section" -> {
                refuseAllBut(READ_OF_AN_ITEM, item, place);
                return item.hasNonNull("text_key") || type.equals("section")
                        ? Optional.of(new Interlude(item.path("text_key").asString(""), after(item)))
                        : Optional.empty();
            }
            case "likert", "multi", "multicheck" -> {
                refuseAllBut(READ_OF_A_QUESTION, item, place);
                return Optional.of(question(item, shuffles, place));
            }
            default -> {
                if (!type.equals("vas") && !Choices.isNumber(item)) {
                    throw new UnsupportedFeatureException("items of the type '%s'".formatted(type), place);
                }
                refuseAllBut(READ_OF_A_NUMBER, item, place);
                return Optional.of(question(item, shuffles, place));
            }
        }
    }

    /** The key in the file: that of the whole where it is a row or a box. */
    static String written(JsonNode item) {
        return item.path(SingleItems.STEM).asString(item.path("id").asString(""));
    }

    private Question question(JsonNode item, boolean shuffles, String place) {
        String text = item.path("text_key").asString("");
        if (text.isEmpty()) {
            throw new UnsupportedFeatureException("a question without a text", place);
        }
        JsonNode likert = definition.path("likert_options");
        String type = item.path("type").asString("");
        boolean box = type.equals("multicheck");
        String stem = item.path(SingleItems.STEM_TEXT).asString("");
        String usual = Set.of("likert", "vas").contains(type)
                ? likert.path("question_head").asString("")
                : "";
        return new Question(
                item.path("id").asString(""),
                text,
                Stream.of(item.path("question_head").asString(usual), box ? "" : stem)
                        .filter(head -> !head.isEmpty())
                        .toList(),
                item.path(SingleItems.STEM).asString(""),
                box ? stem : "",
                shuffles ? Math.max(0, item.path("random_group").asInt(0)) : 0,
                Choices.of(item, likert, place).orElseThrow(),
                after(item));
    }

    private static AskedAfter after(JsonNode item) {
        return AskedAfter.of(item.path(ConditionWriter.KEY));
    }

    /** The scores, in the file's order. */
    List<Score> scores() {
        return Score.all(definition);
    }

    Set<String> languages() {
        return translations.propertyStream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words of a text in this language; empty where it is missing. */
    Optional<String> text(String language, String key) {
        return find(language, key).map(text -> MarkUp.strip(text, key));
    }

    /**
     * The same with its mark-up, or without any where that is not sound.
     *
     * @param headings whether there can be headings in it
     */
    Optional<String> markedText(String language, String key, boolean headings) {
        return find(language, key).map(text -> {
            String plain = MarkUp.strip(text, key);
            try {
                return MarkUp.keep(text, headings);
            } catch (IllegalArgumentException e) {
                leftOut.add("the mark-up of the text %s (%s): %s".formatted(key, language, e.getMessage()));
                return plain;
            }
        });
    }

    private Optional<String> find(String language, String key) {
        String text = translations.path(language).path(key).asString("");
        return text.isBlank() ? Optional.empty() : Optional.of(parameters.fill(text, key));
    }

    /** Refuses what a node asks for beyond what is read of it; notes begin with an underscore. */
    static void refuseAllBut(Set<String> known, JsonNode node, String place) {
        for (var entry : node.properties()) {
            boolean empty = entry.getValue().isNull()
                    || (entry.getValue().isContainer() && entry.getValue().isEmpty());
            if (!known.contains(entry.getKey()) && !entry.getKey().startsWith("_") && !empty) {
                throw new UnsupportedFeatureException("'%s'".formatted(entry.getKey()), place);
            }
        }
    }
}

package org.threesigns.osd;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The answers that a question can have, in the order shown.
 *
 * @param options at least one
 * @param boxes whether it is a box to tick, whose options have no words
 */
record Choices(List<Option> options, boolean boxes) {

    /** Those of a box: left open or ticked. */
    static final Choices BOX = new Choices(List.of(new Option(0, "0", "", "☐"), new Option(1, "1", "", "☑")), true);

    /** What an item can say about its answers. */
    static final Set<String> READ =
            Set.of("likert_points", "likert_min", "likert_max", "likert_labels", "likert_reverse", "options");

    private static final Set<String> READ_OF_AN_OPTION = Set.of("text_key", "value");

    /**
     * An answer.
     *
     * @param given its value as conditions of the file name it
     * @param labelKey the key of its label; may be empty
     * @param otherwise what it is called where it has no label
     */
    record Option(int value, String given, String labelKey, String otherwise) {

        static Option of(int value, String labelKey) {
            return new Option(value, Integer.toString(value), labelKey, Integer.toString(value));
        }
    }

    Choices {
        options = List.copyOf(options);
    }

    /** Those that an item lists by value and label. */
    static Choices listed(JsonNode item, String place) {
        List<Option> options = item.path("options")
                .valueStream()
                .map(option -> listedOption(option, place))
                .toList();
        if (options.isEmpty()) {
            throw new UnsupportedScaleException("no options", place);
        }
        return new Choices(options, false);
    }

    private static Option listedOption(JsonNode option, String place) {
        ScaleDefinition.refuseAllBut(READ_OF_AN_OPTION, option, place);
        if (!option.path("value").isInt()) {
            throw new UnsupportedScaleException("options without a whole number", place);
        }
        int value = option.path("value").asInt();
        String given = option.path(SingleItems.GIVEN).asString(Integer.toString(value));
        return new Option(value, given, option.path("text_key").asString(""), given);
    }

    /** Values that rise by one, as the item says, and for what it does not say, as all items of the questionnaire do. */
    static Choices rising(JsonNode all, JsonNode item, String place) {
        List<JsonNode> labels =
                either(item, "likert_labels", all, "labels").valueStream().toList();
        int lowest = either(item, "likert_min", all, "min").asInt(1);
        int points = either(item, "likert_points", all, "points").asInt(labels.size());
        int highest = either(item, "likert_max", item.has("likert_points") ? item : all, "max")
                .asInt(lowest + points - 1);
        if (points < 1 || labels.size() > points || highest != lowest + points - 1) {
            throw new UnsupportedScaleException("options whose values do not rise by one", place);
        }
        List<Option> options = IntStream.range(0, points)
                .mapToObj(point -> Option.of(
                        lowest + point,
                        point < labels.size() ? labels.get(point).asString("") : ""))
                .collect(Collectors.toList());
        if (either(item, "likert_reverse", all, "likert_reverse").asBoolean(false)) {
            Collections.reverse(options);
        }
        return new Choices(options, false);
    }

    /** Those of an item; empty where it has no list of answers. */
    static Optional<Choices> of(JsonNode item, JsonNode all, String place) {
        return switch (item.path("type").asString()) {
            case "multi" -> Optional.of(listed(item, place));
            case "multicheck" -> Optional.of(BOX);
            case "likert" -> Optional.of(rising(all, item, place));
            default -> Optional.empty();
        };
    }

    /** The different values as the format compares them. */
    Set<String> values() {
        return options.stream().map(Option::given).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static JsonNode either(JsonNode item, String key, JsonNode all, String keyOfAll) {
        return item.hasNonNull(key) ? item.path(key) : all.path(keyOfAll);
    }

    Option first() {
        return options.get(0);
    }

    Option last() {
        return options.get(options.size() - 1);
    }
}

package org.threesigns.osd;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.threesigns.instrument.InputType;
import org.threesigns.instrument.ResponseScale;
import tools.jackson.databind.JsonNode;

/**
 * The answers that a question can have, in the order shown.
 *
 * @param input how they are asked for
 * @param options at least one; of numbers, each of them
 */
record Choices(InputType input, List<Option> options) {

    /** Those of a box: left open or ticked. */
    static final Choices BOX =
            new Choices(InputType.CHECKBOX, List.of(new Option(0, "0", "", "☐"), new Option(1, "1", "", "☑")));

    /** What an item can say about its answers. */
    static final Set<String> READ =
            Set.of("likert_points", "likert_min", "likert_max", "likert_labels", "likert_reverse", "options");

    /** What a question that is answered on a slider or with a number can say about its answers. */
    static final Set<String> READ_OF_NUMBERS =
            Set.of("min", "max", "min_label", "max_label", "anchors", "orientation", "validation");

    private static final Set<String> READ_OF_A_VALIDATION = Set.of(
            "type",
            "min",
            "max",
            "min_error",
            "max_error",
            "number_min",
            "number_max",
            "number_min_error",
            "number_max_error");
    private static final Set<String> READ_OF_AN_ANCHOR = Set.of("value", "label");

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
            throw new UnsupportedFeatureException("no options", place);
        }
        return new Choices(InputType.CHOICE, options);
    }

    private static Option listedOption(JsonNode option, String place) {
        OsdDefinition.refuseAllBut(READ_OF_AN_OPTION, option, place);
        if (!option.path("value").isInt()) {
            throw new UnsupportedFeatureException("options without a whole number", place);
        }
        int value = option.path("value").asInt();
        String given = option.path(SingleItems.GIVEN).asString(Integer.toString(value));
        return new Option(value, given, option.path("text_key").asString(""), given);
    }

    /** Values that rise by one, as the item says, and for what it does not say, as all items of the questionnaire do. */
    static Choices rising(JsonNode all, JsonNode item, String place) {
        List<JsonNode> labels =
                either(item, "likert_labels", all, "labels").valueStream().toList();
        int lowest = wholeNumber(either(item, "likert_min", all, "min"), 1, place);
        int points = wholeNumber(either(item, "likert_points", all, "points"), labels.size(), place);
        int highest = wholeNumber(
                either(item, "likert_max", item.has("likert_points") ? item : all, "max"), lowest + points - 1, place);
        if (points > ResponseScale.MOST_OPTIONS) {
            throw new UnsupportedFeatureException("more than %s options".formatted(ResponseScale.MOST_OPTIONS), place);
        }
        if (points < 1 || labels.size() > points || highest != lowest + points - 1) {
            throw new UnsupportedFeatureException("options whose values do not rise by one", place);
        }
        List<Option> options = IntStream.range(0, points)
                .mapToObj(point -> Option.of(
                        lowest + point,
                        point < labels.size() ? labels.get(point).asString("") : ""))
                .collect(Collectors.toList());
        if (either(item, "likert_reverse", all, "likert_reverse").asBoolean(false)) {
            Collections.reverse(options);
        }
        return new Choices(InputType.CHOICE, options);
    }

    private static int wholeNumber(JsonNode number, int otherwise, String place) {
        if (number.isNumber() && number.asDouble(0) != number.asInt(0)) {
            throw new UnsupportedFeatureException("options without a whole number", place);
        }
        return number.asInt(otherwise);
    }

    boolean areNumbers() {
        return input.isNumber();
    }

    /** Whether they are those of a box to tick, which have no words. */
    boolean areBoxes() {
        return input == InputType.CHECKBOX;
    }

    /** Whether an item asks for a number with limits. */
    static boolean isNumber(JsonNode item) {
        JsonNode rules = item.path("validation");
        boolean ofTheType = rules.path("type").asString("").equals("number") && rules.has("min") && rules.has("max");
        return item.path("type").asString("").equals("short")
                && (ofTheType || (rules.has("number_min") && rules.has("number_max")));
    }

    /** The whole numbers between the limits of an item that {@link #isNumber asks for one}. */
    static Choices written(JsonNode item, String place) {
        JsonNode rules = item.path("validation");
        OsdDefinition.refuseAllBut(READ_OF_A_VALIDATION, rules, place);
        return numbers(
                InputType.NUMBER,
                rules.path(rules.has("number_min") ? "number_min" : "min"),
                rules.path(rules.has("number_max") ? "number_max" : "max"),
                Map.of(),
                place);
    }

    /** The whole numbers of a slider, which says what its ends mean. */
    static Choices slider(JsonNode item, String place) {
        JsonNode min = item.path("min");
        JsonNode max = item.path("max");
        Map<Integer, String> labels = new HashMap<>();
        item.path("anchors").forEach(anchor -> {
            OsdDefinition.refuseAllBut(READ_OF_AN_ANCHOR, anchor, place);
            labels.put(
                    wholeNumber(anchor.path("value"), place),
                    anchor.path("label").asString(""));
        });
        if (labels.isEmpty()) {
            labels.put(wholeNumber(min, place), item.path("min_label").asString(""));
            labels.put(wholeNumber(max, place), item.path("max_label").asString(""));
        }
        Choices slider = numbers(InputType.SLIDER, min, max, labels, place);
        if (slider.first().labelKey().isEmpty() || slider.last().labelKey().isEmpty()) {
            throw new UnsupportedFeatureException("a slider without words for both ends", place);
        }
        return slider;
    }

    private static Choices numbers(
            InputType input, JsonNode min, JsonNode max, Map<Integer, String> labels, String place) {
        int from = wholeNumber(min, place);
        int to = wholeNumber(max, place);
        if (from < -ResponseScale.LARGEST_VALUE
                || to > ResponseScale.LARGEST_VALUE
                || to <= from
                || to - from >= ResponseScale.MOST_NUMBERS) {
            throw otherNumbers(place);
        }
        return new Choices(
                input,
                IntStream.rangeClosed(from, to)
                        .mapToObj(number -> Option.of(number, labels.getOrDefault(number, "")))
                        .toList());
    }

    private static int wholeNumber(JsonNode number, String place) {
        if (!number.isInt()) {
            throw otherNumbers(place);
        }
        return number.asInt();
    }

    private static UnsupportedFeatureException otherNumbers(String place) {
        return new UnsupportedFeatureException(
                "numbers other than up to %s whole ones".formatted(ResponseScale.MOST_NUMBERS), place);
    }

    /** Those of an item; empty where it has no list of answers. */
    static Optional<Choices> of(JsonNode item, JsonNode all, String place) {
        return switch (item.path("type").asString("")) {
            case "multi" -> Optional.of(listed(item, place));
            case "multicheck" -> Optional.of(BOX);
            case "likert" -> Optional.of(rising(all, item, place));
            case "vas" -> Optional.of(slider(item, place));
            default -> isNumber(item) ? Optional.of(written(item, place)) : Optional.empty();
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

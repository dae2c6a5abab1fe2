package org.threesigns.osd;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the parameters of a questionnaire are set to, once and for all, and what follows for conditions and texts. */
final class Parameters {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:param\\.)?([A-Za-z_][\\w.]*)\\}");

    private final Map<String, String> values = new HashMap<>();

    /**
     * @param declared with their defaults
     * @param given other values than the defaults
     */
    Parameters(JsonNode declared, Map<String, String> given) {
        declared.properties()
                .forEach(each -> values.put(
                        each.getKey(), normal(each.getValue().path("default").asString(""))));
        given.forEach((name, value) -> {
            if (values.replace(name, normal(value)) == null) {
                throw new UnsupportedFeatureException("no parameter '%s'".formatted(name), "parameters");
            }
        });
    }

    /** The format writes yes and no both as words and as numbers. */
    private static String normal(String value) {
        return value.equals("true") ? "1" : value.equals("false") ? "0" : value;
    }

    boolean isOn(String name) {
        return !values.getOrDefault(name, "0").equals("0");
    }

    /** Whether it is declared, and off. */
    boolean isOff(String name) {
        return values.containsKey(name) && !isOn(name);
    }

    /** Whether this condition on a parameter holds. */
    boolean holds(JsonNode condition, String place) {
        String value = values.get(condition.path("parameter").asString(""));
        if (value == null) {
            throw new UnsupportedFeatureException("a condition on neither an answer nor a parameter", place);
        }
        Predicate<JsonNode> same = wanted -> normal(wanted.asString("")).equals(value);
        JsonNode wanted = condition.path("value");
        return switch (condition.path("operator").asString("")) {
            case "equals" -> same.test(wanted);
            case "not_equals" -> !same.test(wanted);
            case "in" -> wanted.valueStream().anyMatch(same);
            case "not_in" -> wanted.valueStream().noneMatch(same);
            default ->
                throw new UnsupportedFeatureException(
                        "the condition '%s'"
                                .formatted(condition.path("operator").asString("")),
                        place);
        };
    }

    /** The text with the values of the parameters that it names. */
    String fill(String text, String place) {
        return PLACEHOLDER.matcher(text).replaceAll(named -> Matcher.quoteReplacement(value(named, place)));
    }

    private String value(MatchResult named, String place) {
        String value = values.get(named.group(1));
        if (value == null) {
            throw new UnsupportedFeatureException("the placeholder " + named.group(), "text " + place);
        }
        return value;
    }
}

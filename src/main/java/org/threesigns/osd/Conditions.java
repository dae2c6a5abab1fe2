package org.threesigns.osd;

import static java.util.stream.Collectors.toCollection;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns conditions into the answers they need: for each earlier question, a set. Empty if no answers satisfy them. */
final class Conditions {

    /** As what a missing answer is compared. */
    private static final String UNANSWERED = "";

    private static final Map<String, Set<String>> ALWAYS = Map.of();

    private final Parameters parameters;
    private final JsonNode likertOptions;
    private final Map<String, JsonNode> earlier = new HashMap<>();
    private final Set<String> neverAsked = new HashSet<>();

    Conditions(Parameters parameters, JsonNode likertOptions) {
        this.parameters = parameters;
        this.likertOptions = likertOptions;
    }

    /** Goes on to the item after this one. */
    void passed(JsonNode item, boolean asked) {
        String id = item.path("id").asString("");
        if (asked) {
            earlier.put(id, item);
        } else {
            neverAsked.add(id);
        }
    }

    /**
     * The answers with which all of these conditions hold.
     *
     * @throws UnsupportedFeatureException if they are not some of the answers to each of some questions
     */
    Optional<Map<String, Set<String>>> all(Stream<JsonNode> conditions, String place) {
        Optional<Map<String, Set<String>>> all = Optional.of(ALWAYS);
        for (JsonNode condition : conditions.toList()) {
            all = all.flatMap(known -> of(condition, place).flatMap(more -> both(known, more)));
        }
        return all;
    }

    /** Refuses what asks for no answer. */
    static void requireAnswers(Map<String, Set<String>> needed, String place) {
        needed.forEach((item, answers) -> {
            if (answers.contains(UNANSWERED)) {
                throw new UnsupportedFeatureException(
                        "a condition that holds without an answer to %s, too".formatted(item), place);
            }
        });
    }

    private Optional<Map<String, Set<String>>> of(JsonNode condition, String place) {
        if (condition.path("all").isArray()) {
            return all(condition.path("all").valueStream(), place);
        }
        if (condition.path("any").isArray()) {
            return any(condition.path("any").valueStream(), place);
        }
        String item = condition.path("item").asString(condition.path("question").asString(""));
        if (item.isEmpty()) {
            return parameters.holds(condition, place) ? Optional.of(ALWAYS) : Optional.empty();
        }
        Set<String> fitting = answers(item, place).stream()
                .filter(answer -> holds(condition, answer, place))
                .collect(toCollection(LinkedHashSet::new));
        return needing(item, fitting, place);
    }

    private Optional<Map<String, Set<String>>> any(Stream<JsonNode> conditions, String place) {
        Optional<Map<String, Set<String>>> any = Optional.empty();
        for (JsonNode condition : conditions.toList()) {
            if (!any.equals(Optional.of(ALWAYS))) {
                Optional<Map<String, Set<String>>> each = of(condition, place);
                any = any.isPresent() && each.isPresent() ? either(any.get(), each.get(), place) : any.or(() -> each);
            }
        }
        return any;
    }

    private Optional<Map<String, Set<String>>> either(
            Map<String, Set<String>> one, Map<String, Set<String>> other, String place) {
        if (other.isEmpty()) {
            return Optional.of(ALWAYS);
        }
        if (one.size() != 1 || !one.keySet().equals(other.keySet())) {
            throw new UnsupportedFeatureException("a condition on the answer to one question or to another", place);
        }
        var together = new LinkedHashSet<String>();
        one.values().forEach(together::addAll);
        other.values().forEach(together::addAll);
        return needing(one.keySet().iterator().next(), together, place);
    }

    /** Nothing where no answer fits, and no condition where every answer does, or none. */
    private Optional<Map<String, Set<String>>> needing(String item, Set<String> fitting, String place) {
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(fitting.size() == answers(item, place).size() ? ALWAYS : Map.of(item, fitting));
    }

    private static Optional<Map<String, Set<String>>> both(
            Map<String, Set<String>> one, Map<String, Set<String>> other) {
        var both = new LinkedHashMap<>(one);
        other.forEach((item, answers) -> both.merge(item, answers, (mine, others) -> {
            var common = new LinkedHashSet<>(mine);
            common.retainAll(others);
            return common;
        }));
        return both.values().stream().anyMatch(Set::isEmpty) ? Optional.empty() : Optional.of(both);
    }

    /** All that this question can be answered with, and that it is not answered. */
    private Set<String> answers(String item, String place) {
        if (neverAsked.contains(item)) {
            return Set.of(UNANSWERED);
        }
        Set<String> answers = choices(item, place).values();
        answers.add(UNANSWERED);
        return answers;
    }

    /** What this answer to an earlier question, as the format compares it, counts. */
    int count(String item, String given, String place) {
        return choices(item, place).options().stream()
                .filter(option -> option.given().equals(given))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private Choices choices(String item, String place) {
        return Optional.ofNullable(earlier.get(item))
                .flatMap(node -> Choices.of(node, likertOptions, "item " + item))
                .orElseThrow(() -> new UnsupportedFeatureException(
                        "a condition on %s, which is no earlier question with a list of answers".formatted(item),
                        place));
    }

    private static boolean holds(JsonNode condition, String given, String place) {
        JsonNode wanted = condition.path("value");
        String operator = condition.path("operator").asString("");
        return switch (operator) {
            case "is_answered" -> !given.equals(UNANSWERED);
            case "is_not_answered" -> given.equals(UNANSWERED);
            case "equals" -> given.equals(text(wanted));
            case "not_equals" -> !given.equals(text(wanted));
            case "in" -> list(wanted).contains(given);
            case "not_in" -> !list(wanted).contains(given);
            case "greater_than" -> compare(given, wanted, place) > 0;
            case "less_than" -> compare(given, wanted, place) < 0;
            default -> throw new UnsupportedFeatureException("the condition '%s'".formatted(operator), place);
        };
    }

    /** No answer is neither more nor less than a number. */
    private static int compare(String given, JsonNode wanted, String place) {
        try {
            var limit = new BigDecimal(text(wanted));
            return given.equals(UNANSWERED) ? 0 : new BigDecimal(given).compareTo(limit);
        } catch (NumberFormatException e) {
            throw new UnsupportedFeatureException("a comparison with '%s'".formatted(text(wanted)), place);
        }
    }

    private static List<String> list(JsonNode wanted) {
        return wanted.isArray()
                ? wanted.valueStream().map(Conditions::text).toList()
                : Arrays.stream(text(wanted).split(",")).map(String::strip).toList();
    }

    /** The format compares texts, and a number as it is written without a fraction of 0. */
    private static String text(JsonNode value) {
        return value.decimalValueOpt()
                .map(number -> number.stripTrailingZeros().toPlainString())
                .orElseGet(() -> value.asString("").strip());
    }
}

package org.threesigns.osd;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.threesigns.instrument.InputType;
import org.threesigns.osd.Choices.Option;
import org.threesigns.osd.OsdDefinition.Question;
import org.threesigns.osd.Score.Coding;
import org.threesigns.osd.Score.Threshold;

/** Says in our words what a questionnaire asks and how it is scored. */
final class StructureWriter {

    private static final String ENGLISH = "en";
    private static final String REVERSE = "reverse";

    private final OsdDefinition scale;
    private final List<Choices> choices;
    private final List<Score> scores;
    private final List<PartDraft> screens;

    StructureWriter(OsdDefinition scale, List<PartDraft> screens) {
        this.scale = scale;
        this.choices = PartDraft.choices(screens);
        this.scores = scale.scores();
        this.screens = screens;
    }

    /** @param languages those that have all words */
    Map<String, Object> write(List<String> languages) {
        var structure = new LinkedHashMap<String, Object>();
        structure.put("id", scale.id());
        structure.put("version", 1);
        structure.put("default-language", Keys.language(languages.contains(ENGLISH) ? ENGLISH : languages.get(0)));
        structure.put("licence", licence());
        structure.put("options", options());
        if (!scores.isEmpty()) {
            structure.put("scales", scores.stream().map(this::scaleNode).toList());
        }
        structure.put(
                "items",
                screens.stream()
                        .flatMap(screen -> screen.questions().stream().map(question -> item(question, screen)))
                        .toList());
        structure.put("parts", each(screens.size(), this::part));
        return structure;
    }

    private String licence() {
        String licence = scale.about("license");
        String known = licence.isBlank() ? "not said" : licence;
        return scale.about("citation").isBlank() ? known : "%s. %s".formatted(known, scale.about("citation"));
    }

    /** One list; several by name where not all questions have the same. */
    private Object options() {
        if (choices.size() == 1) {
            return options(0);
        }
        var sets = new LinkedHashMap<String, Object>();
        IntStream.range(0, choices.size()).forEach(set -> sets.put(Keys.choices(set), options(set)));
        return sets;
    }

    private Object options(int set) {
        List<Option> options = choices.get(set).options();
        if (choices.get(set).areNumbers()) {
            Map<String, Object> numbers = range(options);
            if (choices.get(set).input() == InputType.SLIDER) {
                numbers.put("as", "slider");
            }
            return numbers;
        }
        List<Map<String, Object>> list = each(
                options.size(),
                place -> YamlWriter.entry(
                        "id",
                        Keys.option(set, place),
                        "value",
                        options.get(place).value()));
        return choices.get(set).areBoxes() ? YamlWriter.entry("as", "checkbox", "list", list) : list;
    }

    private static Map<String, Object> range(List<Option> numbers) {
        return YamlWriter.entry(
                "from",
                numbers.get(0).value(),
                "to",
                numbers.get(numbers.size() - 1).value());
    }

    private Map<String, Object> scaleNode(Score score) {
        Map<String, Object> node = YamlWriter.entry("id", Keys.of(score.id(), "score"));
        if (score.sum()) {
            node.put("score", "sum");
        }
        if (!score.transform().isEmpty()) {
            node.put("transform", score.transform());
        }
        if (!score.thresholds().isEmpty()) {
            node.put(
                    "labels",
                    each(
                            score.thresholds().size(),
                            place -> label(place, score.thresholds().get(place))));
            node.put(
                    "labels-source", scale.about("citation").isBlank() ? scale.about("name") : scale.about("citation"));
        }
        return node;
    }

    private static Map<String, Object> label(int place, Threshold threshold) {
        return YamlWriter.entry(
                "id",
                Keys.label(place),
                "from",
                YamlWriter.number(threshold.from()),
                "to",
                YamlWriter.number(threshold.to()));
    }

    private Map<String, Object> item(Question question, PartDraft screen) {
        Map<String, Object> node = YamlWriter.entry("id", Keys.of(question.id(), "item"));
        addCondition(node, question.after().beyond(screen.after()));
        int set = choices.indexOf(question.choices());
        if (set > 0) {
            node.put("options", Keys.choices(set));
        }
        List<Score> own = scores.stream()
                .filter(score -> score.codings().containsKey(question.id()))
                .toList();
        if (own.isEmpty()) {
            if (!scores.isEmpty()) {
                node.put("scored", false);
            }
            return node;
        }
        boolean reverse = coding(own.get(0), question).reverse();
        List<Object> references =
                own.stream().map(score -> reference(score, question, reverse)).toList();
        node.put("scale", references.size() == 1 ? references.get(0) : references);
        if (reverse) {
            node.put("keying", REVERSE);
        }
        return node;
    }

    private void addCondition(Map<String, Object> node, AskedAfter after) {
        var when = new LinkedHashMap<String, Object>();
        PartDraft.questions(screens).stream()
                .filter(question -> after.values().containsKey(question.id()))
                .forEach(question -> when.put(Keys.of(question.id(), "item"), optionsOf(question, after)));
        if (!when.isEmpty()) {
            node.put("when", when);
        }
    }

    private Object optionsOf(Question question, AskedAfter after) {
        List<Integer> values = Objects.requireNonNull(after.values().get(question.id()));
        List<Option> options = question.choices().options();
        if (question.choices().areNumbers()) {
            List<Option> some = options.stream()
                    .filter(option -> values.contains(option.value()))
                    .toList();
            boolean goesOn = some.get(some.size() - 1).value() - some.get(0).value() == some.size() - 1;
            return goesOn ? range(some) : some.stream().map(Option::value).toList();
        }
        return IntStream.range(0, options.size())
                .filter(place -> values.contains(options.get(place).value()))
                .mapToObj(place -> Keys.option(choices.indexOf(question.choices()), place))
                .toList();
    }

    /** @param reverse the keying of the question where a score does not say otherwise */
    private static Object reference(Score score, Question question, boolean reverse) {
        String key = Keys.of(score.id(), "score");
        Coding coding = coding(score, question);
        Map<String, Object> node = YamlWriter.entry("id", key);
        if (coding.reverse() != reverse) {
            node.put("keying", coding.reverse() ? REVERSE : "forward");
        }
        if (coding.weight().compareTo(BigDecimal.ONE) != 0) {
            node.put("weight", YamlWriter.number(coding.weight()));
        }
        return node.size() == 1 ? key : node;
    }

    private static Coding coding(Score score, Question question) {
        return Objects.requireNonNull(score.codings().get(question.id()));
    }

    private Map<String, Object> part(int place) {
        PartDraft screen = screens.get(place);
        Map<String, Object> node = YamlWriter.entry("id", Keys.part(place));
        if (screen.shuffled()) {
            node.put("order", "random");
        }
        addCondition(node, screen.after());
        node.put(
                "items",
                screen.questions().stream()
                        .map(question -> Keys.of(question.id(), "item"))
                        .toList());
        return node;
    }

    private static <T> List<T> each(int size, IntFunction<T> make) {
        return IntStream.range(0, size).mapToObj(make).toList();
    }
}

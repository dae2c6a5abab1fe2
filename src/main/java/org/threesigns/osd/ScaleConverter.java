package org.threesigns.osd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.osd.ScaleDefinition.Interlude;
import org.threesigns.osd.ScaleDefinition.Option;
import org.threesigns.osd.ScaleDefinition.Question;
import org.threesigns.osd.ScaleDefinition.Score;
import org.threesigns.osd.ScaleDefinition.Threshold;

/** Writes a scale definition as {@code instrument.yaml} and a file of words for each complete language. */
final class ScaleConverter {

    private static final int MOST_ON_A_SCREEN = 20;
    private static final int LONGEST_KEY = 60;
    private static final String ENGLISH = "en";

    private final ScaleDefinition scale;
    private final List<Option> options;
    private final List<Score> scores;
    private final List<Screen> screens;
    private final List<String> leftOut = new ArrayList<>();

    private ScaleConverter(ScaleDefinition scale) {
        this.scale = scale;
        this.options = scale.options();
        this.scores = scale.scores();
        this.screens = screens(scale.items());
    }

    /** @throws UnsupportedScaleException if it asks for something that our format cannot say */
    static ConvertedScale convert(ScaleDefinition scale) {
        return new ScaleConverter(scale).convert();
    }

    /** @param above the keys of the texts above the questions */
    private record Screen(List<String> above, List<Question> questions) {

        String head() {
            return questions.get(0).head();
        }

        boolean shuffled() {
            return questions.get(0).shuffled();
        }
    }

    private static List<Screen> screens(List<Object> items) {
        var screens = new ArrayList<Screen>();
        var above = new ArrayList<String>();
        for (Object item : items) {
            if (item instanceof Interlude interlude) {
                above.add(interlude.textKey());
            } else if (item instanceof Question question) {
                if (!above.isEmpty() || screens.isEmpty() || !goesOn(screens.get(screens.size() - 1), question)) {
                    screens.add(new Screen(List.copyOf(above), new ArrayList<>()));
                    above.clear();
                }
                screens.get(screens.size() - 1).questions().add(question);
            }
        }
        if (screens.isEmpty()) {
            throw new UnsupportedScaleException("no questions", "items");
        }
        return screens;
    }

    private static boolean goesOn(Screen screen, Question question) {
        return screen.head().equals(question.head())
                && screen.shuffled() == question.shuffled()
                && (screen.shuffled() || screen.questions().size() < MOST_ON_A_SCREEN);
    }

    private ConvertedScale convert() {
        List<String> languages =
                scale.languages().stream().filter(this::isComplete).toList();
        if (languages.isEmpty()) {
            throw new UnsupportedScaleException("no language has all texts", "translations");
        }
        var files = new LinkedHashMap<String, String>();
        languages.forEach(language -> files.put(language(language) + ".yaml", Yaml.write("", words(language))));
        files.put("instrument.yaml", Yaml.write(header(), structure(languages)));
        return new ConvertedScale(id(), files, leftOut);
    }

    /** A language counts if it has words for every question and for the answers at both ends. */
    private boolean isComplete(String language) {
        boolean complete = questions().stream()
                        .allMatch(question ->
                                scale.text(language, question.textKey()).isPresent())
                && Stream.of(options.get(0), options.get(options.size() - 1))
                        .allMatch(option ->
                                scale.text(language, option.labelKey()).isPresent());
        if (!complete) {
            leftOut.add("the language %s, which is not complete".formatted(language));
        }
        return complete;
    }

    private List<Question> questions() {
        return screens.stream().flatMap(screen -> screen.questions().stream()).toList();
    }

    private String id() {
        return key(scale.code().toLowerCase(Locale.ROOT), "scale_info");
    }

    private String header() {
        var header = new StringBuilder("# %s, converted from the Open Scale Definition \"%s\".\n"
                .formatted(scale.about("name"), scale.code()));
        comment(header, "Licence", scale.about("license"));
        comment(header, "About the licence", scale.about("license_explanation"));
        comment(header, "Cite as", citation());
        leftOut.forEach(what -> comment(header, "Left out", what));
        comment(header, "To add", "help lines for the people whom this questionnaire is for (three-signs.support)");
        return header.append('\n').toString();
    }

    private static void comment(StringBuilder header, String what, String text) {
        if (!text.isBlank()) {
            header.append("# %s: %s\n".formatted(what, text.replaceAll("\\s+", " ")));
        }
    }

    private String citation() {
        return scale.about("citation");
    }

    private Map<String, Object> structure(List<String> languages) {
        var structure = new LinkedHashMap<String, Object>();
        structure.put("id", id());
        structure.put("version", 1);
        structure.put("default-language", language(languages.contains(ENGLISH) ? ENGLISH : languages.get(0)));
        structure.put("licence", licence());
        structure.put("options", each(options.size(), this::option));
        structure.put("scales", scores.stream().map(this::scaleNode).toList());
        structure.put("items", questions().stream().map(this::item).toList());
        structure.put("parts", each(screens.size(), this::part));
        return structure;
    }

    private String licence() {
        String licence = scale.about("license");
        String known = licence.isBlank() ? "not said" : licence;
        return citation().isBlank() ? known : "%s. %s".formatted(known, citation());
    }

    private Map<String, Object> option(int place) {
        return entry("id", optionKey(place), "value", options.get(place).value());
    }

    private Map<String, Object> scaleNode(Score score) {
        Map<String, Object> node = entry("id", key(score.id(), "score"));
        if (score.sum()) {
            node.put("score", "sum");
        }
        if (!score.thresholds().isEmpty()) {
            node.put(
                    "labels",
                    each(
                            score.thresholds().size(),
                            place -> label(place, score.thresholds().get(place))));
            node.put("labels-source", citation().isBlank() ? scale.about("name") : citation());
        }
        return node;
    }

    private static Map<String, Object> label(int place, Threshold threshold) {
        return entry("id", labelKey(place), "from", Yaml.number(threshold.from()), "to", Yaml.number(threshold.to()));
    }

    private Map<String, Object> item(Question question) {
        Map<String, Object> node = entry("id", key(question.id(), "item"));
        List<Score> own = scores.stream()
                .filter(score -> score.weights().containsKey(question.id()))
                .toList();
        List<String> keys = own.stream().map(score -> key(score.id(), "score")).toList();
        if (keys.isEmpty()) {
            node.put("scored", false);
        } else {
            node.put("scale", keys.size() == 1 ? keys.get(0) : keys);
        }
        if (own.stream().anyMatch(score -> score.weights().getOrDefault(question.id(), 1) < 0)) {
            node.put("keying", "reverse");
        }
        return node;
    }

    private Map<String, Object> part(int place) {
        Screen screen = screens.get(place);
        Map<String, Object> node = entry("id", partKey(place));
        if (screen.shuffled()) {
            node.put("order", "random");
        }
        node.put(
                "items",
                screen.questions().stream()
                        .map(question -> key(question.id(), "item"))
                        .toList());
        return node;
    }

    private Map<String, Object> words(String language) {
        var words = new LinkedHashMap<String, Object>();
        String name = scale.about("name");
        String description = MarkUp.strip(scale.about("description"), "description");
        words.put("language", language(language));
        words.put("name", name);
        words.put("summary", description.isBlank() ? name : description);
        words.put("instructions", above(language, screens.get(0)).orElse(name));
        words.put("options", labels(language));
        var parts = new LinkedHashMap<String, Object>();
        for (int place = 0; place < screens.size(); place++) {
            Map<String, Object> part = entry("title", name);
            if (place > 0) {
                above(language, screens.get(place)).ifPresent(text -> part.put("text", text));
            }
            parts.put(partKey(place), part);
        }
        words.put("parts", parts);
        var items = new LinkedHashMap<String, Object>();
        questions()
                .forEach(question -> items.put(
                        key(question.id(), "item"),
                        scale.text(language, question.textKey()).orElseThrow()));
        words.put("items", items);
        words.put("scales", scaleWords());
        return words;
    }

    private Optional<String> above(String language, Screen screen) {
        var texts = new ArrayList<String>();
        screen.above().forEach(key -> scale.text(language, key).ifPresent(texts::add));
        scale.text(language, screen.head())
                .filter(head -> !texts.contains(head))
                .ifPresent(texts::add);
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", texts));
    }

    private Map<String, Object> labels(String language) {
        var labels = new LinkedHashMap<String, Object>();
        for (int place = 0; place < options.size(); place++) {
            Option option = options.get(place);
            labels.put(
                    optionKey(place), scale.text(language, option.labelKey()).orElse(Integer.toString(option.value())));
        }
        return labels;
    }

    private Map<String, Object> scaleWords() {
        var words = new LinkedHashMap<String, Object>();
        for (Score score : scores) {
            Map<String, Object> node = entry("name", score.name());
            if (!score.thresholds().isEmpty()) {
                var labels = new LinkedHashMap<String, Object>();
                for (int place = 0; place < score.thresholds().size(); place++) {
                    labels.put(labelKey(place), score.thresholds().get(place).label());
                }
                node.put("labels", labels);
            }
            words.put(key(score.id(), "score"), node);
        }
        return words;
    }

    /** A language tag as we write it: pt-BR. */
    private static String language(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
    }

    private static String optionKey(int place) {
        return "a" + (place + 1);
    }

    private static String labelKey(int place) {
        return "label-" + (place + 1);
    }

    private static String partKey(int place) {
        return "part-" + (place + 1);
    }

    private static String key(String id, String place) {
        String letters = id.replaceAll("[^A-Za-z0-9_-]", "-");
        String key = letters.matches("[A-Za-z].*") ? letters : "q-" + letters;
        if (id.isBlank() || key.length() > LONGEST_KEY) {
            throw new UnsupportedScaleException("the key '%s'".formatted(id), place);
        }
        return key;
    }

    private static Map<String, Object> entry(Object... keysAndValues) {
        var entry = new LinkedHashMap<String, Object>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            entry.put((String) keysAndValues[at], keysAndValues[at + 1]);
        }
        return entry;
    }

    private static <T> List<T> each(int size, IntFunction<T> make) {
        return IntStream.range(0, size).mapToObj(make).toList();
    }
}

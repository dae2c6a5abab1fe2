package org.threesigns.osd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threesigns.osd.Choices.Option;

/** Writes the words of a questionnaire in one language. */
final class WordsWriter {

    private final OsdDefinition scale;
    private final List<Choices> choices;
    private final List<Score> scores;
    private final List<PartDraft> screens;

    WordsWriter(OsdDefinition scale, List<PartDraft> screens) {
        this.scale = scale;
        this.choices = PartDraft.choices(screens);
        this.scores = scale.scores();
        this.screens = screens;
    }

    Map<String, Object> write(String language) {
        var words = new LinkedHashMap<String, Object>();
        String name = scale.about("name");
        String description = MarkUp.strip(scale.about("description"), "description");
        words.put("language", Keys.language(language));
        words.put("name", name);
        words.put("summary", description.isBlank() ? name : description);
        words.put("instructions", above(language, screens.get(0)).orElse(name));
        Map<String, Object> labels = labels(language);
        if (!labels.isEmpty()) {
            words.put("options", labels);
        }
        Map<String, Object> anchors = anchors(language);
        if (!anchors.isEmpty()) {
            words.put("anchors", anchors);
        }
        words.put("parts", parts(language, name));
        words.put("items", items(language));
        if (!scores.isEmpty()) {
            words.put("scales", scaleWords());
        }
        return words;
    }

    private Map<String, Object> parts(String language, String name) {
        var parts = new LinkedHashMap<String, Object>();
        for (int place = 0; place < screens.size(); place++) {
            Map<String, Object> part = YamlWriter.entry("title", name);
            if (place > 0) {
                above(language, screens.get(place)).ifPresent(text -> part.put("text", text));
            }
            String boxes = screens.get(place).boxes();
            if (!boxes.isEmpty()) {
                part.put("question", scale.markedText(language, boxes, false).orElseThrow());
            }
            parts.put(Keys.part(place), part);
        }
        return parts;
    }

    private Map<String, Object> items(String language) {
        var items = new LinkedHashMap<String, Object>();
        PartDraft.questions(screens)
                .forEach(question -> items.put(
                        Keys.of(question.id(), "item"),
                        scale.markedText(language, question.textKey(), false).orElseThrow()));
        return items;
    }

    private Optional<String> above(String language, PartDraft screen) {
        var texts = new ArrayList<String>();
        screen.above()
                .forEach(
                        text -> scale.markedText(language, text.textKey(), true).ifPresent(texts::add));
        screen.heads()
                .forEach(key -> scale.markedText(language, key, true)
                        .filter(head -> !texts.contains(head))
                        .ifPresent(texts::add));
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", texts));
    }

    private Map<String, Object> labels(String language) {
        var labels = new LinkedHashMap<String, Object>();
        for (int set = 0; set < choices.size(); set++) {
            if (choices.get(set).areNumbers()) {
                continue;
            }
            for (int place = 0; place < choices.get(set).options().size(); place++) {
                labels.put(
                        Keys.option(set, place),
                        label(language, choices.get(set).options().get(place)));
            }
        }
        return labels;
    }

    /** What numbers mean, by their range where there are several lists of answers. */
    private Map<String, Object> anchors(String language) {
        var anchors = new LinkedHashMap<String, Object>();
        for (int set = 0; set < choices.size(); set++) {
            var words = new LinkedHashMap<String, Object>();
            if (choices.get(set).areNumbers()) {
                choices.get(set)
                        .options()
                        .forEach(option -> scale.text(language, option.labelKey())
                                .ifPresent(text -> words.put(Integer.toString(option.value()), text)));
            }
            if (choices.size() == 1) {
                return words;
            }
            if (!words.isEmpty()) {
                anchors.put(Keys.choices(set), words);
            }
        }
        return anchors;
    }

    private String label(String language, Option option) {
        return scale.text(language, option.labelKey()).orElse(option.otherwise());
    }

    private Map<String, Object> scaleWords() {
        var words = new LinkedHashMap<String, Object>();
        for (Score score : scores) {
            Map<String, Object> node = YamlWriter.entry("name", score.name());
            if (!score.thresholds().isEmpty()) {
                node.put("labels", labels(score));
            }
            words.put(Keys.of(score.id(), "score"), node);
        }
        return words;
    }

    private static Map<String, Object> labels(Score score) {
        var labels = new LinkedHashMap<String, Object>();
        for (int place = 0; place < score.thresholds().size(); place++) {
            labels.put(Keys.label(place), score.thresholds().get(place).label());
        }
        return labels;
    }
}

package org.threesigns.osd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.threesigns.instrument.InputType;
import org.threesigns.osd.OsdDefinition.Interlude;

/** Writes a scale definition as {@code instrument.yaml} and a file of words for each complete language. */
final class QuestionnaireConverter {

    private final OsdDefinition scale;
    private final List<PartDraft> screens;
    private final List<String> moreLeftOut = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    private QuestionnaireConverter(OsdDefinition scale) {
        this.scale = scale;
        List<Object> items = scale.items();
        this.screens = PartDraft.of(items);
        PartDraft.after(items).stream()
                .map(Interlude::textKey)
                .filter(key -> !key.isEmpty())
                .forEach(key -> moreLeftOut.add("the text %s, which stands after the last question".formatted(key)));
    }

    /** @throws UnsupportedFeatureException if it asks for something that our format cannot say */
    static ConvertedQuestionnaire convert(OsdDefinition scale) {
        return new QuestionnaireConverter(scale).convert();
    }

    private ConvertedQuestionnaire convert() {
        List<String> languages = scale.languages().stream()
                .filter(this::hasCode)
                .filter(this::isComplete)
                .filter(this::isFirstOfItsCode)
                .toList();
        if (languages.isEmpty()) {
            throw new UnsupportedFeatureException(
                    "no language has all texts and a code such as en or pt-BR", "translations");
        }
        var words = new WordsWriter(scale, screens);
        var files = new LinkedHashMap<String, String>();
        languages.forEach(
                language -> files.put(Keys.language(language) + ".yaml", YamlWriter.write("", words.write(language))));
        List<String> leftOut =
                Stream.concat(scale.leftOut().stream(), moreLeftOut.stream()).toList();
        files.put(
                "instrument.yaml",
                YamlWriter.write(header(leftOut), new StructureWriter(scale, screens).write(languages)));
        return new ConvertedQuestionnaire(scale.id(), files, leftOut);
    }

    private boolean hasCode(String language) {
        boolean known = Keys.isLanguage(language);
        if (!known) {
            moreLeftOut.add("the language %s, whose code is none such as en or pt-BR".formatted(language));
        }
        return known;
    }

    /** A file may have both pt-BR and pt_BR. */
    private boolean isFirstOfItsCode(String language) {
        boolean first = codes.add(Keys.language(language));
        if (!first) {
            moreLeftOut.add("the language %s, which is there twice".formatted(language));
        }
        return first;
    }

    /** A language counts if it has words for every question and for the answers at both ends, but for numbers that are written. */
    private boolean isComplete(String language) {
        boolean complete = PartDraft.questions(screens).stream()
                        .flatMap(question -> Stream.of(question.textKey(), question.boxes()))
                        .filter(key -> !key.isEmpty())
                        .allMatch(key -> scale.text(language, key).isPresent())
                && PartDraft.choices(screens).stream()
                        .filter(choices -> !choices.areBoxes() && choices.input() != InputType.NUMBER)
                        .flatMap(choices -> Stream.of(choices.first(), choices.last()))
                        .allMatch(option ->
                                scale.text(language, option.labelKey()).isPresent());
        if (!complete) {
            moreLeftOut.add("the language %s, which is not complete".formatted(language));
        }
        return complete;
    }

    private String header(List<String> leftOut) {
        var header = new StringBuilder("# %s, converted from the Open Scale Definition \"%s\".\n"
                .formatted(scale.about("name"), scale.code()));
        comment(header, "Licence", scale.about("license"));
        comment(header, "About the licence", scale.about("license_explanation"));
        comment(header, "Cite as", scale.about("citation"));
        leftOut.forEach(what -> comment(header, "Left out", what));
        if (PartDraft.choices(screens).stream().anyMatch(Choices::areBoxes)) {
            comment(
                    header,
                    "To look at",
                    "boxes such as \"None of the above\" or \"Prefer not to say\": below all boxes the form offers both itself");
        }
        comment(
                header,
                "To add",
                "help for the people whom this questionnaire is for (support.<language>.yaml), and what puts it first (support-first)");
        return header.append('\n').toString();
    }

    private static void comment(StringBuilder header, String what, String text) {
        if (!text.isBlank()) {
            header.append("# %s: %s\n".formatted(what, text.replaceAll("\\s+", " ")));
        }
    }
}

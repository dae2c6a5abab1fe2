package org.threesigns.questionnaire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;

/** Fills in the form of a page, field by field, as a browser would send it. */
final class SheetOfAnswers {

    private static final Pattern HIDDEN_FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    private final Instrument instrument = TestInstruments.threeSigns();
    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    /** A form as this page hands it out, with nothing answered. */
    static SheetOfAnswers on(String page) {
        var sheet = new SheetOfAnswers();
        Matcher field = HIDDEN_FIELD.matcher(page);
        while (field.find()) {
            sheet.fields.add(field.group(1), field.group(2));
        }
        return sheet;
    }

    /** Answers every question with this option. */
    SheetOfAnswers all(String option) {
        instrument.items().forEach(item -> answer(item.id(), option));
        return this;
    }

    SheetOfAnswers answer(String item, String option) {
        fields.set(item, option);
        return this;
    }

    /** Sends a field once more, beside what is there. */
    SheetOfAnswers add(String field, String value) {
        fields.add(field, value);
        return this;
    }

    SheetOfAnswers set(String field, String value) {
        fields.set(field, value);
        return this;
    }

    SheetOfAnswers without(String field) {
        fields.remove(field);
        return this;
    }

    /** Leaves all questions of this scale open. */
    SheetOfAnswers withoutScale(String scale) {
        instrument.scales().stream()
                .filter(candidate -> candidate.id().equals(scale))
                .flatMap(found -> found.items().stream())
                .map(Item::id)
                .forEach(fields::remove);
        return this;
    }

    MultiValueMap<String, String> fields() {
        return fields;
    }
}

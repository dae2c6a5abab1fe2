package org.threesigns.questionnaire;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Wording;

/** What a browser sent, once it is known to be something that a browser sends. */
record SubmittedForm(MultiValueMap<String, String> values) {

    /** No field of ours is longer; a stamp, the longest, stays well below. */
    private static final int LONGEST = 300;

    private static final String WITHOUT_THE_OPEN_ONES = "without";
    private static final String STAY = "stay";
    private static final String STAY_ON_ALL_PARTS = "stay-on-all";

    /** @throws ResponseStatusException 400 if a field is longer than any of ours, or has control characters */
    SubmittedForm {
        values.forEach((field, texts) -> {
            requirePlain(field);
            texts.forEach(SubmittedForm::requirePlain);
        });
    }

    private static void requirePlain(@Nullable String text) {
        if (text != null && (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    @Nullable
    String one(String field) {
        return values.getFirst(field);
    }

    /** The version of the instrument that the form was made for; 0 where that is not a number. */
    int version() {
        String version = one(QuestionnaireForm.VERSION);
        return version != null && version.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(version) : 0;
    }

    /** The instrument, at the version, that the form says it was made for. */
    Optional<Instrument> instrument(InstrumentCatalog catalog) {
        return Optional.ofNullable(one(QuestionnaireForm.INSTRUMENT)).flatMap(id -> catalog.find(id, version()));
    }

    Wording wording(Instrument instrument) {
        return wording(instrument, one(QuestionnaireForm.ABOUT));
    }

    /** The wording that this names, or else the instrument's usual one. */
    static Wording wording(Instrument instrument, @Nullable String about) {
        return instrument.wordings().stream()
                .filter(wording -> wording.key().equals(about))
                .findFirst()
                .orElse(instrument.wordings().get(0));
    }

    boolean asksForResultWithout() {
        return WITHOUT_THE_OPEN_ONES.equals(one(QuestionnaireForm.SEND));
    }

    /** Whether somebody filled in what nobody sees. */
    boolean honeypotFilled() {
        return values.getOrDefault(QuestionnaireForm.HONEYPOT, List.of()).stream()
                .anyMatch(text -> !text.isEmpty());
    }

    /** Whether only the page's language is to change. */
    boolean stays() {
        return STAY.equals(one(QuestionnaireForm.SEND)) || staysOnAllParts();
    }

    /** Whether the language changes on a page that had been returned with errors. */
    boolean staysOnAllParts() {
        return STAY_ON_ALL_PARTS.equals(one(QuestionnaireForm.SEND));
    }
}

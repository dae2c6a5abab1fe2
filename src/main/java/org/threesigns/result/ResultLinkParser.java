package org.threesigns.result;

import java.util.Optional;
import org.threesigns.assessment.AssessmentToken;

/** What a pasted link turned out to be. */
sealed interface ResultLinkParser {

    /** A result that can be compared with the other one. */
    record Found(Result result) implements ResultLinkParser {}

    /**
     * No result that can be compared.
     *
     * @param problem what is wrong with it, as part of a message's key
     */
    record Refused(String problem) implements ResultLinkParser {}

    /** Far more than a link is long. */
    int LONGEST = 2_000;

    /**
     * Reads what was pasted.
     *
     * @param own the result to compare with
     */
    static ResultLinkParser read(String text, Result own, Results results) {
        if (text.isBlank()) {
            return new Refused("empty");
        }
        Optional<AssessmentToken> token = token(text);
        if (token.isEmpty()) {
            return new Refused("unreadable");
        }
        if (token.get().equals(own.token())) {
            return new Refused("same");
        }
        return results.find(token.get()).map(found -> comparable(found, own)).orElse(new Refused("nowhere"));
    }

    private static Optional<AssessmentToken> token(String text) {
        return text.length() <= LONGEST
                ? MangledLink.key(text, "result").flatMap(AssessmentToken::parse)
                : Optional.empty();
    }

    private static ResultLinkParser comparable(Result found, Result own) {
        if (!found.stored().instrument().equals(own.stored().instrument())) {
            return new Refused("instrument");
        }
        return found.stored().version() == own.stored().version() ? new Found(found) : new Refused("version");
    }
}

package org.threesigns.result;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** The link with whatever stands around it in a message, or the key alone. */
    Pattern KEY = Pattern.compile("(?:/result/|^)([A-Za-z0-9_-]{24})(?![A-Za-z0-9_-])");

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
        Matcher key = KEY.matcher(text.strip());
        return text.length() <= LONGEST && key.find() ? AssessmentToken.parse(key.group(1)) : Optional.empty();
    }

    private static ResultLinkParser comparable(Result found, Result own) {
        if (!found.stored().instrument().equals(own.stored().instrument())) {
            return new Refused("instrument");
        }
        return found.stored().version() == own.stored().version() ? new Found(found) : new Refused("version");
    }
}

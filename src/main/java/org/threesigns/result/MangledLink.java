package org.threesigns.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * Finds the key in a link that went through a message: with punctuation after it, broken over a line, or wrapped in the
 * address of a mail scanner.
 */
final class MangledLink {

    private static final int KEY_LENGTH = 24;

    /** A line break inside a link, with what mail programs put around one: {@code =} before it, {@code >} after it. */
    private static final String BREAK = "(?:=?\\s+(?:>\\s*)*)";

    private static final Pattern KEY_ALONE = Pattern.compile("^[^A-Za-z0-9_-]*([A-Za-z0-9_-]{24})(?![A-Za-z0-9_-])");

    /** How Proofpoint writes an address inside its own: {@code _} for a slash, {@code -3A} for what others write as {@code %3A}. */
    private static final Pattern PROOFPOINT = Pattern.compile("urldefense[^?\\s]*/v2/url\\?(?:[^\\s]*&)?u=([^&\\s]+)");

    private MangledLink() {}

    /**
     * The key in a text; empty where there is none. The text may also be the key alone.
     *
     * @param kind what the address says before the key, such as {@code result}
     */
    static Optional<String> key(String text, String kind) {
        String once = decoded(text);
        return Stream.of(text, once, decoded(once), withoutProofpoint(text))
                // Its third version puts two underscores, which may stand in a key, after the address.
                .map(each -> each.replace("__;", " "))
                .flatMap(each -> keyIn(each, kind).stream())
                .findFirst()
                .or(() -> KEY_ALONE
                        .matcher(text)
                        .results()
                        .map(alone -> alone.group(1))
                        .findFirst());
    }

    private static Optional<String> keyIn(String text, String kind) {
        return addresses(kind)
                .matcher(text)
                .results()
                .flatMap(address -> joined(address).stream())
                .findFirst();
    }

    private static Pattern addresses(String kind) {
        return Pattern.compile("/" + BREAK + "?" + kind + BREAK + "?/" + BREAK + "?([A-Za-z0-9_-]{1,24})(?:" + BREAK
                + "([A-Za-z0-9_-]{1,23}))?(?![A-Za-z0-9_-])");
    }

    /** The key, or its two halves; what follows a whole key is the rest of the message. */
    private static Optional<String> joined(MatchResult address) {
        String first = address.group(1);
        String whole = first.length() == KEY_LENGTH || address.group(2) == null ? first : first + address.group(2);
        return whole.length() == KEY_LENGTH ? Optional.of(whole) : Optional.empty();
    }

    private static String withoutProofpoint(String text) {
        Matcher wrapped = PROOFPOINT.matcher(text);
        return wrapped.find() ? decoded(wrapped.group(1).replace('-', '%').replace('_', '/')) : text;
    }

    /** The text with its percent signs read, or as it was where they are no encoding. */
    private static String decoded(String text) {
        try {
            return UriUtils.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

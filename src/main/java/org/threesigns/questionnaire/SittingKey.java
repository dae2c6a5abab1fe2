package org.threesigns.questionnaire;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one sitting: made by the server for one page, sent back with the answers. Whatever is sent under the same key
 * is the same sitting and gets the same result.
 *
 * @param value 128 random bits as 22 characters of base64url
 */
record SittingKey(String value) {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");
    private static final SecureRandom RANDOM = new SecureRandom();

    static SittingKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SittingKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The key with this text; empty where no key can look like it. */
    static Optional<SittingKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SittingKey(text)) : Optional.empty();
    }

    /** Does not tell the key: the link of the result is made of it. */
    @Override
    public String toString() {
        return "SittingKey[hidden]";
    }
}

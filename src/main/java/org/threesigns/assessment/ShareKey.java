package org.threesigns.assessment;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.threesigns.storage.Sha256;

/**
 * The key of a share. The store has only its hash.
 *
 * @param value 24 characters of base64url, which are 144 random bits
 */
public record ShareKey(String value) {

    private static final int BYTES = 18;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if this is not the format of a key */
    public ShareKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a key");
        }
    }

    static ShareKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ShareKey(Base64.getUrlEncoder().encodeToString(bytes));
    }

    /** The key with this text; empty if the text has not the format of a key. */
    public static Optional<ShareKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ShareKey(text)) : Optional.empty();
    }

    /** The SHA-256 of the key, 32 bytes, which is stored instead of it. */
    public byte[] hash() {
        return Sha256.of(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Without the key, so that it gets into no log or message. */
    @Override
    public String toString() {
        return "ShareKey[hidden]";
    }
}

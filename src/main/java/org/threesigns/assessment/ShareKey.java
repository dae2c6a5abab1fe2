package org.threesigns.assessment;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of a share: it shows what was chosen and opens nothing else. The store knows its hash.
 *
 * @param value 24 characters of base64url: 144 random bits
 */
public record ShareKey(String value) {

    private static final int BYTES = 18;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if this has not the form of a key */
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

    /** The key with this text; empty when no key can look like it. */
    public static Optional<ShareKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ShareKey(text)) : Optional.empty();
    }

    /** What the store keeps instead of the key: its SHA-256, 32 bytes. */
    public byte[] hash() {
        return Sha256.of(value);
    }

    /** Does not tell the key, so that no log or message can. */
    @Override
    public String toString() {
        return "ShareKey[hidden]";
    }
}

package org.threesigns.assessment;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The key of a result, and the only one: it is in the result's address and nowhere else. The store knows a hash of it.
 *
 * @param value 24 characters of base64url: 144 bits, each character of which matters
 */
public record AssessmentToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");

    /** @throws IllegalArgumentException if this has not the form of a token */
    public AssessmentToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a token");
        }
    }

    /**
     * The token made of the first 144 bits of these.
     *
     * @param secret at least 18 bytes that nobody can guess, such as an HMAC-SHA-256
     * @throws IllegalArgumentException if there are fewer
     */
    public static AssessmentToken of(byte[] secret) {
        if (secret.length < BYTES) {
            throw new IllegalArgumentException("A token needs %d bytes, not %d".formatted(BYTES, secret.length));
        }
        return new AssessmentToken(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(secret, BYTES)));
    }

    /** A token that nobody can guess, and that is lost unless it is told. */
    static AssessmentToken random() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return of(secret);
    }

    /** The token with this text; empty when no token can look like it. */
    public static Optional<AssessmentToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AssessmentToken(text)) : Optional.empty();
    }

    /** What the store keeps instead of the token, and finds the result by: the first 128 bits of its SHA-256. */
    public UUID key() {
        var hash = ByteBuffer.wrap(Sha256.of(value));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** Does not tell the token, so that no log or message can. */
    @Override
    public String toString() {
        return "AssessmentToken[hidden]";
    }
}

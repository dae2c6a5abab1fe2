package org.threesigns.assessment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.threesigns.storage.Sha256;

/**
 * The only key of a result. It is in the result's address and nowhere else; the store has a hash of it.
 *
 * @param value 24 characters of base64url, which are 144 bits
 */
public record AssessmentToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");

    /** @throws IllegalArgumentException if this is not the format of a token */
    public AssessmentToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a token");
        }
    }

    /**
     * The token made of the first 144 bits of a secret.
     *
     * @param secret at least 18 bytes that nobody can guess, such as an HMAC-SHA-256
     * @throws IllegalArgumentException if the secret is shorter
     */
    public static AssessmentToken of(byte[] secret) {
        if (secret.length < BYTES) {
            throw new IllegalArgumentException("A token needs %s bytes, not %s".formatted(BYTES, secret.length));
        }
        return new AssessmentToken(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(secret, BYTES)));
    }

    /** A token that nobody can guess. */
    static AssessmentToken random() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return of(secret);
    }

    /** The token with this text; empty if the text has not the format of a token. */
    public static Optional<AssessmentToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AssessmentToken(text)) : Optional.empty();
    }

    /** The key of the result's row: the first 128 bits of the token's SHA-256, stored instead of the token. */
    public UUID key() {
        var hash = ByteBuffer.wrap(Sha256.of(value.getBytes(StandardCharsets.US_ASCII)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** Without the token, so that it gets into no log or message. */
    @Override
    public String toString() {
        return "AssessmentToken[hidden]";
    }
}

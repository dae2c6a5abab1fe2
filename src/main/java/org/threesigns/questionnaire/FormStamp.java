package org.threesigns.questionnaire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threesigns.storage.ApplicationSecret;

/**
 * Says when a form was handed out, in a way that nobody else can make up.
 *
 * <p>A stamp is the time in milliseconds (8 bytes) and a code over it and the subject of the form (32 bytes), in
 * base64url. It is bound to its subject, so the stamp of one form is worth nothing on another.
 */
@Component
class FormStamp {

    private static final String PURPOSE = "form-stamp";
    private static final int CODE_BYTES = 32;
    private static final int STAMP_BYTES = Long.BYTES + CODE_BYTES;
    private static final int STAMP_CHARACTERS = 54;

    /** How far the clocks of two copies may lie apart before a stamp counts as made up. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final ApplicationSecret secret;
    private final Clock clock;

    FormStamp(ApplicationSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** A stamp that says that the form of this subject was handed out now. */
    public String issue(String subject) {
        long now = clock.millis(); // once: the code is over the very time that the stamp tells
        byte[] stamp = ByteBuffer.allocate(STAMP_BYTES)
                .putLong(now)
                .put(code(now, subject))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(stamp);
    }

    /**
     * How long ago the form of this subject was handed out.
     *
     * @return never negative; empty where the stamp is missing, malformed, tampered with, from the future, or was made
     *     for another subject or by another installation
     */
    public Optional<Duration> age(@Nullable String stamp, String subject) {
        return bytesOf(stamp).flatMap(bytes -> {
            long issuedAt = bytes.getLong();
            byte[] code = new byte[CODE_BYTES];
            bytes.get(code);
            return MessageDigest.isEqual(code, code(issuedAt, subject)) ? sinceThen(issuedAt) : Optional.empty();
        });
    }

    private Optional<Duration> sinceThen(long issuedAt) {
        Duration age = Duration.between(Instant.ofEpochMilli(issuedAt), clock.instant());
        if (age.compareTo(CLOCKS_APART.negated()) < 0) {
            return Optional.empty();
        }
        return Optional.of(age.isNegative() ? Duration.ZERO : age);
    }

    private byte[] code(long issuedAt, String subject) {
        byte[] name = subject.getBytes(StandardCharsets.UTF_8);
        return secret.hmac(
                PURPOSE,
                ByteBuffer.allocate(Long.BYTES + name.length)
                        .putLong(issuedAt)
                        .put(name)
                        .array());
    }

    private static Optional<ByteBuffer> bytesOf(@Nullable String stamp) {
        // The length is looked at first: nobody makes us decode a long one.
        if (stamp == null || stamp.length() != STAMP_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(stamp);
            return bytes.length == STAMP_BYTES ? Optional.of(ByteBuffer.wrap(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

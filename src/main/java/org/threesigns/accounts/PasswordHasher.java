package org.threesigns.accounts;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and checks password hashes with Argon2id, a bounded number at once: one half of them for people who have shown
 * something that strangers do not have, such as a code, a session or a device that is known.
 *
 * <p>Each needs 19 MiB and a processor for some tens of milliseconds, so without a bound a post to the sign-in page on
 * each of a thousand threads would take 19 GiB at once and stop everybody else. After a few seconds of waiting, people are
 * told to try again. Waiting holds no lock and no connection.
 */
@Component
class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    /** OWASP's cheat sheet on password storage: 19 MiB and two passes. */
    private static final int MEMORY_IN_KIB = 19 * 1024;

    private static final int PASSES = 2;

    private final PasswordEncoder encoder;
    private final Semaphore knownPermits;
    private final Semaphore strangerPermits;
    private final Duration patience;
    private volatile @Nullable String hashOfNobody;

    PasswordHasher() {
        this(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_IN_KIB, PASSES),
                Math.max(2, Runtime.getRuntime().availableProcessors() / 2),
                Duration.ofSeconds(3));
    }

    PasswordHasher(PasswordEncoder encoder, int atOnce, Duration patience) {
        this.encoder = encoder;
        this.knownPermits = new Semaphore(atOnce, true);
        this.strangerPermits = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** @throws PasswordHasherBusyException where too many others are before us */
    String hash(String password) {
        return withPermit(knownPermits, () -> encode(password));
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(normalised(password)));
    }

    /**
     * Whether a password fits a hash. Without a hash it takes as long, and is false: so that the time does not tell
     * whether there is such an account.
     *
     * @throws PasswordHasherBusyException where too many others are before us
     */
    boolean matches(String password, @Nullable String hash) {
        return matches(knownPermits, password, hash);
    }

    /** As {@link #matches}, for people of whom nothing is known. */
    boolean matchesOfStranger(String password, @Nullable String hash) {
        return matches(strangerPermits, password, hash);
    }

    private boolean matches(Semaphore permits, String password, @Nullable String hash) {
        return withPermit(permits, () -> {
            String nobody = hashOfNobody();
            return encoder.matches(normalised(password), hash == null ? nobody : hash) && hash != null;
        });
    }

    /** Whether a hash costs a thief less than one that would be made today. */
    boolean isOutdated(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Made while the first check of any password holds its permit, so that no account's first check differs from nobody's. */
    private String hashOfNobody() {
        String made = hashOfNobody;
        if (made == null) {
            made = encode("nobody");
            hashOfNobody = made;
        }
        return made;
    }

    private <T> T withPermit(Semaphore permits, Supplier<T> work) {
        if (!tryAcquire(permits)) {
            throw new PasswordHasherBusyException();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private boolean tryAcquire(Semaphore permits) {
        try {
            return permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same characters, whichever way a keyboard composed them. */
    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}

package org.threesigns.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in for their password once more, before what protects the account changes. Guessing is
 * slowed down and written down as at sign-in: an open session is not to be a way around that.
 */
@Component
class PasswordConfirmation {

    private final PasswordHasher passwords;
    private final SignInThrottle throttle;
    private final AuditLog audit;

    PasswordConfirmation(PasswordHasher passwords, SignInThrottle throttle, AuditLog audit) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** @param hash of the password that the account has; null where it has none */
    Outcome check(String username, @Nullable String hash, String typed) {
        if (throttle.tryAcquire(username).isPresent()) {
            return Outcome.TRY_LATER;
        }
        try {
            if (!passwords.matches(typed, hash)) {
                audit.count(AuditEvent.SIGN_IN_FAILED, username);
                return Outcome.WRONG;
            }
        } catch (PasswordHasherBusyException e) {
            return Outcome.TRY_LATER;
        }
        throttle.reset(username);
        return Outcome.RIGHT;
    }

    enum Outcome {
        RIGHT,
        WRONG,
        TRY_LATER
    }
}

package org.threesigns.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in for their password once more, before what protects the account changes. Guessing is
 * slowed down and written down as at sign-in: an open session is not to be a way around that.
 */
@Component
class PasswordConfirmation {

    private final PasswordHashing passwords;
    private final SignInThrottle delay;
    private final AuditLog audit;

    PasswordConfirmation(PasswordHashing passwords, SignInThrottle delay, AuditLog audit) {
        this.passwords = passwords;
        this.delay = delay;
        this.audit = audit;
    }

    /** @param hash of the password that the account has; null where it has none */
    Outcome check(String username, @Nullable String hash, String typed) {
        if (delay.take(username).isPresent()) {
            return Outcome.TRY_LATER;
        }
        try {
            if (!passwords.fit(typed, hash)) {
                audit.count(AuditEvent.SIGN_IN_FAILED, username);
                return Outcome.WRONG;
            }
        } catch (TooBusyException e) {
            return Outcome.TRY_LATER;
        }
        delay.forget(username);
        return Outcome.RIGHT;
    }

    enum Outcome {
        RIGHT,
        WRONG,
        TRY_LATER
    }
}

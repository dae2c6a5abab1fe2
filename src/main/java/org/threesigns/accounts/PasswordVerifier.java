package org.threesigns.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Checks the password of an account, at sign-in and again before what protects the account changes. Guessing is slowed
 * down and audited in both places, so an open session is no way around that.
 */
@Component
class PasswordVerifier {

    private final PasswordHasher passwords;
    private final SignInThrottle throttle;
    private final AuditLog audit;

    PasswordVerifier(PasswordHasher passwords, SignInThrottle throttle, AuditLog audit) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * Whether a password is right. An unknown name, a closed account and a wrong password take the same steps.
     *
     * @param username as it was typed; tries are counted under it
     * @param account null if none has this name
     * @throws AuthenticationException if the next try has to wait, or too many passwords are being checked
     */
    boolean verify(String username, @Nullable Account account, String typed) {
        throttle.acquire(username);
        boolean matches = passwords.matches(typed, account == null ? null : account.passwordHash());
        if (!matches || account == null || !account.enabled()) {
            audit.count(AuditEvent.SIGN_IN_FAILED, account == null ? null : account.username());
            return false;
        }
        throttle.reset(username);
        return true;
    }
}

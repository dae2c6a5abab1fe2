package org.threesigns.accounts;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    private final DeviceCookies devices;
    private final AuditLog audit;

    PasswordVerifier(PasswordHasher passwords, SignInThrottle throttle, DeviceCookies devices, AuditLog audit) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.devices = devices;
        this.audit = audit;
    }

    /**
     * Whether a password signs in. An unknown name, a closed account and a wrong password take the same steps.
     *
     * @param username as it was typed; strangers' tries are counted under it
     * @param account null if none has this name
     * @throws AuthenticationException if the next try has to wait, or too many passwords are being checked
     */
    boolean verify(String username, @Nullable Account account, String typed, SignInSource source) {
        Optional<SignInAllowance> device =
                Optional.ofNullable(account).flatMap(known -> devices.recognise(known, source.device()));
        List<SignInAllowance> allowances =
                device.map(List::of).orElseGet(() -> SignInAllowance.ofStrangers(username, source.network()));
        return verify(
                account,
                allowances,
                hash -> device.isPresent() ? passwords.matches(typed, hash) : passwords.matchesOfStranger(typed, hash));
    }

    /**
     * Whether a signed-in administrator has typed the account's password.
     *
     * @throws AuthenticationException as {@link #verify}
     */
    boolean verifyAgain(Account account, String typed) {
        return verify(account, List.of(SignInAllowance.ofSessions(account)), hash -> passwords.matches(typed, hash));
    }

    private boolean verify(
            @Nullable Account account, List<SignInAllowance> allowances, Predicate<@Nullable String> matches) {
        throttle.acquire(allowances);
        boolean right = matches.test(account == null ? null : account.passwordHash());
        if (!right || account == null || !account.enabled()) {
            audit.count(AuditEvent.SIGN_IN_FAILED, account == null ? null : account.username());
            return false;
        }
        throttle.reset(allowances);
        return true;
    }
}

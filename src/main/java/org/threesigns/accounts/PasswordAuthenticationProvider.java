package org.threesigns.accounts;

import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs somebody in by name and password, and tells nobody else anything: an unknown name, a name that cannot be, a
 * closed account and a wrong password take the same steps and end in the same words.
 *
 * <p>As the only provider among the beans it is the application's; the filter chain must not name it too, or every
 * failed try would be made, and counted, twice.
 */
@Component
class PasswordAuthenticationProvider implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordHashing passwords;
    private final SignInThrottle delay;
    private final AuditLog audit;

    PasswordAuthenticationProvider(Accounts accounts, PasswordHashing passwords, SignInThrottle delay, AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.delay = delay;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        try {
            return signIn(given.getName(), String.valueOf(given.getCredentials()));
        } catch (TooBusyException | DataAccessException e) {
            throw new AuthenticationServiceException("Sign-in is not possible just now.", e);
        }
    }

    private Authentication signIn(String name, String password) {
        Optional<Username> username = Username.parse(name);
        String counted = username.map(Username::value).orElse("");
        Optional<Duration> wait = delay.take(counted);
        if (wait.isPresent()) {
            throw new SignInThrottledException(wait.get());
        }
        Optional<Account> account = username.flatMap(accounts::find);
        boolean fits =
                passwords.fit(password, account.map(Account::passwordHash).orElse(null));
        if (!fits || !account.map(Account::enabled).orElse(false)) {
            audit.count(
                    AuditEvent.SIGN_IN_FAILED,
                    account.map(found -> found.username().value()).orElse(null));
            throw new BadCredentialsException("The name and the password do not fit together.");
        }
        delay.forget(counted);
        keepUpToDate(account.get(), password);
        return SignedIn.by(
                account.get(), FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
    }

    /** A hash from before the costs were raised is made anew, now that the password is at hand. */
    private void keepUpToDate(Account account, String password) {
        if (!passwords.isOutdated(account.passwordHash())) {
            return;
        }
        try {
            // It is the same password: what ends sessions when it changes stays as it is.
            accounts.replacePassword(account, passwords.hash(password), account.passwordChangedAt());
        } catch (TooBusyException e) {
            // Another sign-in will find the time.
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

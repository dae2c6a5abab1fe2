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

    private final AccountRepository accounts;
    private final PasswordHasher passwords;
    private final SignInThrottle throttle;
    private final AuditLog audit;

    PasswordAuthenticationProvider(
            AccountRepository accounts, PasswordHasher passwords, SignInThrottle throttle, AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        try {
            return signIn(given.getName(), String.valueOf(given.getCredentials()));
        } catch (PasswordHasherBusyException | DataAccessException e) {
            throw new AuthenticationServiceException("Sign-in is not possible just now.", e);
        }
    }

    private Authentication signIn(String name, String password) {
        Optional<Username> username = Username.parse(name);
        String counted = username.map(Username::value).orElse("");
        Optional<Duration> wait = throttle.tryAcquire(counted);
        if (wait.isPresent()) {
            throw new SignInThrottledException(wait.get());
        }
        Optional<Account> account = username.flatMap(accounts::findByUsername);
        boolean fits =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        if (!fits || !account.map(Account::enabled).orElse(false)) {
            audit.count(
                    AuditEvent.SIGN_IN_FAILED, account.map(Account::username).orElse(null));
            throw new BadCredentialsException("The name and the password do not fit together.");
        }
        throttle.reset(counted);
        keepUpToDate(account.get(), password);
        return AdministratorAuthentication.of(
                account.get(), FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
    }

    /** A hash from before the costs were raised is made anew, now that the password is at hand. */
    private void keepUpToDate(Account account, String password) {
        String hash = account.passwordHash();
        if (hash == null || !passwords.isOutdated(hash)) {
            return;
        }
        try {
            // It is the same password: what ends sessions when it changes stays as it is.
            accounts.replacePassword(account.id(), hash, passwords.hash(password), account.passwordChangedAt());
        } catch (PasswordHasherBusyException e) {
            // Another sign-in will find the time.
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

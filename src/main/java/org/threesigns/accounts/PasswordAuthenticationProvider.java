package org.threesigns.accounts;

import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Signs in by name and password. An unknown name, an impossible name, a closed account and a wrong password take the
 * same steps and end in the same words.
 *
 * <p>As the only provider among the beans it is the application's; the filter chain must not name it too, or every
 * failed try would be made, and counted, twice.
 */
@Component
class PasswordAuthenticationProvider implements AuthenticationProvider {

    private final AccountRepository accounts;
    private final PasswordVerifier verifier;
    private final PasswordHasher passwords;

    PasswordAuthenticationProvider(AccountRepository accounts, PasswordVerifier verifier, PasswordHasher passwords) {
        this.accounts = accounts;
        this.verifier = verifier;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        try {
            return signIn(given.getName(), String.valueOf(given.getCredentials()), (SignInSource)
                    Objects.requireNonNull(given.getDetails()));
        } catch (DataAccessException | TransactionException e) {
            throw new AuthenticationServiceException("The database did not answer.", e);
        }
    }

    private Authentication signIn(String name, String password, SignInSource source) {
        String username = Username.parse(name).map(Username::value).orElse("");
        Optional<Account> account = accounts.findByUsername(username);
        if (!verifier.verify(username, account.orElse(null), password, source)) {
            throw new BadCredentialsException("The name and the password do not fit together.");
        }
        upgradeHash(account.orElseThrow(), password);
        return AdministratorAuthentication.of(account.get(), false);
    }

    /** A hash from before the costs were raised is made anew, now that the password is at hand. */
    private void upgradeHash(Account account, String password) {
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

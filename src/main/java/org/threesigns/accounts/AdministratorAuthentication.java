package org.threesigns.accounts;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What it means to be signed in to an account: its role, and the factors that were shown. An account with a passkey gives
 * its role to nobody who has shown a password alone; without a role, no page behind the sign-in opens.
 */
final class AdministratorAuthentication {

    private static final String ROLE = "ROLE_";

    private AdministratorAuthentication() {}

    /** An authentication without any detail of the machine that was used, as sessions are stored. */
    static Authentication of(Account account, boolean passkeyShown) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
        if (passkeyShown) {
            authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.WEBAUTHN_AUTHORITY));
        }
        if (passkeyShown || !account.hasPasskey()) {
            authorities.add(new SimpleGrantedAuthority(ROLE + account.role().name()));
        }
        return UsernamePasswordAuthenticationToken.authenticated(account.toAdministrator(), null, authorities);
    }

    /** Whether the password was right and the account's passkey has yet to be shown. */
    static boolean isPasskeyPending(Authentication authentication) {
        return authentication.getPrincipal() instanceof Administrator && !hasAuthority(authentication, ROLE);
    }

    static boolean isPasskeyShown(Authentication authentication) {
        return hasAuthority(authentication, FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
    }

    private static boolean hasAuthority(Authentication authentication, String start) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority -> authority != null && authority.startsWith(start));
    }
}

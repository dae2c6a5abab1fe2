package org.threesigns.accounts;

import java.util.ArrayList;
import java.util.Collection;
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

    static Authentication of(Account account, FactorGrantedAuthority factor) {
        return of(account, List.of(factor));
    }

    /** Without any detail of the machine that was used: it would end up in the kept session. */
    static Authentication of(Account account, Collection<FactorGrantedAuthority> factors) {
        List<GrantedAuthority> authorities = new ArrayList<>(factors);
        if (!account.hasPasskey() || hasPasskeyFactor(factors)) {
            authorities.add(new SimpleGrantedAuthority(ROLE + account.role().name()));
        }
        return UsernamePasswordAuthenticationToken.authenticated(account.toAdministrator(), null, authorities);
    }

    /** Whether somebody has given the password of an account, and has yet to show its passkey. */
    static boolean isPasskeyPending(Authentication authentication) {
        return authentication.getPrincipal() instanceof Administrator
                && authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .noneMatch(authority -> authority != null && authority.startsWith(ROLE));
    }

    static FactorGrantedAuthority passkeyFactor() {
        return FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
    }

    static boolean hasPasskeyFactor(Collection<FactorGrantedAuthority> factors) {
        return factors.stream()
                .anyMatch(factor -> FactorGrantedAuthority.WEBAUTHN_AUTHORITY.equals(factor.getAuthority()));
    }

    static List<FactorGrantedAuthority> factorsOf(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .toList();
    }
}

package org.threesigns.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What it means to be signed in to an account: its role, and the factors that were shown. */
final class SignedIn {

    private SignedIn() {}

    static Authentication by(Account account, FactorGrantedAuthority factor) {
        return by(account, List.of(factor));
    }

    /** Without any detail of the machine that was used: it would end up in the kept session. */
    static Authentication by(Account account, Collection<FactorGrantedAuthority> factors) {
        List<GrantedAuthority> authorities = new ArrayList<>(factors);
        authorities.add(new SimpleGrantedAuthority("ROLE_" + account.role().name()));
        return UsernamePasswordAuthenticationToken.authenticated(account.toAdministrator(), null, authorities);
    }

    static List<FactorGrantedAuthority> factorsOf(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .toList();
    }
}

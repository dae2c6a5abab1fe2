package org.threesigns.accounts;

import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who is signed in: what a page may know about them. */
record Administrator(UUID id, String username, Role role) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return username;
    }
}

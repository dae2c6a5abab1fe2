package org.threesigns.accounts;

import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in: what a page may know about them.
 *
 * @param passwordChangedAt of the account as it was read: a session or a device that is bound to it counts for no later
 *     password
 */
record Administrator(UUID id, String username, Role role, Instant passwordChangedAt) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return username;
    }
}

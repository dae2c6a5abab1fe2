package org.threesigns.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in, as the database knows them.
 *
 * @param passwordHash null until whoever it is for has chosen a password
 * @param passwordChangedAt when that was last chosen, changed or taken away
 * @param passkeys how many passkeys it has
 */
record Account(
        UUID id,
        Username username,
        @Nullable String passwordHash,
        Role role,
        boolean enabled,
        Instant passwordChangedAt,
        int passkeys) {

    /** An account that is new, and so has no passkey. */
    Account(
            UUID id,
            Username username,
            @Nullable String passwordHash,
            Role role,
            boolean enabled,
            Instant passwordChangedAt) {
        this(id, username, passwordHash, role, enabled, passwordChangedAt, 0);
    }

    /** Whether its owner has to show a passkey after the password. */
    boolean hasPasskey() {
        return passkeys > 0;
    }

    Administrator toAdministrator() {
        return new Administrator(id, username.value(), role);
    }

    /** Whether its owner could sign in now and manage the accounts. */
    boolean canAdminister() {
        return enabled && role == Role.ADMINISTRATOR && passwordHash != null;
    }
}

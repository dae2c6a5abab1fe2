package org.threesigns.security;

import java.time.Instant;
import java.util.UUID;

/** Somebody who may sign in, as the database knows them. */
record Account(UUID id, Username username, String passwordHash, Role role, boolean enabled, Instant passwordChangedAt) {

    Administrator toAdministrator() {
        return new Administrator(id, username.value(), role);
    }
}

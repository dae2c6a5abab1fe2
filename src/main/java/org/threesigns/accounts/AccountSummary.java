package org.threesigns.accounts;

import java.util.UUID;

/**
 * An account as administrators see it.
 *
 * @param enabled whether it is open; a closed one lets nobody in
 * @param ready whether its owner has chosen a password
 * @param passkeys how many passkeys it has
 */
record AccountSummary(UUID id, String username, Role role, boolean enabled, boolean ready, int passkeys) {

    static AccountSummary of(Account account) {
        return new AccountSummary(
                account.id(),
                account.username().value(),
                account.role(),
                account.enabled(),
                account.passwordHash() != null,
                account.passkeys());
    }
}

package org.threesigns.accounts;

import java.util.UUID;

/** An account as a page shows it. */
record AccountView(
        UUID id,
        String username,
        Role role,
        String roleName,
        String state,
        String passkeys,
        boolean enabled,
        boolean own) {

    static AccountView of(AccountSummary account, UUID you) {
        return new AccountView(
                account.id(),
                account.username(),
                account.role(),
                AccountWords.role(account.role()),
                AccountWords.state(account),
                AccountWords.passkeys(account),
                account.enabled(),
                account.id().equals(you));
    }
}

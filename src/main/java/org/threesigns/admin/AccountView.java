package org.threesigns.admin;

import java.util.UUID;
import org.threesigns.security.AccountSummary;
import org.threesigns.security.Role;

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

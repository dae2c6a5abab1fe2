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

    static AccountView of(Account account, UUID you) {
        return new AccountView(
                account.id(),
                account.username(),
                account.role(),
                nameOf(account.role()),
                stateOf(account),
                passkeysOf(account),
                account.enabled(),
                account.id().equals(you));
    }

    private static String nameOf(Role role) {
        return switch (role) {
            case ANALYST -> "Analyst";
            case ADMINISTRATOR -> "Administrator";
        };
    }

    private static String stateOf(Account account) {
        if (!account.enabled()) {
            return "Closed";
        }
        return account.passwordHash() == null ? "No password yet" : "Open";
    }

    /** How many passkeys it has; empty where none. */
    private static String passkeysOf(Account account) {
        return switch (account.passkeys()) {
            case 0 -> "";
            case 1 -> "1 passkey";
            default -> account.passkeys() + " passkeys";
        };
    }
}

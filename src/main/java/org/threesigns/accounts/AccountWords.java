package org.threesigns.accounts;

import java.time.Duration;

/** The words for what accounts are and what can go wrong with them. */
final class AccountWords {

    private AccountWords() {}

    static String role(Role role) {
        return switch (role) {
            case ANALYST -> "Analyst";
            case ADMINISTRATOR -> "Administrator";
        };
    }

    static String state(AccountSummary account) {
        if (!account.enabled()) {
            return "Closed";
        }
        return account.ready() ? "Open" : "No password yet";
    }

    /** How many passkeys it has; empty where none. */
    static String passkeys(AccountSummary account) {
        return switch (account.passkeys()) {
            case 0 -> "";
            case 1 -> "1 passkey";
            default -> account.passkeys() + " passkeys";
        };
    }

    static String problem(AccountProblem problem) {
        return switch (problem) {
            case USERNAME -> "Choose a name of 1 to 64 letters from a to z, digits, dots, hyphens or underscores.";
            case NAME_TAKEN -> "There is an account of this name already. Choose another name.";
            case LAST_ADMINISTRATOR ->
                "Nobody else could manage the accounts then. Make somebody an administrator first, who has chosen"
                        + " a password.";
            case OWN_ACCOUNT -> "This is your own account. Look after it on the pages “Password” and “Passkeys”.";
            case GONE -> "There is no such account any more.";
            case NOT_ALLOWED -> "You are no administrator any more.";
        };
    }

    static String lasts(Duration duration) {
        return duration.toHours() < 48 ? duration.toHours() + " hours" : duration.toDays() + " days";
    }
}

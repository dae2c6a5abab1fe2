package org.threesigns.accounts;

import java.time.Duration;

/**
 * What lets somebody choose the password of their account, once. It is shown to whoever made it, and kept nowhere.
 *
 * @param username the name of the account
 * @param code the code as it stands in the link, in groups with hyphens
 * @param lasts how long the code works
 */
public record Invitation(String username, String code, Duration lasts) {

    static Invitation of(Account account, SetUpCode code, Duration lasts) {
        return new Invitation(account.username().value(), code.inGroups("-"), lasts);
    }

    /** Nothing that may appear where a code has no business. */
    @Override
    public String toString() {
        return "an invitation for " + username;
    }
}

package org.threesigns.accounts;

import java.time.Duration;

/**
 * Lets the owner of an account choose its password, once. It is shown to the person who made it, and stored nowhere.
 *
 * @param username the name of the account
 * @param code the code as it stands in the link, in groups with hyphens
 * @param lasts how long the code works
 */
public record Invitation(String username, String code, Duration lasts) {

    static Invitation of(Account account, OneTimeCode code, Duration lasts) {
        return new Invitation(account.username(), code.inGroups("-"), lasts);
    }

    /** The path of the page on which the password is chosen. */
    public String path() {
        return NewPasswordController.PATH + "/" + code;
    }

    /** Without the code, which must not get into a log. */
    @Override
    public String toString() {
        return "an invitation for " + username;
    }
}

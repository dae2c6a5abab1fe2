package org.threesigns.accounts;

/**
 * Why a form that was sent changed nothing, in the order of the summary: that of the fields.
 *
 * <p>The last ones have no field: the page of an account shows them beside the button that was pressed.
 */
enum FormProblem {
    ALREADY_SET_UP("code", "There is an account already."),
    /** Too many passwords are being hashed. */
    SET_UP_BUSY("code", "The site is busy just now. Wait half a minute, then send the form again."),
    WRONG_CODE("code", "This is not the set-up code. Copy the newest one from the log of the application."),
    USERNAME("username", Username.RULE),
    USERNAME_TAKEN("username", "There is an account of this name already. Choose another name."),

    WRONG_OLD_PASSWORD("old", "This is not your password. Type the one that you signed in with."),
    NO_SUCH_LINK("password", "This link does not work any more."),
    /** Too many tries, or too many passwords are being hashed. */
    TRY_LATER("password", SignInThrottle.TRY_LATER),
    WRONG_PASSWORD("password", WRONG_OLD_PASSWORD.message),
    PASSWORD_TOO_SHORT("password", "Choose a password of at least " + PasswordPolicy.SHORTEST + " characters."),
    PASSWORD_TOO_LONG("password", "Choose a password of at most " + PasswordPolicy.LONGEST + " characters."),
    PASSWORD_EASY_TO_GUESS(
            "password",
            "This password is among the first that somebody would try. Choose another,"
                    + " for example four or five words that have nothing to do with each other."),
    SAME_PASSWORD("password", "This is the password that you have. Choose another."),
    PASSWORDS_DIFFER("repeated", "The two passwords are not the same. Type the new one again in both fields."),

    PASSKEY_NAME("name", "Choose a name of 1 to " + PasskeyService.LONGEST_NAME + " letters, digits or signs."),
    PASSKEY_NAME_TAKEN("name", "You have a passkey of this name. Choose another name."),
    TOO_MANY_PASSKEYS("name", "You have as many passkeys as an account can have. Remove one first."),
    /** What the page asked for was answered before, by another page, or too late. */
    PASSKEY_TOO_LATE("name", "That took too long, or was done on another page meanwhile. Begin once more."),
    /** The answer is not from this site's page, not from a passkey of the account, or not signed by it. */
    PASSKEY_NOT_ACCEPTED("name", "The passkey could not be added. Begin once more."),
    /** The passkey's own counter went back, so there may be a copy of it. */
    PASSKEY_COPIED("name", PASSKEY_NOT_ACCEPTED.message),
    PASSKEY_ALREADY_ADDED("name", "This passkey was added before. Use another one."),
    PASSKEY_GONE("name", "There is no such passkey any more."),

    LAST_ADMINISTRATOR(
            "",
            "Nobody else could manage the accounts then. Make somebody an administrator first, who has chosen"
                    + " a password."),
    /** Nobody locks themselves out. */
    OWN_ACCOUNT("", "This is your own account. Look after it on the pages “Password” and “Passkeys”."),
    ACCOUNT_CLOSED("", "This account is closed, so a link to it would not work. Open the account first."),
    ACCOUNT_GONE("", "There is no such account any more."),
    /** The administrator lost that role meanwhile. */
    NOT_ALLOWED("", "You are no administrator any more.");

    private final String field;
    private final String message;

    FormProblem(String field, String message) {
        this.field = field;
        this.message = message;
    }

    String field() {
        return field;
    }

    String message() {
        return message;
    }
}

package org.threesigns.accounts;

/** Why a passkey was not added, not removed or not accepted. */
enum PasskeyProblem implements FormProblem {
    /** The name is empty, too long, or holds what cannot be shown. */
    NAME("name", "Choose a name of 1 to " + PasskeyService.LONGEST_NAME + " letters, digits or signs."),
    /** The account has a passkey of this name. */
    NAME_TAKEN("name", "You have a passkey of this name. Choose another name."),
    /** The account has as many as one can have. */
    TOO_MANY("name", "You have as many passkeys as an account can have. Remove one first."),
    /** The password is another. */
    WRONG_PASSWORD("password", PasswordProblem.WRONG_PASSWORD.message()),
    /** Too many tries, or too much going on: a little later it works. */
    TRY_LATER("password", SignInThrottle.TRY_LATER),
    /** What the page asked for was answered before, by another page, or too late. */
    TOO_LATE("name", "That took too long, or was done on another page meanwhile. Begin once more."),
    /** The answer is not from this site's page, not from a passkey of the account, or not signed by it. */
    NOT_ACCEPTED("name", "The passkey could not be added. Begin once more."),
    /** The passkey's own counter went back, so there may be a copy of it. */
    COPIED("name", NOT_ACCEPTED.message),
    /** The passkey belongs to an account already. */
    ALREADY_ADDED("name", "This passkey was added before. Use another one."),
    /** There is no such passkey any more. */
    GONE("name", "There is no such passkey any more.");

    private final String field;
    private final String message;

    PasskeyProblem(String field, String message) {
        this.field = field;
        this.message = message;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String message() {
        return message;
    }
}

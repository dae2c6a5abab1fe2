package org.threesigns.accounts;

/** Why an account was not added or changed. */
enum AccountProblem {
    /** The name has other characters than a name may have. */
    USERNAME(Username.RULE),
    /** There is an account of that name. */
    NAME_TAKEN("There is an account of this name already. Choose another name."),
    /** Afterwards nobody could manage the accounts any more. */
    LAST_ADMINISTRATOR(
            "Nobody else could manage the accounts then. Make somebody an administrator first, who has chosen"
                    + " a password."),
    /** One does not lock oneself out: for one's own password there is a page of its own. */
    OWN_ACCOUNT("This is your own account. Look after it on the pages “Password” and “Passkeys”."),
    /** A link to it would let nobody choose a password. */
    CLOSED("This account is closed, so a link to it would not work. Open the account first."),
    /** There is no such account any more. */
    GONE("There is no such account any more."),
    /** The one who asked is no administrator any more. */
    NOT_ALLOWED("You are no administrator any more.");

    private final String message;

    AccountProblem(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}

package org.threesigns.accounts;

/** Why a password was not changed or chosen, in the order of the fields of the form. */
enum PasswordProblem implements FormProblem {
    /** The link was used, has expired, or never was one. */
    NO_SUCH_LINK("password", "This link does not work any more."),
    /** Too many tries, or too much going on: a little later it works. */
    TRY_LATER("password", SignInThrottle.TRY_LATER),
    /** The old password is another. */
    WRONG_PASSWORD("old", "This is not your password. Type the one that you signed in with."),
    /** Fewer than {@link PasswordPolicy#SHORTEST} characters. */
    TOO_SHORT("password", "Choose a password of at least " + PasswordPolicy.SHORTEST + " characters."),
    /** More than {@link PasswordPolicy#LONGEST} characters. */
    TOO_LONG("password", "Choose a password of at most " + PasswordPolicy.LONGEST + " characters."),
    /** A password that many people use, a pattern on the keyboard, a repetition, or made of the name. */
    EASY_TO_GUESS(
            "password",
            "This password is among the first that somebody would try. Choose another,"
                    + " for example four or five words that have nothing to do with each other."),
    /** The new password is the old one. */
    SAME_AS_BEFORE("password", "This is the password that you have. Choose another."),
    /** The password was not the same when typed again. */
    PASSWORDS_DIFFER("repeated", "The two passwords are not the same. Type the new one again in both fields.");

    private final String field;
    private final String message;

    PasswordProblem(String field, String message) {
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

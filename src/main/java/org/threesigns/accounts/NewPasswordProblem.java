package org.threesigns.accounts;

/** Why a password was not changed or chosen. */
enum NewPasswordProblem {
    /** The link was used, is over, or never was one. */
    NO_SUCH_LINK,
    /** Too many tries, or too much going on: a little later it works. */
    TRY_LATER,
    /** The old password is another. */
    WRONG_PASSWORD,
    /** As {@link PasswordProblem#TOO_SHORT}. */
    TOO_SHORT,
    /** As {@link PasswordProblem#TOO_LONG}. */
    TOO_LONG,
    /** As {@link PasswordProblem#EASY_TO_GUESS}. */
    EASY_TO_GUESS,
    /** The new password is the old one. */
    SAME_AS_BEFORE,
    /** The password was not the same when typed again. */
    PASSWORDS_DIFFER;

    static NewPasswordProblem of(PasswordProblem problem) {
        return switch (problem) {
            case TOO_SHORT -> TOO_SHORT;
            case TOO_LONG -> TOO_LONG;
            case EASY_TO_GUESS -> EASY_TO_GUESS;
        };
    }
}

package org.threesigns.accounts;

/** Why the first account was not made. */
enum SetUpProblem {
    /** There is an account already. */
    CLOSED,
    /** Too many wrong codes, or too much going on: a little later it works. */
    TRY_LATER,
    /** The code is not the one that was printed or given. */
    WRONG_CODE,
    /** The name has other characters than a name may have. */
    USERNAME,
    /** As {@link PasswordProblem#TOO_SHORT}. */
    PASSWORD_TOO_SHORT,
    /** As {@link PasswordProblem#TOO_LONG}. */
    PASSWORD_TOO_LONG,
    /** As {@link PasswordProblem#EASY_TO_GUESS}. */
    PASSWORD_EASY_TO_GUESS,
    /** The password was not the same when typed again. */
    PASSWORDS_DIFFER;

    static SetUpProblem of(PasswordProblem problem) {
        return switch (problem) {
            case TOO_SHORT -> PASSWORD_TOO_SHORT;
            case TOO_LONG -> PASSWORD_TOO_LONG;
            case EASY_TO_GUESS -> PASSWORD_EASY_TO_GUESS;
        };
    }
}

package org.threesigns.accounts;

/** Why the first account was not made, in the order of the fields of the form. */
enum SetUpProblem implements FormProblem {
    /** There is an account already. */
    CLOSED("code", "There is an account already."),
    /** Too many passwords are being hashed: a little later it works. */
    TRY_LATER("code", "The site is busy just now. Wait half a minute, then send the form again."),
    /** The code is not the one that was printed or given. */
    WRONG_CODE("code", "This is not the set-up code. Copy the newest one from the log of the application."),
    /** The name has other characters than a name may have. */
    USERNAME("username", Username.RULE),
    /** As {@link PasswordProblem#TOO_SHORT}. */
    PASSWORD_TOO_SHORT("password", PasswordProblem.TOO_SHORT.message()),
    /** As {@link PasswordProblem#TOO_LONG}. */
    PASSWORD_TOO_LONG("password", PasswordProblem.TOO_LONG.message()),
    /** As {@link PasswordProblem#EASY_TO_GUESS}. */
    PASSWORD_EASY_TO_GUESS("password", PasswordProblem.EASY_TO_GUESS.message()),
    /** The password was not the same when typed again. */
    PASSWORDS_DIFFER("repeated", "The two passwords are not the same. Type the password again in both fields.");

    private final String field;
    private final String message;

    SetUpProblem(String field, String message) {
        this.field = field;
        this.message = message;
    }

    static SetUpProblem of(PasswordProblem problem) {
        return switch (problem) {
            case TOO_SHORT -> PASSWORD_TOO_SHORT;
            case TOO_LONG -> PASSWORD_TOO_LONG;
            case EASY_TO_GUESS -> PASSWORD_EASY_TO_GUESS;
            default -> throw new IllegalArgumentException("No password policy says " + problem);
        };
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

package org.threesigns.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was typed to make the first account, right or wrong; a field that was not sent is empty. */
record SetUpForm(String code, String username, String password, String repeated) {

    SetUpForm(@Nullable String code, @Nullable String username, @Nullable String password, @Nullable String repeated) {
        this.code = code == null ? "" : code;
        this.username = username == null ? "" : username;
        this.password = password == null ? "" : password;
        this.repeated = repeated == null ? "" : repeated;
    }

    /** The words for what is wrong, in the order of the fields. */
    FormErrors errors(Set<SetUpProblem> problems) {
        FormErrors errors = new FormErrors();
        for (SetUpProblem problem : problems) {
            errors.add(fieldOf(problem), wordsFor(problem));
        }
        return errors;
    }

    private static String fieldOf(SetUpProblem problem) {
        return switch (problem) {
            case CLOSED, TRY_LATER, WRONG_CODE -> "code";
            case USERNAME -> "username";
            case PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_EASY_TO_GUESS -> "password";
            case PASSWORDS_DIFFER -> "repeated";
        };
    }

    private static String wordsFor(SetUpProblem problem) {
        return switch (problem) {
            case CLOSED -> "There is an account already.";
            case TRY_LATER -> "There were too many tries just now. Wait half a minute, then send the form again.";
            case WRONG_CODE -> "This is not the set-up code. Copy the newest one from the log of the application.";
            case USERNAME -> "Choose a name of 1 to 64 letters from a to z, digits, dots, hyphens or underscores.";
            case PASSWORD_TOO_SHORT -> "Choose a password of at least " + PasswordPolicy.SHORTEST + " characters.";
            case PASSWORD_TOO_LONG -> "Choose a password of at most " + PasswordPolicy.LONGEST + " characters.";
            case PASSWORD_EASY_TO_GUESS ->
                "This password is among the first that somebody would try. Choose another,"
                        + " for example four or five words that have nothing to do with each other.";
            case PASSWORDS_DIFFER -> "The two passwords are not the same. Type the password again in both fields.";
        };
    }
}

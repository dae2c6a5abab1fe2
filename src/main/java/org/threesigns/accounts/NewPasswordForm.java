package org.threesigns.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was typed to get another password; a field that was not sent is empty. */
record NewPasswordForm(String old, String password, String repeated) {

    NewPasswordForm(@Nullable String old, @Nullable String password, @Nullable String repeated) {
        this.old = old == null ? "" : old;
        this.password = password == null ? "" : password;
        this.repeated = repeated == null ? "" : repeated;
    }

    /** The words for what is wrong, in the order of the fields. */
    static FormErrors errors(Set<NewPasswordProblem> problems) {
        FormErrors errors = new FormErrors();
        for (NewPasswordProblem problem : problems) {
            errors.add(fieldOf(problem), wordsFor(problem));
        }
        return errors;
    }

    private static String fieldOf(NewPasswordProblem problem) {
        return switch (problem) {
            case WRONG_PASSWORD -> "old";
            case NO_SUCH_LINK, TRY_LATER, TOO_SHORT, TOO_LONG, EASY_TO_GUESS, SAME_AS_BEFORE -> "password";
            case PASSWORDS_DIFFER -> "repeated";
        };
    }

    private static String wordsFor(NewPasswordProblem problem) {
        return switch (problem) {
            case NO_SUCH_LINK -> "This link does not work any more.";
            case TRY_LATER -> "There were too many tries just now. Wait half a minute, then send the form again.";
            case WRONG_PASSWORD -> "This is not your password. Type the one that you signed in with.";
            case TOO_SHORT -> "Choose a password of at least " + PasswordPolicy.SHORTEST + " characters.";
            case TOO_LONG -> "Choose a password of at most " + PasswordPolicy.LONGEST + " characters.";
            case EASY_TO_GUESS ->
                "This password is among the first that somebody would try. Choose another,"
                        + " for example four or five words that have nothing to do with each other.";
            case SAME_AS_BEFORE -> "This is the password that you have. Choose another.";
            case PASSWORDS_DIFFER -> "The two passwords are not the same. Type the new one again in both fields.";
        };
    }
}

package org.threesigns.accounts;

import org.springframework.http.HttpStatus;

/** The words for what can go wrong with passkeys. */
final class PasskeyWords {

    private PasskeyWords() {}

    static FormErrors errors(PasskeyProblem problem) {
        FormErrors errors = new FormErrors();
        boolean ofThePassword = problem == PasskeyProblem.WRONG_PASSWORD || problem == PasskeyProblem.TRY_LATER;
        errors.add(ofThePassword ? "password" : "name", words(problem));
        return errors;
    }

    static HttpStatus status(PasskeyProblem problem) {
        return problem == PasskeyProblem.TRY_LATER ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static String words(PasskeyProblem problem) {
        return switch (problem) {
            case NAME -> "Choose a name of 1 to %d letters, digits or signs.".formatted(OwnPasskeys.LONGEST_NAME);
            case NAME_TAKEN -> "You have a passkey of this name. Choose another name.";
            case TOO_MANY -> "You have as many passkeys as an account can have. Remove one first.";
            case WRONG_PASSWORD -> "This is not your password. Type the one that you signed in with.";
            case TRY_LATER -> "There were too many tries just now. Wait half a minute, then send the form again.";
            case TOO_LATE -> "That took too long, or was done on another page meanwhile. Begin once more.";
            case NOT_ACCEPTED, COPIED -> "The passkey could not be added. Begin once more.";
            case ALREADY_ADDED -> "This passkey was added before. Use another one.";
            case GONE -> "There is no such passkey any more.";
        };
    }
}

package org.threesigns.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a new password must be: long, and not among the first that somebody would try. Nothing about capitals, digits
 * or signs: such rules make passwords harder to remember and no harder to guess.
 */
@Component
class PasswordPolicy {

    /** In characters as people count them. */
    public static final int SHORTEST = 15;
    /** Long enough for any sentence; a bound all the same, since hashing takes time. */
    public static final int LONGEST = 128;

    /** zxcvbn's "safely unguessable": more than 10⁸ guesses. */
    private static final int ENOUGH = 3;

    /** What is looked at; the estimate takes time with the square of the length and more. */
    private static final int LOOKED_AT = 64;

    private static final List<String> OUR_WORDS =
            List.of("three", "signs", "threesigns", "admin", "administrator", "analyst", "trust");

    /** Everything that is wrong with a new password and with how it was typed again; may be added to. */
    Set<FormProblem> problems(String password, String repeated, String username) {
        Set<FormProblem> problems = EnumSet.noneOf(FormProblem.class);
        validate(password, username).ifPresent(problems::add);
        if (!password.equals(repeated)) {
            problems.add(FormProblem.PASSWORDS_DIFFER);
        }
        return problems;
    }

    /** What is wrong with a new password, or empty where nothing is. */
    Optional<FormProblem> validate(String password, String username) {
        String normalised = PasswordHasher.normalised(password);
        int length = normalised.codePointCount(0, normalised.length());
        if (length < SHORTEST) {
            return Optional.of(FormProblem.PASSWORD_TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(FormProblem.PASSWORD_TOO_LONG);
        }
        return isEasyToGuess(normalised, username) ? Optional.of(FormProblem.PASSWORD_EASY_TO_GUESS) : Optional.empty();
    }

    private static boolean isEasyToGuess(String password, String username) {
        List<String> known = new ArrayList<>(OUR_WORDS);
        known.add(username);
        String start = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return new Zxcvbn().measure(start, known).getScore() < ENOUGH;
    }
}

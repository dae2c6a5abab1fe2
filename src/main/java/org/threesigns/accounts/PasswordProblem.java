package org.threesigns.accounts;

/** What can be wrong with a new password. */
enum PasswordProblem {
    /** Fewer than {@link PasswordPolicy#SHORTEST} characters. */
    TOO_SHORT,
    /** More than {@link PasswordPolicy#LONGEST} characters. */
    TOO_LONG,
    /** A password that many people use, a pattern on the keyboard, a repetition, or made of the name. */
    EASY_TO_GUESS
}

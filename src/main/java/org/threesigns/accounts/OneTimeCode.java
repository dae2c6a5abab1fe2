package org.threesigns.accounts;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The code that makes the first account, or lets somebody choose the password of theirs.
 *
 * <p>One that we make has 20 letters and digits (100 bits), none that look alike, in groups with spaces between them,
 * so that it can be read off a screen and typed, and is not taken for a key that logs must not show. Spaces, hyphens
 * and capitals make no difference.
 */
record OneTimeCode(String value) {

    static final int SHORTEST = 16;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 20;
    private static final int GROUP = 5;

    static OneTimeCode made(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new OneTimeCode(code.toString());
    }

    /** A code as somebody typed or configured it. */
    static OneTimeCode typed(String typed) {
        return new OneTimeCode(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** The code as it is shown to people. */
    String inGroups() {
        return inGroups(" ");
    }

    /** The code in groups; with hyphens it stands in an address, and a log hides it as it hides every key. */
    String inGroups(String separator) {
        return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1" + separator);
    }

    /** Nothing that may appear where a code has no business. */
    @Override
    public String toString() {
        return "a one-time code";
    }
}

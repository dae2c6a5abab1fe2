package org.threesigns.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of an account: 1 to 64 of a–z, 0–9, dot, hyphen, underscore and at; capitals count as small letters. */
record Username(String value) {

    /** The rule, as a form says it. */
    static final String RULE =
            "Choose a name of 1 to 64 letters from a to z, digits, dots, hyphens, underscores or at signs.";

    private static final Pattern VALID = Pattern.compile("[a-z0-9._@-]{1,64}");

    Username {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("This is not the name of an account.");
        }
    }

    /** The name that somebody typed, or empty where no account can have it. */
    static Optional<Username> parse(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> VALID.matcher(name).matches())
                .map(Username::new);
    }
}

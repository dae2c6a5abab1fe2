package org.threesigns.accounts;

import java.util.Locale;

/** What somebody who signed in may do. */
public enum Role {
    /** Sees aggregates. */
    ANALYST,
    /** Also exports, retention, accounts and the audit log. */
    ADMINISTRATOR;

    /** The name as the database keeps it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

package org.threesigns.accounts;

import jakarta.persistence.EnumeratedValue;

/** What an account may do. */
enum Role {
    /** Sees aggregates. */
    ANALYST("analyst"),
    /** Also downloads responses, manages accounts and reads the audit log. */
    ADMINISTRATOR("administrator");

    @EnumeratedValue
    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The name as the database keeps it. */
    String code() {
        return code;
    }
}

package org.threesigns.security;

import java.util.Locale;

/** What the audit log tells of. */
public enum AuditEvent {
    /** The first account was made with the set-up code. */
    SET_UP,
    /** Somebody signed in. */
    SIGNED_IN,
    /** A name and a password did not fit together; the actor is the account, or nobody where there is none. */
    SIGN_IN_FAILED,
    /** Somebody signed out. */
    SIGNED_OUT,
    /** Somebody took figures or responses away in a file; the detail says which. */
    EXPORTED,
    /** Results older than the host keeps them were deleted, by nobody in particular. */
    RETENTION;

    /** The name as the database keeps it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

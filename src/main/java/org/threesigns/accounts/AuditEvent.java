package org.threesigns.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the audit log tells of. */
public enum AuditEvent {
    /** The first account was made with the set-up code. */
    SET_UP,
    /** Somebody signed in. */
    SIGNED_IN,
    /** A name and a password did not fit together; the actor is the account, or nobody where there is none. */
    SIGN_IN_FAILED,
    /** A name and a password fitted together, and a passkey was asked for; signed in is whoever shows it. */
    PASSKEY_ASKED_FOR,
    /** The password was right, but no passkey of the account followed. */
    PASSKEY_FAILED,
    /** Somebody signed out. */
    SIGNED_OUT,
    /** Somebody took figures or responses away in a file; the detail says which. */
    EXPORTED,
    /** A file that somebody asked for could not be prepared or was not sent to its end; the detail says which. */
    EXPORT_FAILED,
    /** Results older than the host keeps them were deleted, by nobody in particular. */
    RETENTION,
    /** The host imported responses; the detail says how many of which questionnaire. */
    RESPONSES_IMPORTED,
    /** The host deleted all responses of an import. */
    IMPORT_UNDONE,
    /** Somebody changed their own password. */
    PASSWORD_CHANGED,
    /** Somebody chose a password with the link or the code that they were given. */
    PASSWORD_CHOSEN,
    /** Somebody added a passkey to their own account; the detail is what they call it. */
    PASSKEY_ADDED,
    /** Somebody removed a passkey from their own account; the detail is what they called it. */
    PASSKEY_REMOVED,
    /** An administrator took all passkeys of somebody else's account away. */
    PASSKEYS_TAKEN_AWAY,
    /** An administrator added an account. */
    ACCOUNT_ADDED,
    /** An administrator took an account's password away and made a new link to choose one. */
    ACCOUNT_RESET,
    /** An administrator made an account an analyst's or an administrator's. */
    ROLE_CHANGED,
    /** An administrator closed an account, which then lets nobody in. */
    ACCOUNT_CLOSED,
    /** An administrator opened a closed account. */
    ACCOUNT_OPENED,
    /** An administrator deleted an account. */
    ACCOUNT_DELETED,
    /** The host made a code that lets the owner of an account choose another password. */
    ACCOUNT_RECOVERED;

    /** The name as the database keeps it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The event that a name in the database or in an address stands for. */
    public static Optional<AuditEvent> ofCode(String code) {
        return Arrays.stream(values())
                .filter(event -> event.code().equals(code))
                .findFirst();
    }
}

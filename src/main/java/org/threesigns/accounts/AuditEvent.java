package org.threesigns.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The events of the audit log. */
public enum AuditEvent {
    SET_UP,
    SIGNED_IN,
    /** A name and a password did not fit together; the actor is the account, or nobody where there is none. */
    SIGN_IN_FAILED,
    /** The password was right, and a passkey was asked for; once it is shown, {@link #SIGNED_IN} follows. */
    PASSKEY_ASKED_FOR,
    /** The password was right, but no passkey of the account followed. */
    PASSKEY_FAILED,
    SIGNED_OUT,
    /** Somebody downloaded figures or responses; the detail says which. */
    EXPORTED,
    /** A file that somebody asked for could not be prepared or was not sent to its end; the detail says which. */
    EXPORT_FAILED,
    /** Results older than the host keeps them were deleted, by nobody in particular. */
    RETENTION,
    /** The host imported responses; the detail says how many of which questionnaire. */
    RESPONSES_IMPORTED,
    /** The host deleted all responses of an import. */
    IMPORT_UNDONE,
    PASSWORD_CHANGED,
    /** Somebody chose a password with the link or the code that they were given. */
    PASSWORD_CHOSEN,
    /** Somebody added a passkey to their own account; the detail is what they call it. */
    PASSKEY_ADDED,
    /** Somebody removed a passkey from their own account; the detail is what they called it. */
    PASSKEY_REMOVED,
    /** An administrator removed all passkeys of somebody else's account. */
    PASSKEYS_TAKEN_AWAY,
    ACCOUNT_ADDED,
    /** An administrator removed an account's password and made a new link to choose one. */
    ACCOUNT_RESET,
    /** The detail says from which role to which. */
    ROLE_CHANGED,
    /** A closed account lets nobody in. */
    ACCOUNT_CLOSED,
    ACCOUNT_OPENED,
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

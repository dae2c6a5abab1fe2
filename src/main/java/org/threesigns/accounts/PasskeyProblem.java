package org.threesigns.accounts;

/** Why a passkey was not added, not removed or not taken as proof. */
enum PasskeyProblem {
    /** The name is empty, too long, or holds what cannot be shown. */
    NAME,
    /** The account has a passkey of this name. */
    NAME_TAKEN,
    /** The account has as many as one can have. */
    TOO_MANY,
    /** The password is another. */
    WRONG_PASSWORD,
    /** Too many tries, or too much going on: a little later it works. */
    TRY_LATER,
    /** What the page asked for was answered before, by another page, or too late. */
    TOO_LATE,
    /** The answer is not from this site's page, not from a passkey of the account, or not signed by it. */
    NOT_ACCEPTED,
    /** The passkey's own counter went back, so there may be a copy of it. */
    COPIED,
    /** The passkey belongs to an account already. */
    ALREADY_ADDED,
    /** There is no such passkey any more. */
    GONE
}

package org.threesigns.accounts;

/** Why an account was not added or changed. */
enum AccountProblem {
    /** The name has other characters than a name may have. */
    USERNAME,
    /** There is an account of that name. */
    NAME_TAKEN,
    /** Afterwards nobody could manage the accounts any more. */
    LAST_ADMINISTRATOR,
    /** One does not lock oneself out: for one's own password there is a page of its own. */
    OWN_ACCOUNT,
    /** There is no such account any more. */
    GONE,
    /** Whoever asked is no administrator any more. */
    NOT_ALLOWED
}

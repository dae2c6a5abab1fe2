package org.threesigns.accounts;

/** Too many passwords are being checked at once; trying again in a moment helps. */
class PasswordHasherBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

package org.threesigns.accounts;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Too many passwords are being checked at once; trying again in a moment helps. */
class PasswordHasherBusyException extends AuthenticationServiceException {

    private static final long serialVersionUID = 1L;

    PasswordHasherBusyException() {
        super("Too many passwords are being checked.");
    }
}

package org.threesigns.accounts;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many tries of one allowance failed, and the next has to wait. */
class SignInThrottledException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    SignInThrottledException(Duration wait) {
        super("The next try has to wait.");
        this.wait = wait;
    }

    Duration getWait() {
        return wait;
    }
}

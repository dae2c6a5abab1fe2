package org.threesigns.accounts;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;

/**
 * Why a sign-in was refused, as the page may tell it.
 *
 * @param status what the answer says to machines
 * @param delay how long to wait before the next try; zero where trying again at once is fine
 */
record SignInRefusal(HttpStatus status, Duration delay) {

    /** The request attribute that holds the refusal for the sign-in page. */
    public static final String ATTRIBUTE = "org.threesigns.accounts.signInRefusal";

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    static SignInRefusal of(AuthenticationException refusal) {
        if (refusal instanceof SignInThrottledException delayed) {
            return new SignInRefusal(HttpStatus.TOO_MANY_REQUESTS, delayed.getWait());
        }
        return refusal instanceof AuthenticationServiceException
                ? new SignInRefusal(HttpStatus.SERVICE_UNAVAILABLE, A_MOMENT)
                : new SignInRefusal(HttpStatus.UNPROCESSABLE_CONTENT, Duration.ZERO);
    }

    /** Whether the name and the password did not fit together. */
    public boolean isWrong() {
        return status == HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** Whether too many tries failed under this name. */
    public boolean isDelayed() {
        return status == HttpStatus.TOO_MANY_REQUESTS;
    }

    /** The delay in whole seconds, at least 1. */
    public long seconds() {
        return Math.max(1, delay.plusMillis(999).toSeconds());
    }
}

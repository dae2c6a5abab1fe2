package org.threesigns.accounts;

import java.util.List;
import java.util.stream.Stream;
import org.threesigns.web.ClientNetwork;

/**
 * A few tries that some people share.
 *
 * @param key what they have in common
 * @param own whether nobody without the cookie of a device or a session can use it up
 * @param anyAccount whether it counts tries of any account, so that the right password of one says nothing about the rest
 */
record SignInAllowance(String key, boolean own, boolean anyAccount) {

    private static final String OF_PASSKEYS = " (passkey)";

    /** Those who try an account on devices that it does not know: of the account, and of where they are. */
    static List<SignInAllowance> ofStrangers(String username, ClientNetwork network) {
        return Stream.of(
                        new SignInAllowance("account " + username, false, false),
                        new SignInAllowance("address " + network.name(), false, true))
                .limit(network.isPrivate() ? 1 : 2)
                .toList();
    }

    static SignInAllowance ofDevice(String device) {
        return new SignInAllowance("device " + device, true, false);
    }

    /** All who are signed in to this account. */
    static SignInAllowance ofSessions(Account account) {
        return new SignInAllowance("sessions " + account.id(), true, false);
    }

    /** The same people's tries at the second step, which are counted apart from those of the password. */
    SignInAllowance forPasskeys() {
        return new SignInAllowance(key + OF_PASSKEYS, own, anyAccount);
    }
}

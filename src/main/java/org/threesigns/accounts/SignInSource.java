package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.threesigns.web.ClientNetwork;

/**
 * What a try to sign in brings along, beside a name and a password.
 *
 * @param device the device cookie as it was sent, whether right or wrong; empty if there was none
 */
record SignInSource(String device, ClientNetwork network) {

    static SignInSource of(HttpServletRequest request) {
        return new SignInSource(DeviceCookies.sentWith(request), ClientNetwork.of(request.getRemoteAddr()));
    }
}

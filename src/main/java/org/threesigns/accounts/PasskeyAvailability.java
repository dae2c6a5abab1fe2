package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether passkeys work at the address that a page was opened at, and where they do.
 *
 * @param here whether they work here
 * @param given whether the host has said where the site is
 * @param address where they work
 */
record PasskeyAvailability(boolean here, boolean given, String address) {

    static PasskeyAvailability of(AdministratorSite site, HttpServletRequest request) {
        return new PasskeyAvailability(site.isAt(request), site.isGiven(), site.address());
    }
}

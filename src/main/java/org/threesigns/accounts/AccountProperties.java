package org.threesigns.accounts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.threesigns.startup.SettingRange;

/**
 * What a host says about administrators.
 *
 * @param setupCode at least 16 characters with which the first account is made; without it, a code is printed at startup
 */
@ConfigurationProperties("three-signs")
record AccountProperties(
        @Nullable String setupCode, @DefaultValue Administrators administrators) {

    /**
     * How administrators sign in.
     *
     * @param site address at which administrators open the site, as their browser shows it; passkeys work there and
     *     nowhere else, and without it at localhost only
     * @param sessionEndsAfter how long a sign-in lasts at most
     * @param auditKeptFor how long the record of what administrators did is kept
     */
    record Administrators(
            @Nullable String site,
            @DefaultValue("10h") Duration sessionEndsAfter,
            @DefaultValue("365d") Duration auditKeptFor) {

        Administrators {
            SettingRange.require("three-signs.administrators.session-ends-after", sessionEndsAfter, "1s", "365d");
            SettingRange.require(
                    "three-signs.administrators.audit-kept-for", auditKeptFor, "1d", SettingRange.A_CENTURY + "d");
        }
    }
}

package org.threesigns.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.threesigns.startup.SettingRange;
import org.threesigns.startup.StartupException;

/**
 * What a host says about requests and answers.
 *
 * @param leaveTo neutral page that "Leave this page" opens
 */
@ConfigurationProperties("three-signs")
public record WebProperties(
        @DefaultValue("https://www.wikipedia.org/") URI leaveTo,
        @DefaultValue Stop stop) {

    public WebProperties {
        if (!SettingRange.isWebAddress(leaveTo)) {
            throw new StartupException(
                    "three-signs.leave-to is \"%s\", which is not a web address.".formatted(leaveTo),
                    "Give it an address that begins with https://");
        }
    }

    /**
     * How a copy ends.
     *
     * @param drainsFor how long a copy goes on serving after it was told to stop, so that a load balancer can turn away
     */
    public record Stop(@DefaultValue("0s") Duration drainsFor) {

        public Stop {
            SettingRange.require("three-signs.stop.drains-for", drainsFor, "0s", "1d");
        }
    }
}

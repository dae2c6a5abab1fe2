package org.threesigns.publication;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.threesigns.startup.SettingRange;

/**
 * What a host says about the life of results and their statistics.
 *
 * @param retentionDays after how many days a result is deleted; without it, only its owner deletes it
 */
@ConfigurationProperties("three-signs")
public record PublicationProperties(
        @Nullable Integer retentionDays, @DefaultValue Statistics statistics) {

    public PublicationProperties {
        if (retentionDays != null) {
            SettingRange.require("three-signs.retention-days", retentionDays, 1, SettingRange.A_CENTURY);
        }
    }

    /**
     * How statistics are published.
     *
     * @param publish whether this copy publishes results into the statistics
     * @param publishEvery how often this copy looks for results to publish
     */
    public record Statistics(
            @DefaultValue("true") boolean publish,
            @DefaultValue("10s") Duration publishEvery) {

        public Statistics {
            SettingRange.require("three-signs.statistics.publish-every", publishEvery, "1ms", "1d");
        }
    }
}

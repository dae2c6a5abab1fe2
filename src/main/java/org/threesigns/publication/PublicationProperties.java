package org.threesigns.publication;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.threesigns.startup.StartupException;

/**
 * What a host says about the life of results and their statistics.
 *
 * @param retentionDays after how many days a result is deleted; without it, only its owner deletes it
 */
@ConfigurationProperties("three-signs")
public record PublicationProperties(
        @Nullable Integer retentionDays, @DefaultValue Statistics statistics) {

    public PublicationProperties {
        if (retentionDays != null && retentionDays < 1) {
            throw new StartupException(
                    "three-signs.retention-days is %s, which is less than a day.".formatted(retentionDays),
                    "Give it at least 1; or leave it out, and only its owner deletes a result.");
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
            if (publishEvery.isNegative() || publishEvery.isZero()) {
                throw new StartupException(
                        "three-signs.statistics.publish-every is %s, which is no time.".formatted(publishEvery),
                        "Give it a duration such as 10s.");
            }
        }
    }
}

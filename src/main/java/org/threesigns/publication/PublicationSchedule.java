package org.threesigns.publication;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Publishes every few seconds. If nothing waits, that costs two index look-ups; what cannot be published now waits for
 * the next round.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "three-signs.statistics.publish", matchIfMissing = true)
class PublicationSchedule implements SchedulingConfigurer {

    private final Publisher publisher;
    private final Duration every;

    PublicationSchedule(Publisher publisher, PublicationProperties properties) {
        this.publisher = publisher;
        this.every = properties.statistics().publishEvery();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(publisher::publish, every, every));
    }
}

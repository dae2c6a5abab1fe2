package org.threesigns.publication;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.TransactionException;

/** Publishes every few seconds. If nothing waits, that costs two index look-ups. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "three-signs.statistics.publish", matchIfMissing = true)
class PublicationSchedule implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(PublicationSchedule.class);

    private final Publisher publisher;
    private final Duration every;

    PublicationSchedule(Publisher publisher, PublicationProperties properties) {
        this.publisher = publisher;
        this.every = properties.statistics().publishEvery();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::publish, every, every));
    }

    private void publish() {
        try {
            publisher.publish();
        } catch (DataAccessException | TransactionException e) {
            // Nothing is lost: what was not published waits for the next round.
            log.warn(
                    "Results could not be published now; the next round will. ({})",
                    e.getClass().getSimpleName());
        }
    }
}

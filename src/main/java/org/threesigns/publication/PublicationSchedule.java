package org.threesigns.publication;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Publishes every few seconds. If nothing waits, that costs two index look-ups. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "three-signs.statistics.publish", matchIfMissing = true)
class PublicationSchedule {

    private static final Logger log = LoggerFactory.getLogger(PublicationSchedule.class);

    private final Publisher publisher;

    PublicationSchedule(Publisher publisher) {
        this.publisher = publisher;
    }

    @Scheduled(
            initialDelayString = "${three-signs.statistics.publish-every:10s}",
            fixedDelayString = "${three-signs.statistics.publish-every:10s}")
    void publish() {
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

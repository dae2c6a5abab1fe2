package org.threesigns.publication;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs retention a few times a day, where the host has set how long results are kept. */
@Configuration(proxyBeanMethods = false)
class RetentionSchedule {

    private static final Logger log = LoggerFactory.getLogger(RetentionSchedule.class);

    private final Retention retention;
    private final Optional<Integer> days;

    RetentionSchedule(Retention retention, PublicationProperties properties) {
        this.retention = retention;
        this.days = Optional.ofNullable(properties.retentionDays());
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    void deleteWhatIsDue() {
        days.ifPresent(this::deleteOlderThan);
    }

    private void deleteOlderThan(int days) {
        int deleted = retention.deleteOlderThan(days);
        if (deleted > 0) {
            log.info("Retention deleted {} results that were older than {} days.", deleted, days);
        }
    }
}

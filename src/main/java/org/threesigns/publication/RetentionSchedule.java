package org.threesigns.publication;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

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
        try {
            int deleted = retention.deleteOlderThan(days);
            if (deleted > 0) {
                log.info("Retention deleted {} results that were older than {} days.", deleted, days);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "Retention could not finish; the next round will. ({})",
                    e.getClass().getSimpleName());
        }
    }
}

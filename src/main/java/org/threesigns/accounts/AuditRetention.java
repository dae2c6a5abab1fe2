package org.threesigns.accounts;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes old entries of the audit log, once a day. Several copies may do it at once: it is one statement. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditRetention {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);
    private static final Duration SHORTEST = Duration.ofDays(1);

    private final AuditLog audit;
    private final Duration keptFor;

    AuditRetention(AuditLog audit, @Value("${three-signs.administrators.audit-kept-for}") Duration keptFor) {
        if (keptFor.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "three-signs.administrators.audit-kept-for is shorter than a day. Give it days, such as 365d.");
        }
        this.audit = audit;
        this.keptFor = keptFor;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "P1D")
    void deleteWhatIsOld() {
        try {
            audit.deleteOlderThan(keptFor);
        } catch (DataAccessException e) {
            LOG.warn(
                    "Old audit entries could not be deleted now; tomorrow's round will. ({})",
                    e.getClass().getSimpleName());
        }
    }
}

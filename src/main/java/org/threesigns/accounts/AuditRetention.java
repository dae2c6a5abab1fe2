package org.threesigns.accounts;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Deletes old entries of the audit log, once a day. Several copies may do it at once: it is one statement. */
@Configuration(proxyBeanMethods = false)
class AuditRetention {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

    private final AuditLog audit;
    private final Duration keptFor;

    AuditRetention(AuditLog audit, AccountProperties properties) {
        this.audit = audit;
        this.keptFor = properties.administrators().auditKeptFor();
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "P1D")
    void deleteWhatIsOld() {
        try {
            audit.deleteOlderThan(keptFor);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "Old audit entries could not be deleted now; tomorrow's round will. ({})",
                    e.getClass().getSimpleName());
        }
    }
}

package org.threesigns.accounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.TransactionException;

/** Deletes sessions that have ended. Spring Session's own task would log a stack trace while the database is away. */
@Configuration(proxyBeanMethods = false)
class SessionCleanup {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCleanup.class);

    private final JdbcIndexedSessionRepository sessions;

    SessionCleanup(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void deleteEnded() {
        try {
            sessions.cleanUpExpiredSessions();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "Ended sessions could not be deleted now; the next round will. ({})",
                    e.getClass().getSimpleName());
        }
    }
}

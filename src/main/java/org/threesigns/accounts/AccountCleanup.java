package org.threesigns.accounts;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Deletes ended sessions and old entries of the audit log. Several copies may do it at once: each is one statement. */
@Configuration(proxyBeanMethods = false)
class AccountCleanup {

    private final JdbcIndexedSessionRepository sessions;
    private final AuditLog audit;
    private final Duration auditKeptFor;

    AccountCleanup(JdbcIndexedSessionRepository sessions, AuditLog audit, AccountProperties properties) {
        this.sessions = sessions;
        this.audit = audit;
        this.auditKeptFor = properties.administrators().auditKeptFor();
    }

    /** Spring Session's own task would log a stack trace while the database is away. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void deleteEndedSessions() {
        sessions.cleanUpExpiredSessions();
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "P1D")
    void deleteOldAuditEntries() {
        audit.deleteOlderThan(auditKeptFor);
    }
}

package org.threesigns.operations;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.threesigns.accounts.AuditEvent;
import org.threesigns.accounts.AuditLog;
import org.threesigns.publication.ResultsExpired;

/** Records in the audit log how many results retention has deleted, and not which. */
@Component
class RetentionAudit {

    private final AuditLog audit;

    RetentionAudit(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void on(ResultsExpired expired) {
        audit.record(AuditEvent.RETENTION, null, expired.results() + " results deleted");
    }
}

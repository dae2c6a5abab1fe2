package org.threesigns.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log. Its event is text, since earlier versions may have known other events. */
@Entity
@Table(name = "audit_event")
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "happened_at")
    private Instant at;

    private @Nullable String actor;
    private String event;
    private @Nullable String detail;
    private int times = 1;

    /** For JPA, which fills every field. */
    protected AuditEntry() {}

    AuditEntry(Instant at, AuditEvent event, @Nullable String actor, @Nullable String detail) {
        this.at = at;
        this.event = event.code();
        this.actor = actor;
        this.detail = detail;
    }

    Instant at() {
        return at;
    }

    String event() {
        return event;
    }

    /** The name of the account; null where none is known. */
    @Nullable
    String actor() {
        return actor;
    }

    @Nullable
    String detail() {
        return detail;
    }

    /** How often it happened, from 1; see {@link AuditLog#count}. */
    int times() {
        return times;
    }
}

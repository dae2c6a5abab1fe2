package org.threesigns.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** The key of a deleted result, and the last day on which it matters. */
@Entity
@Table(name = "tombstone")
class Tombstone {

    @Id
    private UUID assessmentId;

    @Column(updatable = false)
    private LocalDate endsOn;

    /** For JPA, which sets every field. */
    protected Tombstone() {}

    Tombstone(UUID assessmentId, LocalDate endsOn) {
        this.assessmentId = assessmentId;
        this.endsOn = endsOn;
    }
}

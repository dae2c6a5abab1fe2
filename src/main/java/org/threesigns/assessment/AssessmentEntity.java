package org.threesigns.assessment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * The row of a completed assessment. Its key comes from its token, and says nothing about the order of arrival. In which batch
 * it is published, others write into the row.
 */
@Entity
@Table(name = "assessment")
class AssessmentEntity {

    @Id
    private UUID id;

    @Column(updatable = false)
    private boolean uncounted;

    @AttributeOverride(name = "version", column = @Column(name = "instrument_version"))
    private CompletedAssessment completed;

    /** For JPA, which fills every field before anybody sees the row. */
    @SuppressWarnings("NullAway.Init")
    protected AssessmentEntity() {}

    /** @param uncounted whether it stays out of all statistics, for good */
    AssessmentEntity(AssessmentToken token, CompletedAssessment completed, boolean uncounted) {
        this.id = token.key();
        this.completed = completed;
        this.uncounted = uncounted;
    }

    UUID id() {
        return id;
    }

    CompletedAssessment completed() {
        return completed;
    }

    void replaceWith(CompletedAssessment other) {
        completed = other;
    }
}

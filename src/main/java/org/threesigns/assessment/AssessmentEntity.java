package org.threesigns.assessment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * The row of a completed assessment. Its key is made from its token and does not reveal the order of arrival. The column
 * {@code batch} is not mapped: the package {@code publication} writes it, and {@link BulkResults} for imports.
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

    /** For JPA, which sets every field. */
    protected AssessmentEntity() {}

    /** @param uncounted whether it is never counted in any statistics */
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

package org.threesigns.assessment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a completed assessment. Its key is random, so that it says nothing about the order of arrival. */
@Entity
@Table(name = "assessment")
class AssessmentEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Column(updatable = false)
    private byte[] tokenHash;

    @AttributeOverride(name = "version", column = @Column(name = "instrument_version"))
    private CompletedAssessment completed;

    /** For JPA, which fills every field before anybody sees the row. */
    @SuppressWarnings("NullAway.Init")
    protected AssessmentEntity() {}

    AssessmentEntity(AssessmentToken token, CompletedAssessment completed) {
        this.tokenHash = token.hash();
        this.completed = completed;
    }

    /** Known once the row is stored. */
    UUID id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    byte[] tokenHash() {
        return tokenHash.clone();
    }

    CompletedAssessment completed() {
        return completed;
    }

    void replaceWith(CompletedAssessment other) {
        completed = other;
    }
}

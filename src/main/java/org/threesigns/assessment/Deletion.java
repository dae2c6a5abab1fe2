package org.threesigns.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many results were deleted at once, on which day, and why. Which results they were is stored nowhere. Each deletion is a
 * row of its own, so that none waits for another.
 */
@Entity
@Table(name = "deletion")
class Deletion {

    /** Why results were deleted. */
    enum Cause {
        RESPONDENT,
        RETENTION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Column(updatable = false)
    private LocalDate deletedOn;

    @Column(updatable = false)
    private String cause;

    @Column(updatable = false)
    private int results;

    /** For JPA, which sets every field. */
    protected Deletion() {}

    /** @param results at least 1 */
    Deletion(LocalDate deletedOn, Cause cause, int results) {
        this.deletedOn = deletedOn;
        this.cause = cause.name().toLowerCase(Locale.ROOT);
        this.results = results;
    }
}

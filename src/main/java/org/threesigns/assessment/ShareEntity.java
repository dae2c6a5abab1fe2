package org.threesigns.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The row of a share. It goes with its assessment. */
@Entity
@Table(name = "share")
class ShareEntity {

    private static final String SEPARATOR = ",";

    @Id
    private byte[] keyHash;

    @Column(updatable = false)
    private UUID assessmentId;

    private String scales;
    private LocalDate endsOn;

    /** For JPA, which sets every field. */
    protected ShareEntity() {}

    ShareEntity(ShareKey key, UUID assessmentId, List<String> scales, LocalDate endsOn) {
        this.keyHash = key.hash();
        this.assessmentId = assessmentId;
        this.scales = String.join(SEPARATOR, scales);
        this.endsOn = endsOn;
    }

    byte[] keyHash() {
        return keyHash.clone();
    }

    List<String> scales() {
        return List.of(scales.split(SEPARATOR, -1));
    }

    LocalDate endsOn() {
        return endsOn;
    }
}

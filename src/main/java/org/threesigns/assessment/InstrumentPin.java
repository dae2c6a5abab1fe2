package org.threesigns.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** The fingerprint of one language of an instrument's version, as it was when this database first saw it. */
@Entity
@Table(name = "instrument_pin")
class InstrumentPin {

    /** @param version from 1 */
    @Embeddable
    record Key(
            String instrument,
            @Column(name = "instrument_version") int version,
            String language) implements Serializable {}

    @EmbeddedId
    private Key key;

    /** Never overwritten, not even by another copy that starts at the same moment with other content. */
    @Column(updatable = false)
    private String fingerprint;

    /** For JPA, which sets every field. */
    protected InstrumentPin() {}

    InstrumentPin(Key key, String fingerprint) {
        this.key = key;
        this.fingerprint = fingerprint;
    }

    Key key() {
        return key;
    }

    String fingerprint() {
        return fingerprint;
    }
}

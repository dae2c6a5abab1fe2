package org.threesigns.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.Instrument;

/**
 * An import of a file for a version of an instrument. The file is identified by the SHA-256 of its content. Of what release
 * 0.1.0 imported nothing else is known.
 */
@Entity
@Table(name = "response_import")
class ImportedFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "sha_256")
    private byte[] sha256;

    private @Nullable String instrument;
    private @Nullable Integer instrumentVersion;
    private @Nullable Integer results;
    private @Nullable LocalDate importedOn;

    /** For JPA, which sets every field. */
    protected ImportedFile() {}

    ImportedFile(byte[] sha256, Instrument instrument, int results, LocalDate importedOn) {
        this.sha256 = sha256.clone();
        this.instrument = instrument.id();
        this.instrumentVersion = instrument.version();
        this.results = results;
        this.importedOn = importedOn;
    }

    /**
     * The number by which it can be undone.
     *
     * @throws NullPointerException before it is stored
     */
    long number() {
        return Objects.requireNonNull(id);
    }

    /** Whether its results can be told from others. */
    boolean canBeUndone() {
        return instrument != null;
    }

    /** One line for the operator. */
    String description() {
        return canBeUndone()
                ? "import %s: %s results of %s version %s, on %s"
                        .formatted(id, results, instrument, instrumentVersion, importedOn)
                : "import %s, by release 0.1.0, which cannot be undone".formatted(id);
    }
}

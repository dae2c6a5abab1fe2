package org.threesigns.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file that was imported, identified by the SHA-256 of its content, and how far. */
@Entity
@Table(name = "imported_file")
class ImportedFile {

    @Id
    @Column(name = "sha_256")
    private byte[] sha256;

    private int linesDone;
    private boolean finished;

    /** For JPA, which sets every field. */
    @SuppressWarnings("NullAway.Init")
    protected ImportedFile() {}

    ImportedFile(byte[] sha256) {
        this.sha256 = sha256.clone();
    }

    int linesDone() {
        return linesDone;
    }

    boolean finished() {
        return finished;
    }

    void advanceTo(int line) {
        linesDone = line;
    }

    void finish() {
        finished = true;
    }
}

package org.threesigns.operations;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Which files were imported, so that none is imported twice, and an import that was cut off can go on. */
interface ImportedFileRepository extends Repository<ImportedFile, byte[]> {

    Optional<ImportedFile> findById(byte[] sha256);

    ImportedFile save(ImportedFile file);
}

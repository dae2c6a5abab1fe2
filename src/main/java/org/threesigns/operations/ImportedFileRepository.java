package org.threesigns.operations;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Which files were imported, so that none is imported twice and each can be undone. */
interface ImportedFileRepository extends Repository<ImportedFile, Long> {

    ImportedFile save(ImportedFile file);

    /** Earlier imports of a file for this version, or for one that is not known. */
    @Query("""
            from ImportedFile where sha256 = :sha256
                and (instrument is null or (instrument = :instrument and instrumentVersion = :version))
            order by id""")
    List<ImportedFile> findEarlier(byte[] sha256, String instrument, int version);

    Optional<ImportedFile> findById(long number);

    List<ImportedFile> findAllByOrderById();

    void delete(ImportedFile file);
}

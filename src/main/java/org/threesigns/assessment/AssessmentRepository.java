package org.threesigns.assessment;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of {@link Assessments}, which alone uses it. */
interface AssessmentRepository extends Repository<AssessmentEntity, UUID> {

    AssessmentEntity saveAndFlush(AssessmentEntity row);

    Optional<AssessmentEntity> findByTokenHash(byte[] tokenHash);

    Optional<AssessmentEntity> findById(UUID id);

    boolean existsByTokenHash(byte[] tokenHash);

    /** The same row, held until the transaction ends: of two that want to change it, the second sees what is left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from AssessmentEntity where tokenHash = :tokenHash")
    Optional<AssessmentEntity> lockByTokenHash(byte[] tokenHash);

    /** Looks once for each version ever pinned, however many rows there are. */
    @NativeQuery("""
            select distinct p.instrument, p.instrument_version from instrument_pin p
            where exists (select 1 from assessment a
                          where a.instrument = p.instrument and a.instrument_version = p.instrument_version)""")
    Set<InstrumentVersion> findVersionsInUse();

    void delete(AssessmentEntity row);
}

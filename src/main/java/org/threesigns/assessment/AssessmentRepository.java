package org.threesigns.assessment;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.jpa.SpecHints;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The rows of results, for all that is asked of them more rarely than {@link AssessmentRows} is. */
interface AssessmentRepository extends Repository<AssessmentEntity, UUID> {

    String SKIP_LOCKED = "-2"; // what Hibernate takes for "for update skip locked"

    Optional<AssessmentEntity> findById(UUID id);

    boolean existsById(UUID id);

    /** The same row, held until the transaction ends: of two that want to change it, the second sees what is left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from AssessmentEntity where id = :id")
    Optional<AssessmentEntity> lockById(UUID id);

    /** Those of these that are that old and that nobody else holds; held until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = SpecHints.HINT_SPEC_LOCK_TIMEOUT, value = SKIP_LOCKED))
    @Query("from AssessmentEntity where id in :ids and completed.completedOn < :day")
    List<AssessmentEntity> lockFreeCompletedBefore(LocalDate day, Collection<UUID> ids);

    /** Looks once for each version ever pinned, however many rows there are. */
    @NativeQuery("""
            select distinct p.instrument, p.instrument_version from instrument_pin p
            where exists (select 1 from assessment a
                          where a.instrument = p.instrument and a.instrument_version = p.instrument_version)""")
    Set<InstrumentVersion> findVersionsInUse();

    void delete(AssessmentEntity row);
}

package org.threesigns.assessment;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.SpecHints;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The rows of results, for what happens to them more rarely than the insert and the read of {@link AssessmentRows}. */
interface AssessmentRepository extends Repository<AssessmentEntity, UUID> {

    String SKIP_LOCKED = "-2"; // Hibernate's value for "for update skip locked"

    boolean existsById(UUID id);

    /** The row, locked until the transaction ends: the second of two changes sees what the first has left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from AssessmentEntity where id = :id")
    Optional<AssessmentEntity> lockById(UUID id);

    /**
     * Those of these rows that were completed before this day, without those that others have locked. They are locked until the
     * transaction ends.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = SpecHints.HINT_SPEC_LOCK_TIMEOUT, value = SKIP_LOCKED))
    @Query("from AssessmentEntity where id in :ids and completed.completedOn < :day")
    List<AssessmentEntity> lockFreeCompletedBefore(LocalDate day, Collection<UUID> ids);

    void delete(AssessmentEntity row);
}

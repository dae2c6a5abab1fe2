package org.threesigns.publication;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of batches, which {@link PublicationQueue} fills with results. */
interface BatchRepository extends Repository<Batch, UUID> {

    <S extends Batch> List<S> saveAllAndFlush(Iterable<S> batches);

    /** The batch, locked until the transaction ends; empty if it was withdrawn. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Batch where id = :id and countedMonth is not null")
    Optional<Batch> lockCounted(UUID id);
}

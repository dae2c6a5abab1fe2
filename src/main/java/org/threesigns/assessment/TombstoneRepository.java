package org.threesigns.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@link Tombstones}, which alone uses it. */
interface TombstoneRepository extends Repository<Tombstone, UUID> {

    Tombstone save(Tombstone tombstone);

    @Transactional
    @Modifying
    @Query("delete from Tombstone where endsOn < :today")
    void deleteEnded(LocalDate today);
}

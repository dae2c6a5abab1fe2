package org.threesigns.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of {@link Shares}, which alone uses it. */
interface ShareRepository extends Repository<ShareEntity, byte[]> {

    ShareEntity save(ShareEntity row);

    /** The result behind a share that has not ended before this day. */
    @Query("from ShareEntity where keyHash = :keyHash and endsOn >= :today")
    Optional<ShareEntity> findOpen(byte[] keyHash, LocalDate today);

    @Query("from ShareEntity where assessmentId = :assessmentId and endsOn >= :today order by endsOn, scales")
    List<ShareEntity> findAllOpen(UUID assessmentId, LocalDate today);

    @Modifying
    @Query("delete from ShareEntity where keyHash = :keyHash and assessmentId = :assessmentId")
    int end(byte[] keyHash, UUID assessmentId);

    @Modifying
    @Query("delete from ShareEntity where assessmentId = :assessmentId")
    void endAll(UUID assessmentId);

    @Modifying
    @Query("delete from ShareEntity where endsOn < :today")
    void deleteEnded(LocalDate today);
}

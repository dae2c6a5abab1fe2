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

    /** A share and the result that it shows. */
    record OpenShare(ShareEntity share, AssessmentEntity result) {}

    /** The share with this key, where it has not ended before this day; by one statement, as new answers end it. */
    @Query("""
            select new org.threesigns.assessment.ShareRepository$OpenShare(s, a)
            from ShareEntity s join AssessmentEntity a on a.id = s.assessmentId
            where s.keyHash = :keyHash and s.endsOn >= :today""")
    Optional<OpenShare> findOpen(byte[] keyHash, LocalDate today);

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
    int deleteEnded(LocalDate today);
}

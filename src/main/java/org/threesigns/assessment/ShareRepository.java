package org.threesigns.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@link Shares}, which alone uses it. */
interface ShareRepository extends Repository<ShareEntity, byte[]> {

    ShareEntity save(ShareEntity row);

    /** A share and the result that it shows. */
    record OpenShare(ShareEntity share, AssessmentEntity result) {}

    /** The share with this key, unless it ended before this day. One statement, because new answers end the share. */
    @Query("""
            select new org.threesigns.assessment.ShareRepository$OpenShare(s, a)
            from ShareEntity s join AssessmentEntity a on a.id = s.assessmentId
            where s.keyHash = :keyHash and s.endsOn >= :today""")
    Optional<OpenShare> findOpen(byte[] keyHash, LocalDate today);

    @Query("from ShareEntity where assessmentId = :assessmentId and endsOn >= :today order by endsOn, scales")
    List<ShareEntity> findAllOpen(UUID assessmentId, LocalDate today);

    @Modifying
    @Query("delete from ShareEntity where keyHash = :keyHash and assessmentId = :assessmentId")
    void end(byte[] keyHash, UUID assessmentId);

    @Modifying
    @Query("delete from ShareEntity where assessmentId = :assessmentId")
    void endAll(UUID assessmentId);

    @Transactional
    @Modifying
    @Query("delete from ShareEntity where endsOn < :today")
    void deleteEnded(LocalDate today);
}

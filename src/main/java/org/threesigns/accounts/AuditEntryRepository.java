package org.threesigns.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface AuditEntryRepository extends JpaRepository<AuditEntry, Long> {

    Page<AuditEntry> findByEvent(String event, Pageable page);

    /**
     * Counts the event in its latest entry since a time; returns how many entries there were to count it in, 0 or 1. An entry with a
     * detail is left alone, because its detail may not be true of this event.
     */
    @Transactional
    @Modifying
    @Query("""
            update AuditEntry set times = times + 1 where id = (
                select max(e.id) from AuditEntry e
                where e.event = :event and e.actor is not distinct from :actor and e.at > :since
                    and e.detail is null)""")
    int countInLatest(String event, @Nullable String actor, Instant since);

    @Transactional
    @Modifying
    @Query("delete from AuditEntry where at < :time")
    int deleteBefore(Instant time);
}

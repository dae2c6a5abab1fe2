package org.threesigns.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface AccountCodeRepository extends JpaRepository<AccountCode, UUID> {

    Optional<AccountCode> findByCodeHashAndEndsAtAfter(byte[] codeHash, Instant now);

    /** Deletes a code that has not expired; of many at once, one gets 1 and the others 0. */
    @Transactional
    @Modifying
    @Query("delete from AccountCode where codeHash = :codeHash and endsAt > :now")
    int use(byte[] codeHash, Instant now);
}

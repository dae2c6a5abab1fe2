package org.threesigns.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passkeys of all accounts. Add, use or remove one in a transaction that has locked its account
 * ({@link AccountRepository#lock}): a passkey that is removed while it is used must not be stored again.
 */
interface PasskeyRepository extends JpaRepository<Passkey, UUID> {

    /** How many an account may have. */
    int MOST = 10;

    List<Passkey> findByAccountIdOrderByAddedOnAscNameAsc(UUID accountId);

    Optional<Passkey> findByCredentialId(byte[] credentialId);

    /** Returns how many there were, 0 or 1. */
    @Transactional
    @Modifying
    @Query("delete from Passkey where accountId = :accountId and id = :id")
    int delete(UUID accountId, UUID id);

    /** Returns how many there were. */
    @Transactional
    @Modifying
    @Query("delete from Passkey where accountId = :accountId")
    int deleteAll(UUID accountId);
}

package org.threesigns.accounts;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, and the sessions that belong to them. */
interface AccountRepository extends JpaRepository<Account, UUID> {

    List<Account> findAllByOrderByUsername();

    Optional<Account> findByUsername(String username);

    default Optional<Account> findByUsername(Username username) {
        return findByUsername(username.value());
    }

    /**
     * Locks all accounts until the transaction ends: every other one that changes who may do what waits, on whichever
     * copy of the application it runs. To be called before anything is read in the transaction.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Account order by id")
    List<Account> lockAll();

    /** Locks one account, and with it what belongs to it. To be called before the account is read in the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Account where id = :id")
    Optional<Account> lock(UUID id);

    /** Replaces a password unless it was changed since it was read; returns how many rows changed, 0 or 1. */
    @Transactional
    @Modifying
    @Query("""
            update Account set passwordHash = :hash, passwordChangedAt = :changedAt
            where id = :id and passwordHash = :before""")
    int replacePassword(UUID id, String before, String hash, Instant changedAt);

    /** Plain SQL, as the table is Spring Session's. */
    @Modifying
    @NativeQuery("delete from admin_session where principal_name = :account")
    void endSessions(String account);

    default void endSessions(UUID account) {
        endSessions(account.toString());
    }
}

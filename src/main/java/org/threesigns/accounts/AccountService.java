package org.threesigns.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages accounts on behalf of an administrator. Every change is one transaction that locks all accounts: if two
 * administrators take each other's role at the same moment, on whichever copies, one is refused, so there is always
 * somebody left to manage the accounts. Each change is audited, and counts at once for open sessions, because those
 * read the account at every request.
 */
@Service
class AccountService {

    private static final Duration INVITATION_LASTS = Duration.ofDays(3);

    private final AccountRepository accounts;
    private final PasskeyRepository passkeys;
    private final AccountCodes codes;
    private final AuditLog audit;
    private final Clock clock;

    AccountService(
            AccountRepository accounts, PasskeyRepository passkeys, AccountCodes codes, AuditLog audit, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.codes = codes;
        this.audit = audit;
    }

    /** All accounts, by name. */
    List<Account> findAll() {
        return accounts.findAllByOrderByUsername();
    }

    Optional<Account> find(UUID id) {
        return accounts.findById(id);
    }

    /**
     * Adds an account without a password, which the invitation lets its owner choose.
     *
     * @throws FormRefusedException if the name is not valid, or taken
     */
    @Transactional
    Invitation add(Administrator by, String typedName, Role role) {
        Username username = Username.parse(typedName).orElseThrow(() -> new FormRefusedException(FormProblem.USERNAME));
        lockAccounts(by);
        if (accounts.findByUsername(username).isPresent()) {
            throw new FormRefusedException(FormProblem.USERNAME_TAKEN);
        }
        Account account = accounts.saveAndFlush(new Account(username, null, role, clock));
        audit.record(AuditEvent.ACCOUNT_ADDED, by.username(), username.value() + ", " + role.code());
        return invite(account);
    }

    /**
     * Removes an account's password, which the invitation lets its owner choose again, and ends its sessions. Its
     * passkeys stay, and are asked for as before.
     *
     * @throws FormRefusedException if it is closed, or the administrator's own
     */
    @Transactional
    Invitation inviteAgain(Administrator by, UUID id) {
        Account account = lockAnother(by, id);
        if (!account.enabled()) {
            throw new FormRefusedException(FormProblem.ACCOUNT_CLOSED);
        }
        account.setPasswordHash(null, clock);
        accounts.endSessions(id);
        audit.record(AuditEvent.ACCOUNT_RESET, by.username(), account.username());
        return invite(account);
    }

    /**
     * Removes all passkeys of somebody else's account, so that the password alone signs its owner in, and ends its
     * sessions, since the finder of a lost passkey may hold one.
     *
     * @throws FormRefusedException if it is the administrator's own: one's own passkeys are removed with one's password
     */
    @Transactional
    void removePasskeys(Administrator by, UUID id) {
        Account account = lockAnother(by, id);
        int removed = passkeys.deleteAll(id);
        accounts.endSessions(id);
        audit.record(AuditEvent.PASSKEYS_TAKEN_AWAY, by.username(), account.username() + ", " + removed);
    }

    /** @throws FormRefusedException if it is the last administrator's */
    @Transactional
    void changeRole(Administrator by, UUID id, Role role) {
        Account account = lock(by, id);
        if (account.role() == role) {
            return;
        }
        String change = " from " + account.role().code() + " to " + role.code();
        account.setRole(role);
        requireAnAdministrator();
        audit.record(AuditEvent.ROLE_CHANGED, by.username(), account.username() + change);
    }

    /**
     * Opens or closes an account. Closing ends its sessions for good: opening does not bring them back.
     *
     * @throws FormRefusedException if it is the last administrator's
     */
    @Transactional
    void setEnabled(Administrator by, UUID id, boolean enabled) {
        Account account = lock(by, id);
        if (account.enabled() == enabled) {
            return;
        }
        account.setEnabled(enabled);
        if (!enabled) {
            accounts.endSessions(id);
        }
        requireAnAdministrator();
        audit.record(
                enabled ? AuditEvent.ACCOUNT_OPENED : AuditEvent.ACCOUNT_CLOSED, by.username(), account.username());
    }

    /**
     * Deletes an account and all that belongs to it, except its entries in the audit log.
     *
     * @throws FormRefusedException if it is the last administrator's
     */
    @Transactional
    void delete(Administrator by, UUID id) {
        Account account = lock(by, id);
        accounts.endSessions(id);
        accounts.delete(account);
        requireAnAdministrator();
        audit.record(AuditEvent.ACCOUNT_DELETED, by.username(), account.username());
    }

    private Invitation invite(Account account) {
        return Invitation.of(account, codes.make(account.id(), INVITATION_LASTS), INVITATION_LASTS);
    }

    private Account lockAnother(Administrator by, UUID id) {
        if (by.id().equals(id)) {
            throw new FormRefusedException(FormProblem.OWN_ACCOUNT);
        }
        return lock(by, id);
    }

    private Account lock(Administrator by, UUID id) {
        lockAccounts(by);
        return accounts.findById(id).orElseThrow(() -> new FormRefusedException(FormProblem.ACCOUNT_GONE));
    }

    /** The administrator may have lost the role while waiting for the lock. */
    private void lockAccounts(Administrator by) {
        if (accounts.lockAll().stream()
                .filter(Account::canAdminister)
                .noneMatch(account -> account.id().equals(by.id()))) {
            throw new FormRefusedException(FormProblem.NOT_ALLOWED);
        }
    }

    private void requireAnAdministrator() {
        if (accounts.findAll().stream().noneMatch(Account::canAdminister)) {
            throw new FormRefusedException(FormProblem.LAST_ADMINISTRATOR);
        }
    }
}

package org.threesigns.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What administrators do with accounts, their own included. Every change is one transaction that holds all accounts:
 * of two administrators who take away each other's role at the same moment, on whichever copies, one is refused, so
 * there is always somebody left who can manage the accounts. Each change is written down, and counts at once for open
 * sessions, because those read the account at every request.
 */
@Service
class AccountAdministration {

    private static final Duration INVITATION_LASTS = Duration.ofDays(3);

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final AccountCodes codes;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    AccountAdministration(
            Accounts accounts,
            Passkeys passkeys,
            AccountCodes codes,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.codes = codes;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All accounts, by name. */
    public List<AccountSummary> all() {
        return accounts.all().stream().map(AccountSummary::of).toList();
    }

    public Optional<AccountSummary> find(UUID id) {
        return accounts.find(id).map(AccountSummary::of);
    }

    /**
     * Adds an account without a password; whoever gets the invitation chooses that.
     *
     * @throws AccountRefusedException where the name cannot be, or is taken
     */
    public Invitation add(Administrator by, String typedName, Role role) {
        Username username =
                Username.parse(typedName).orElseThrow(() -> new AccountRefusedException(AccountProblem.USERNAME));
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                holdAccounts(by);
                Account account = new Account(UUID.randomUUID(), username, null, role, true, now());
                accounts.add(account);
                audit.record(AuditEvent.ACCOUNT_ADDED, by.username(), username.value() + ", " + role.code());
                return Invitation.of(account, codes.make(account.id(), INVITATION_LASTS), INVITATION_LASTS);
            }));
        } catch (DuplicateKeyException e) {
            throw new AccountRefusedException(AccountProblem.NAME_TAKEN);
        }
    }

    /**
     * Starts an account anew: its password no longer works, its sessions are over, and whoever gets the invitation
     * chooses another password. Its passkeys stay, and are asked for as before.
     *
     * @throws AccountRefusedException where it is one's own, or nobody could manage the accounts meanwhile
     */
    public Invitation inviteAgain(Administrator by, UUID id) {
        if (by.id().equals(id)) {
            throw new AccountRefusedException(AccountProblem.OWN_ACCOUNT);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Account account = heldAccount(by, id);
            accounts.setPassword(id, null, now());
            accounts.endSessions(id);
            requireAnAdministrator();
            audit.record(
                    AuditEvent.ACCOUNT_RESET, by.username(), account.username().value());
            return Invitation.of(account, codes.make(id, INVITATION_LASTS), INVITATION_LASTS);
        }));
    }

    /**
     * Takes all passkeys of somebody else's account away, so that the password alone lets its owner in; its sessions are
     * over, as whatever was lost may hold one.
     *
     * @throws AccountRefusedException where it is one's own: one's own passkeys are removed with one's password
     */
    public void takePasskeysAway(Administrator by, UUID id) {
        if (by.id().equals(id)) {
            throw new AccountRefusedException(AccountProblem.OWN_ACCOUNT);
        }
        change(by, id, account -> {
            int taken = passkeys.deleteAll(id);
            accounts.endSessions(id);
            audit.record(
                    AuditEvent.PASSKEYS_TAKEN_AWAY,
                    by.username(),
                    account.username().value() + ", " + taken);
        });
    }

    /**
     * Makes an account an analyst's or an administrator's.
     *
     * @throws AccountRefusedException where nobody could manage the accounts afterwards
     */
    public void changeRole(Administrator by, UUID id, Role role) {
        change(by, id, account -> {
            accounts.changeRole(id, role);
            audit.record(
                    AuditEvent.ROLE_CHANGED,
                    by.username(),
                    account.username().value() + " from " + account.role().code() + " to " + role.code());
        });
    }

    /**
     * Opens or closes an account; a closed one lets nobody in, and its sessions are over.
     *
     * @throws AccountRefusedException where nobody could manage the accounts afterwards
     */
    public void setEnabled(Administrator by, UUID id, boolean enabled) {
        AuditEvent event = enabled ? AuditEvent.ACCOUNT_OPENED : AuditEvent.ACCOUNT_CLOSED;
        change(by, id, account -> {
            accounts.setEnabled(id, enabled);
            audit.record(event, by.username(), account.username().value());
        });
    }

    /**
     * Deletes an account and all that belongs to it; what it did stays in the audit log.
     *
     * @throws AccountRefusedException where nobody could manage the accounts afterwards
     */
    public void delete(Administrator by, UUID id) {
        change(by, id, account -> {
            accounts.delete(id);
            audit.record(
                    AuditEvent.ACCOUNT_DELETED,
                    by.username(),
                    account.username().value());
        });
    }

    private void change(Administrator by, UUID id, Consumer<Account> change) {
        transaction.executeWithoutResult(status -> {
            change.accept(heldAccount(by, id));
            requireAnAdministrator();
        });
    }

    private Account heldAccount(Administrator by, UUID id) {
        holdAccounts(by);
        return accounts.find(id).orElseThrow(() -> new AccountRefusedException(AccountProblem.GONE));
    }

    /** Whoever had to wait for it may have lost the right meanwhile. */
    private void holdAccounts(Administrator by) {
        accounts.lock();
        if (accounts.find(by.id()).filter(Account::canAdminister).isEmpty()) {
            throw new AccountRefusedException(AccountProblem.NOT_ALLOWED);
        }
    }

    private void requireAnAdministrator() {
        if (accounts.all().stream().noneMatch(Account::canAdminister)) {
            throw new AccountRefusedException(AccountProblem.LAST_ADMINISTRATOR);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

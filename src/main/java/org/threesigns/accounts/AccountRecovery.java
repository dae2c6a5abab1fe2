package org.threesigns.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets whoever has the host back into an account, whatever was lost: the one way in that no account guards. */
@Component
public class AccountRecovery {

    static final Duration CODE_LASTS = Duration.ofHours(1);

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final AccountCodes codes;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    AccountRecovery(
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

    /**
     * Opens an account, takes its password and its passkeys away and ends its sessions, and gives a code with which another
     * password is chosen. Its role stays.
     *
     * @return empty where there is no such account
     */
    public Optional<Invitation> recover(String typedName) {
        Optional<Invitation> invitation = transaction.execute(status -> {
            accounts.lock();
            return Username.parse(typedName).flatMap(accounts::find).map(this::recover);
        });
        return invitation == null ? Optional.empty() : invitation;
    }

    /** The names of all accounts. */
    public List<String> names() {
        return accounts.all().stream()
                .map(account -> account.username().value())
                .toList();
    }

    private Invitation recover(Account account) {
        accounts.setPassword(account.id(), null, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        accounts.setEnabled(account.id(), true);
        accounts.endSessions(account.id());
        String name = account.username().value();
        String was = account.enabled() ? "" : ", which was closed";
        int taken = passkeys.deleteAll(account.id());
        String without = taken == 0 ? "" : ", without its passkeys (" + taken + ")";
        audit.record(AuditEvent.ACCOUNT_RECOVERED, null, name + was + without + ", by a command on the host");
        return Invitation.of(account, codes.make(account.id(), CODE_LASTS), CODE_LASTS);
    }
}

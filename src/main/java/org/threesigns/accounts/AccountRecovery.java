package org.threesigns.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the host back into an account, whatever was lost: the one way in that no account guards. */
@Service
public class AccountRecovery {

    static final Duration CODE_LASTS = Duration.ofHours(1);

    private final AccountRepository accounts;
    private final PasskeyRepository passkeys;
    private final AccountCodes codes;
    private final AuditLog audit;
    private final Clock clock;

    AccountRecovery(
            AccountRepository accounts, PasskeyRepository passkeys, AccountCodes codes, AuditLog audit, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.codes = codes;
        this.audit = audit;
    }

    /**
     * Opens an account, removes its password and its passkeys, ends its sessions, and returns a code that chooses another
     * password. Its role stays.
     *
     * @return empty if there is no such account
     */
    @Transactional
    public Optional<Invitation> recover(String typedName) {
        accounts.lockAll();
        return Username.parse(typedName).flatMap(accounts::findByUsername).map(this::recover);
    }

    /** The names of all accounts. */
    public List<String> names() {
        return accounts.findAllByOrderByUsername().stream()
                .map(Account::username)
                .toList();
    }

    private Invitation recover(Account account) {
        String was = account.enabled() ? "" : ", which was closed";
        account.setPasswordHash(null, clock);
        account.setEnabled(true);
        accounts.endSessions(account.id());
        int removed = passkeys.deleteAll(account.id());
        String without = removed == 0 ? "" : ", without its passkeys (" + removed + ")";
        audit.record(
                AuditEvent.ACCOUNT_RECOVERED, null, account.username() + was + without + ", by a command on the host");
        return Invitation.of(account, codes.make(account.id(), CODE_LASTS), CODE_LASTS);
    }
}

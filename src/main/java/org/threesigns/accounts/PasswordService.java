package org.threesigns.accounts;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes an account's password, by the old one or by a code. Hashing takes long, so it is done before the transaction,
 * which would hold a connection meanwhile.
 */
@Service
class PasswordService {

    private final AccountRepository accounts;
    private final AccountCodes codes;
    private final PasswordPolicy policy;
    private final PasswordHasher passwords;
    private final PasswordVerifier verifier;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordService(
            AccountRepository accounts,
            AccountCodes codes,
            PasswordPolicy policy,
            PasswordHasher passwords,
            PasswordVerifier verifier,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.codes = codes;
        this.policy = policy;
        this.passwords = passwords;
        this.verifier = verifier;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Changes one's own password, and so ends every session of the account.
     *
     * @return every reason why it was not changed; empty if it was
     */
    Set<FormProblem> change(Administrator who, String old, String password, String repeated) {
        Optional<Account> account = accounts.findById(who.id());
        try {
            return account.isPresent() && verifier.verifyAgain(account.get(), old)
                    ? change(account.get(), old, password, repeated)
                    : EnumSet.of(FormProblem.WRONG_OLD_PASSWORD);
        } catch (AuthenticationException throttledOrBusy) {
            return EnumSet.of(FormProblem.TRY_LATER);
        }
    }

    private Set<FormProblem> change(Account account, String old, String password, String repeated) {
        Set<FormProblem> problems = policy.problems(password, repeated, account.username());
        if (PasswordHasher.normalised(password).equals(PasswordHasher.normalised(old))) {
            problems.add(FormProblem.SAME_PASSWORD);
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        String before = Objects.requireNonNull(account.passwordHash());
        String hash = passwords.hash(password);
        return inTransaction(
                () -> accounts.replacePassword(account.id(), before, hash, Account.now(clock)) == 1,
                AuditEvent.PASSWORD_CHANGED,
                account,
                FormProblem.WRONG_OLD_PASSWORD);
    }

    /** The name of the account that a code is for; empty if the code is unknown, used or expired. */
    Optional<String> usernameOf(String typedCode) {
        return accountOf(OneTimeCode.typed(typedCode)).map(Account::username);
    }

    /**
     * Chooses the password of the account that a code is for, and uses the code up. Of many at once, one succeeds.
     *
     * @return every reason why it was not chosen; empty if it was
     */
    Set<FormProblem> choose(String typedCode, String password, String repeated) {
        OneTimeCode code = OneTimeCode.typed(typedCode);
        Optional<Account> account = accountOf(code);
        if (account.isEmpty()) {
            return EnumSet.of(FormProblem.NO_SUCH_LINK);
        }
        Set<FormProblem> problems =
                policy.problems(password, repeated, account.get().username());
        return problems.isEmpty() ? choose(code, account.get(), password) : problems;
    }

    private Set<FormProblem> choose(OneTimeCode code, Account account, String password) {
        try {
            String hash = passwords.hash(password);
            return inTransaction(
                    () -> usesUp(code, account, hash), AuditEvent.PASSWORD_CHOSEN, account, FormProblem.NO_SUCH_LINK);
        } catch (PasswordHasherBusyException e) {
            return EnumSet.of(FormProblem.TRY_LATER);
        }
    }

    /** Locks the account before the code, as an invitation does, so that neither waits for the other for ever. */
    private boolean usesUp(OneTimeCode code, Account account, String hash) {
        Optional<Account> locked = accounts.lock(account.id()).filter(found -> codes.use(code));
        locked.ifPresent(found -> found.setPasswordHash(hash, clock));
        return locked.isPresent();
    }

    private Set<FormProblem> inTransaction(
            BooleanSupplier change, AuditEvent event, Account account, FormProblem otherwise) {
        boolean done = transaction.execute(status -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                audit.record(event, account.username());
            }
            return changed;
        });
        return done ? EnumSet.noneOf(FormProblem.class) : EnumSet.of(otherwise);
    }

    private Optional<Account> accountOf(OneTimeCode code) {
        return codes.accountOf(code).flatMap(accounts::findById).filter(Account::enabled);
    }
}

package org.threesigns.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How people get another password: by the old one, or by a code that they were given. */
@Service
class NewPasswords {

    private final Accounts accounts;
    private final AccountCodes codes;
    private final PasswordPolicy policy;
    private final PasswordHashing passwords;
    private final PasswordConfirmation ownPassword;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    NewPasswords(
            Accounts accounts,
            AccountCodes codes,
            PasswordPolicy policy,
            PasswordHashing passwords,
            PasswordConfirmation ownPassword,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.codes = codes;
        this.policy = policy;
        this.passwords = passwords;
        this.ownPassword = ownPassword;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Changes somebody's own password, and so ends every session of the account. Guessing the old one is slowed down
     * as at sign-in: an open session is not to be a way around that.
     *
     * @return every reason why it was not changed; empty where it was
     */
    public Set<NewPasswordProblem> change(Administrator who, String old, String password, String repeated) {
        Optional<Account> account = accounts.find(who.id());
        String hash = account.map(Account::passwordHash).orElse(null);
        return switch (ownPassword.check(who.username(), hash, old)) {
            case TRY_LATER -> EnumSet.of(NewPasswordProblem.TRY_LATER);
            case WRONG -> EnumSet.of(NewPasswordProblem.WRONG_PASSWORD);
            case RIGHT -> change(account.orElseThrow(), old, password, repeated);
        };
    }

    private Set<NewPasswordProblem> change(Account account, String old, String password, String repeated) {
        Set<NewPasswordProblem> problems =
                problemsWith(password, repeated, account.username().value());
        if (PasswordHashing.normalised(password).equals(PasswordHashing.normalised(old))) {
            problems.add(NewPasswordProblem.SAME_AS_BEFORE);
        }
        try {
            return problems.isEmpty() ? replace(account, password) : problems;
        } catch (TooBusyException e) {
            return EnumSet.of(NewPasswordProblem.TRY_LATER);
        }
    }

    private Set<NewPasswordProblem> replace(Account account, String password) {
        String hash = passwords.hash(password);
        return inTransaction(
                () -> accounts.replacePassword(account, hash, now()),
                AuditEvent.PASSWORD_CHANGED,
                account,
                NewPasswordProblem.WRONG_PASSWORD);
    }

    /** The name of the account that a code is for; empty where the code was used, is over, or never was one. */
    public Optional<String> nameBehind(String typedCode) {
        return behind(SetUpCode.typed(typedCode))
                .map(account -> account.username().value());
    }

    /**
     * Chooses the password of the account that a code is for, and uses the code up. Of many at once, one succeeds.
     *
     * @return every reason why it was not chosen; empty where it was
     */
    public Set<NewPasswordProblem> choose(String typedCode, String password, String repeated) {
        SetUpCode code = SetUpCode.typed(typedCode);
        Optional<Account> account = behind(code);
        if (account.isEmpty()) {
            return EnumSet.of(NewPasswordProblem.NO_SUCH_LINK);
        }
        Set<NewPasswordProblem> problems =
                problemsWith(password, repeated, account.get().username().value());
        return problems.isEmpty() ? choose(code, account.get(), password) : problems;
    }

    private Set<NewPasswordProblem> choose(SetUpCode code, Account account, String password) {
        try {
            // Before the transaction: hashing takes long, and would hold a connection meanwhile.
            String hash = passwords.hash(password);
            return inTransaction(
                    () -> {
                        if (!codes.use(code)) {
                            return false;
                        }
                        accounts.setPassword(account.id(), hash, now());
                        return true;
                    },
                    AuditEvent.PASSWORD_CHOSEN,
                    account,
                    NewPasswordProblem.NO_SUCH_LINK);
        } catch (TooBusyException e) {
            return EnumSet.of(NewPasswordProblem.TRY_LATER);
        }
    }

    private Set<NewPasswordProblem> inTransaction(
            BooleanSupplier change, AuditEvent event, Account account, NewPasswordProblem otherwise) {
        boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                audit.record(event, account.username().value());
            }
            return changed;
        }));
        return done ? EnumSet.noneOf(NewPasswordProblem.class) : EnumSet.of(otherwise);
    }

    private Optional<Account> behind(SetUpCode code) {
        return codes.accountOf(code).flatMap(accounts::find).filter(Account::enabled);
    }

    private Set<NewPasswordProblem> problemsWith(String password, String repeated, String username) {
        Set<NewPasswordProblem> problems = EnumSet.noneOf(NewPasswordProblem.class);
        policy.problemWith(password, username).map(NewPasswordProblem::of).ifPresent(problems::add);
        if (!password.equals(repeated)) {
            problems.add(NewPasswordProblem.PASSWORDS_DIFFER);
        }
        return problems;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

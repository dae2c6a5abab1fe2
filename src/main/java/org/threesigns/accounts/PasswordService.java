package org.threesigns.accounts;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How people get another password: by the old one, or by a code that they were given. */
@Service
class PasswordService {

    private final AccountRepository accounts;
    private final AccountCodes codes;
    private final PasswordPolicy policy;
    private final PasswordHasher passwords;
    private final PasswordConfirmation ownPassword;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PasswordService(
            AccountRepository accounts,
            AccountCodes codes,
            PasswordPolicy policy,
            PasswordHasher passwords,
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
    public Set<PasswordProblem> change(Administrator who, String old, String password, String repeated) {
        Optional<Account> account = accounts.findById(who.id());
        String hash = account.map(Account::passwordHash).orElse(null);
        return switch (ownPassword.check(who.username(), hash, old)) {
            case TRY_LATER -> EnumSet.of(PasswordProblem.TRY_LATER);
            case WRONG -> EnumSet.of(PasswordProblem.WRONG_PASSWORD);
            case RIGHT -> change(account.orElseThrow(), Objects.requireNonNull(hash), old, password, repeated);
        };
    }

    private Set<PasswordProblem> change(Account account, String before, String old, String password, String repeated) {
        Set<PasswordProblem> problems = problemsWith(password, repeated, account.username());
        if (PasswordHasher.normalised(password).equals(PasswordHasher.normalised(old))) {
            problems.add(PasswordProblem.SAME_AS_BEFORE);
        }
        try {
            return problems.isEmpty() ? replace(account, before, password) : problems;
        } catch (PasswordHasherBusyException e) {
            return EnumSet.of(PasswordProblem.TRY_LATER);
        }
    }

    private Set<PasswordProblem> replace(Account account, String before, String password) {
        String hash = passwords.hash(password);
        return inTransaction(
                () -> accounts.replacePassword(account.id(), before, hash, Account.now()) == 1,
                AuditEvent.PASSWORD_CHANGED,
                account,
                PasswordProblem.WRONG_PASSWORD);
    }

    /** The name of the account that a code is for; empty where the code was used, is over, or never was one. */
    public Optional<String> usernameOf(String typedCode) {
        return behind(SetUpCode.typed(typedCode)).map(account -> account.username());
    }

    /**
     * Chooses the password of the account that a code is for, and uses the code up. Of many at once, one succeeds.
     *
     * @return every reason why it was not chosen; empty where it was
     */
    public Set<PasswordProblem> choose(String typedCode, String password, String repeated) {
        SetUpCode code = SetUpCode.typed(typedCode);
        Optional<Account> account = behind(code);
        if (account.isEmpty()) {
            return EnumSet.of(PasswordProblem.NO_SUCH_LINK);
        }
        Set<PasswordProblem> problems =
                problemsWith(password, repeated, account.get().username());
        return problems.isEmpty() ? choose(code, account.get(), password) : problems;
    }

    private Set<PasswordProblem> choose(SetUpCode code, Account account, String password) {
        try {
            // Before the transaction: hashing takes long, and would hold a connection meanwhile.
            String hash = passwords.hash(password);
            return inTransaction(
                    () -> codes.use(code) && accounts.setPassword(account.id(), hash, Account.now()) == 1,
                    AuditEvent.PASSWORD_CHOSEN,
                    account,
                    PasswordProblem.NO_SUCH_LINK);
        } catch (PasswordHasherBusyException e) {
            return EnumSet.of(PasswordProblem.TRY_LATER);
        }
    }

    private Set<PasswordProblem> inTransaction(
            BooleanSupplier change, AuditEvent event, Account account, PasswordProblem otherwise) {
        boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                audit.record(event, account.username());
            }
            return changed;
        }));
        return done ? EnumSet.noneOf(PasswordProblem.class) : EnumSet.of(otherwise);
    }

    private Optional<Account> behind(SetUpCode code) {
        return codes.accountOf(code).flatMap(accounts::findById).filter(Account::enabled);
    }

    private Set<PasswordProblem> problemsWith(String password, String repeated, String username) {
        Set<PasswordProblem> problems = EnumSet.noneOf(PasswordProblem.class);
        policy.validate(password, username).ifPresent(problems::add);
        if (!password.equals(repeated)) {
            problems.add(PasswordProblem.PASSWORDS_DIFFER);
        }
        return problems;
    }
}

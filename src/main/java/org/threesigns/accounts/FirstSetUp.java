package org.threesigns.accounts;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one time that an account is made without anybody signed in: the first, with the set-up code. */
@Service
class FirstSetUp {

    private final AccountRepository accounts;
    private final SetUpCodes codes;
    private final PasswordPolicy policy;
    private final PasswordHasher passwords;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstSetUp(
            AccountRepository accounts,
            SetUpCodes codes,
            PasswordPolicy policy,
            PasswordHasher passwords,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.codes = codes;
        this.policy = policy;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether the first account is still to be made. */
    public boolean isOpen() {
        return accounts.count() == 0;
    }

    /**
     * Makes the first account, an administrator's, and closes the set-up for good. Of many at once, one succeeds. Wrong codes
     * slow nobody down: a code is too long to be guessed, and the right one must not wait for guesses.
     *
     * @param repeated the password as it was typed again: nobody could help a first administrator who mistyped it
     * @return every reason why it was not made; empty where it was
     */
    public Set<FormProblem> makeFirstAccount(String typedCode, String typedUsername, String password, String repeated) {
        if (!isOpen()) {
            return EnumSet.of(FormProblem.ALREADY_SET_UP);
        }
        OneTimeCode code = OneTimeCode.typed(typedCode);
        Optional<Username> username = Username.parse(typedUsername);
        Set<FormProblem> problems = policy.problems(
                password, repeated, username.map(Username::value).orElse(""));
        if (!codes.isRight(code)) {
            problems.add(FormProblem.WRONG_CODE);
        }
        if (username.isEmpty()) {
            problems.add(FormProblem.USERNAME);
        }
        return problems.isEmpty() ? make(code, username.orElseThrow(), password) : problems;
    }

    private Set<FormProblem> make(OneTimeCode code, Username username, String password) {
        try {
            // Before the transaction: hashing takes long, and would hold a connection meanwhile.
            String hash = passwords.hash(password);
            boolean made = transaction.execute(status -> makeOnce(code, username, hash));
            return made ? EnumSet.noneOf(FormProblem.class) : EnumSet.of(FormProblem.ALREADY_SET_UP);
        } catch (PasswordHasherBusyException e) {
            return EnumSet.of(FormProblem.SET_UP_BUSY);
        }
    }

    private boolean makeOnce(OneTimeCode code, Username username, String passwordHash) {
        // The row of the code is the lock: the one that deletes it makes the account, the others find it gone.
        if (!codes.use(code) || !isOpen()) {
            return false;
        }
        accounts.save(new Account(username, passwordHash, Role.ADMINISTRATOR, clock));
        audit.record(AuditEvent.SET_UP, username.value());
        return true;
    }
}

package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.accounts.PasskeyChallenges.Challenge;

/**
 * Adds and removes the passkeys of one's own account. Both ask for the password again: a found session must not let its
 * finder shut the owner out, or sign in later.
 */
@Service
class PasskeyService {

    /** The longest name of a passkey, in characters. */
    static final int LONGEST_NAME = 60;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1," + LONGEST_NAME + "}");

    private final AccountRepository accounts;
    private final PasskeyRepository passkeys;
    private final WebAuthnService webAuthn;
    private final PasskeyChallenges challenges;
    private final PasswordVerifier verifier;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PasskeyService(
            AccountRepository accounts,
            PasskeyRepository passkeys,
            WebAuthnService webAuthn,
            PasskeyChallenges challenges,
            PasswordVerifier verifier,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.webAuthn = webAuthn;
        this.challenges = challenges;
        this.verifier = verifier;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The passkeys of an account, the oldest first. */
    List<Passkey> of(Administrator who) {
        return passkeys.findByAccountIdOrderByAddedOnAscNameAsc(who.id());
    }

    /** Whether an account has as many as it can have. */
    boolean isFull(Administrator who) {
        return of(who).size() >= PasskeyRepository.MOST;
    }

    /** One of them; empty if there is no such passkey, or it is another account's. */
    Optional<Passkey> find(Administrator who, UUID id) {
        return of(who).stream().filter(passkey -> passkey.id().equals(id)).findFirst();
    }

    /**
     * Begins to add a passkey: what the browser is asked waits in the session ({@link #creationOptions}).
     *
     * @throws FormRefusedException if the name is not valid, the password is wrong, or there are too many passkeys
     */
    void begin(Administrator who, String typedName, String typedPassword, HttpServletRequest request) {
        String name = typedName.strip();
        if (!NAME.matcher(name).matches()) {
            throw new FormRefusedException(FormProblem.PASSKEY_NAME);
        }
        Account account = account(who);
        requireRoomFor(account, name);
        requirePassword(account, typedPassword);
        challenges.createForRegistration(request, name);
    }

    /** What the browser is asked; empty if adding was not begun in this session or has expired, or the account is gone. */
    Optional<PasskeyOptions> creationOptions(Administrator who, HttpServletRequest request) {
        return challenges
                .findForRegistration(request)
                .flatMap(challenge -> accounts.findById(who.id())
                        .map(account -> new PasskeyOptions(
                                Objects.requireNonNull(challenge.name()),
                                webAuthn.creationOptions(account, challenge.bytes()))));
    }

    /**
     * Adds the passkey that the browser has made. The question is used up, whatever the answer: that is a transaction of
     * its own.
     *
     * @throws FormRefusedException if the answer comes too late or twice, or is not right
     */
    void add(Administrator who, String answer, HttpServletRequest request) {
        Challenge challenge = challenges
                .consumeForRegistration(request)
                .orElseThrow(() -> new FormRefusedException(FormProblem.PASSKEY_TOO_LATE));
        String name = Objects.requireNonNull(challenge.name());
        try {
            transaction.executeWithoutResult(status -> {
                Account account =
                        accounts.lock(who.id()).orElseThrow(() -> new FormRefusedException(FormProblem.PASSKEY_GONE));
                requireRoomFor(account, name);
                webAuthn.register(account, challenge.bytes(), name, answer);
                audit.record(AuditEvent.PASSKEY_ADDED, who.username(), name);
            });
        } catch (DataIntegrityViolationException e) {
            // Another account's transaction was first with the very same passkey; names were looked at above.
            throw new FormRefusedException(FormProblem.PASSKEY_ALREADY_ADDED, e);
        }
    }

    /**
     * Removes a passkey.
     *
     * @return whether it was the last, so that the password alone signs in from now on
     * @throws FormRefusedException if the password is wrong, or there is no such passkey
     */
    boolean remove(Administrator who, UUID id, String typedPassword) {
        String name = find(who, id)
                .orElseThrow(() -> new FormRefusedException(FormProblem.PASSKEY_GONE))
                .name();
        requirePassword(account(who), typedPassword);
        return transaction.execute(status -> {
            accounts.lock(who.id());
            if (passkeys.delete(who.id(), id) == 0) {
                throw new FormRefusedException(FormProblem.PASSKEY_GONE);
            }
            boolean last = of(who).isEmpty();
            audit.record(AuditEvent.PASSKEY_REMOVED, who.username(), name + (last ? ", the last one" : ""));
            return last;
        });
    }

    private void requireRoomFor(Account account, String name) {
        List<Passkey> there = passkeys.findByAccountIdOrderByAddedOnAscNameAsc(account.id());
        if (there.size() >= PasskeyRepository.MOST) {
            throw new FormRefusedException(FormProblem.TOO_MANY_PASSKEYS);
        }
        if (there.stream().anyMatch(passkey -> passkey.name().equals(name))) {
            throw new FormRefusedException(FormProblem.PASSKEY_NAME_TAKEN);
        }
    }

    private void requirePassword(Account account, String typed) {
        try {
            if (!verifier.verifyAgain(account, typed)) {
                throw new FormRefusedException(FormProblem.WRONG_PASSWORD);
            }
        } catch (AuthenticationException throttledOrBusy) {
            throw new FormRefusedException(FormProblem.TRY_LATER);
        }
    }

    private Account account(Administrator who) {
        return accounts.findById(who.id()).orElseThrow(() -> new FormRefusedException(FormProblem.PASSKEY_GONE));
    }
}

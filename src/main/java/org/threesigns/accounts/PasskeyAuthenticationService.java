package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.accounts.PasskeyChallenges.Challenge;

/**
 * The second step of signing in, for accounts that have a passkey: whoever has given the right password shows one of
 * them. Until then they have no role, so no page is theirs but the one that asks.
 */
@Service
class PasskeyAuthenticationService {

    /** Failures are counted apart from those of the password, under a name that no account can have. */
    private static final String OF_THE_PASSKEY = " (passkey)";

    private final AccountRepository accounts;
    private final WebAuthnService webAuthn;
    private final PasskeyChallenges challenges;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PasskeyAuthenticationService(
            AccountRepository accounts,
            WebAuthnService webAuthn,
            PasskeyChallenges challenges,
            SignInThrottle throttle,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.webAuthn = webAuthn;
        this.challenges = challenges;
        this.throttle = throttle;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What the browser is to be asked; an earlier question of the same session is over.
     *
     * @return the options of WebAuthn, as JSON; empty where nothing is to be asked, or not any more
     */
    public Optional<String> requestOptions(@Nullable Authentication who, HttpServletRequest request) {
        return halfway(who)
                .map(account -> webAuthn.requestOptions(
                        account, challenges.createForAuthentication(request).bytes()));
    }

    /**
     * Signs in whoever is halfway and has shown a passkey of the account. What was asked is used up, whatever the answer.
     *
     * @throws org.springframework.security.core.AuthenticationException where nobody is halfway, the answer is not right, or
     *     the next try has to wait
     */
    Authentication authenticate(@Nullable Authentication who, @Nullable String answer, HttpServletRequest request) {
        try {
            Account account = halfway(who)
                    .orElseThrow(() -> new InsufficientAuthenticationException("The password comes first."));
            Optional<Challenge> challenge = challenges.consumeForAuthentication(request);
            String counted = account.username() + OF_THE_PASSKEY;
            Optional<Duration> wait = throttle.tryAcquire(counted);
            if (wait.isPresent()) {
                throw new SignInThrottledException(wait.get());
            }
            prove(account, challenge, answer == null ? "" : answer);
            throttle.reset(counted);
            return signedIn(account, who);
        } catch (DataAccessException | TransactionException e) {
            throw new AuthenticationServiceException("Sign-in is not possible just now.", e);
        }
    }

    private void prove(Account account, Optional<Challenge> challenge, String answer) {
        try {
            Challenge asked = challenge.orElseThrow(() -> new PasskeyRefusedException(PasskeyProblem.TOO_LATE));
            transaction.executeWithoutResult(status -> {
                accounts.lock(account.id());
                webAuthn.authenticate(account, asked.bytes(), answer);
            });
        } catch (PasskeyRefusedException e) {
            recordFailure(account.username(), e.problem());
            throw new BadCredentialsException("The passkey was not accepted.", e);
        }
    }

    private void recordFailure(String name, PasskeyProblem problem) {
        if (problem == PasskeyProblem.COPIED) {
            audit.record(AuditEvent.PASSKEY_FAILED, name, "its counter went back: there may be a copy of it");
        } else {
            audit.count(AuditEvent.PASSKEY_FAILED, name);
        }
    }

    private Optional<Account> halfway(@Nullable Authentication who) {
        return who != null
                        && AdministratorAuthentication.isPasskeyPending(who)
                        && who.getPrincipal() instanceof Administrator administrator
                ? accounts.findById(administrator.id()).filter(Account::hasPasskey)
                : Optional.empty();
    }

    private static Authentication signedIn(Account account, @Nullable Authentication halfway) {
        List<FactorGrantedAuthority> factors =
                new ArrayList<>(halfway == null ? List.of() : AdministratorAuthentication.factorsOf(halfway));
        factors.add(AdministratorAuthentication.passkeyFactor());
        return AdministratorAuthentication.of(account, factors);
    }
}

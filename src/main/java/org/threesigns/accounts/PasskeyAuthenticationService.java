package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.accounts.PasskeyChallenges.Challenge;

/**
 * The second step of signing in to an account that has a passkey: after the right password, one of its passkeys is shown.
 * Until then there is no role, so no page opens but the one that asks.
 */
@Service
class PasskeyAuthenticationService {

    private final AccountRepository accounts;
    private final WebAuthnService webAuthn;
    private final PasskeyChallenges challenges;
    private final SignInThrottle throttle;
    private final DeviceCookies devices;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PasskeyAuthenticationService(
            AccountRepository accounts,
            WebAuthnService webAuthn,
            PasskeyChallenges challenges,
            SignInThrottle throttle,
            DeviceCookies devices,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.webAuthn = webAuthn;
        this.challenges = challenges;
        this.throttle = throttle;
        this.devices = devices;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What the browser is asked; an earlier question of the same session is over.
     *
     * @return WebAuthn's options as JSON; empty if nothing is to be asked, or not any more
     */
    Optional<String> requestOptions(@Nullable Authentication who, HttpServletRequest request) {
        return pendingAccount(who)
                .map(account -> webAuthn.requestOptions(
                        account, challenges.createForAuthentication(request).bytes()));
    }

    /**
     * Checks that a passkey of the account was shown after the password. The question is used up, whatever the answer.
     *
     * @throws AuthenticationException if no passkey is due, the answer is not right, or the next try has to wait
     */
    Authentication authenticate(@Nullable Authentication who, String answer, HttpServletRequest request) {
        try {
            Account account = pendingAccount(who)
                    .orElseThrow(() -> new InsufficientAuthenticationException("The password comes first."));
            Optional<Challenge> challenge = challenges.consumeForAuthentication(request);
            List<SignInAllowance> allowances = allowances(account, SignInSource.of(request));
            throttle.acquire(allowances);
            verify(account, challenge, answer);
            throttle.reset(allowances);
            return AdministratorAuthentication.of(account, true);
        } catch (DataAccessException | TransactionException e) {
            throw new AuthenticationServiceException("The database did not answer.", e);
        }
    }

    private List<SignInAllowance> allowances(Account account, SignInSource source) {
        return devices
                .recognise(account, source.device())
                .map(List::of)
                .orElseGet(() -> SignInAllowance.ofStrangers(account.username(), source.network()))
                .stream()
                .map(SignInAllowance::forPasskeys)
                .toList();
    }

    private void verify(Account account, Optional<Challenge> challenge, String answer) {
        try {
            Challenge asked = challenge.orElseThrow(() -> new FormRefusedException(FormProblem.PASSKEY_TOO_LATE));
            transaction.executeWithoutResult(status -> {
                accounts.lock(account.id());
                webAuthn.authenticate(account, asked.bytes(), answer);
            });
        } catch (FormRefusedException e) {
            recordFailure(account.username(), e.problem());
            throw new BadCredentialsException("The passkey was not accepted.", e);
        }
    }

    private void recordFailure(String name, FormProblem problem) {
        if (problem == FormProblem.PASSKEY_COPIED) {
            audit.record(AuditEvent.PASSKEY_FAILED, name, "its counter went back: there may be a copy of it");
        } else {
            audit.count(AuditEvent.PASSKEY_FAILED, name);
        }
    }

    private Optional<Account> pendingAccount(@Nullable Authentication who) {
        return who != null
                        && AdministratorAuthentication.isPasskeyPending(who)
                        && who.getPrincipal() instanceof Administrator administrator
                ? accounts.findById(administrator.id()).filter(Account::hasPasskey)
                : Optional.empty();
    }
}

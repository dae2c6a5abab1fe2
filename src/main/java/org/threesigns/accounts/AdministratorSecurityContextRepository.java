package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session whose it is and what they have shown, and nothing else: who that is and what they may do is read
 * from the account at each request. So a session ends at once when its account is closed or its password changes, a
 * changed role counts at once, and no class of a library has to be read back after an upgrade.
 */
@Component
class AdministratorSecurityContextRepository implements SecurityContextRepository {

    /** How long after the password a passkey may be shown. */
    private static final Duration PASSKEY_PENDING_ENDS_AFTER = PasskeyChallenges.LASTS;

    private static final String SIGN_IN = AdministratorSecurityContextRepository.class.getName();

    private final AccountRepository accounts;
    private final Duration endsAfter;
    private final Clock clock;

    AdministratorSecurityContextRepository(AccountRepository accounts, AccountProperties properties, Clock clock) {
        this.accounts = accounts;
        this.endsAfter = properties.administrators().sessionEndsAfter();
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("deprecation") // The interface has no other method to say it; its successor calls this one.
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        HttpSession session = exchange.getRequest().getSession(false);
        if (session == null) {
            return new SecurityContextImpl();
        }
        Optional<Authentication> authentication = signInOf(session).flatMap(this::authenticationOf);
        if (authentication.isEmpty()) {
            session.invalidate();
        }
        return authentication.map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Administrator administrator) {
            save(administrator, authentication, request.getSession());
        } else {
            forget(request.getSession(false));
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && signInOf(session).isPresent();
    }

    /**
     * Lets this session live on under a new id after its account's password has changed, which ends all others of the
     * account.
     */
    void renew(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        boolean passkeyShown = AdministratorAuthentication.isPasskeyShown(who);
        if (who.getPrincipal() instanceof Administrator administrator) {
            accounts.findById(administrator.id())
                    .map(account -> AdministratorAuthentication.of(account, passkeyShown))
                    .ifPresent(renewed -> keep(renewed, request, response));
        }
    }

    /**
     * Signs in after a passkey was shown, also the account's first, which is shown as it is added: with a new session id
     * and a new CSRF token. Other sessions of the account that have not shown one have to.
     *
     * @return false if the account is gone or its password was changed meanwhile: the session is over, as all others are
     */
    boolean passkeyShown(Administrator who, HttpServletRequest request, HttpServletResponse response) {
        Optional<Authentication> shown = accounts.findById(who.id())
                .filter(account -> account.passwordChangedAt().equals(who.passwordChangedAt()))
                .map(account -> AdministratorAuthentication.of(account, true));
        shown.ifPresent(authentication -> {
            keep(authentication, request, response);
            new CsrfAuthenticationStrategy(new AdminCsrfTokenRepository())
                    .onAuthentication(authentication, request, response);
        });
        return shown.isPresent();
    }

    private void keep(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        saveContext(context, request, response);
    }

    private void save(Administrator administrator, Authentication authentication, HttpSession session) {
        session.setAttribute(
                SIGN_IN,
                new SignIn(
                        administrator.id(),
                        // As it was when the password was checked, since it may have been changed meanwhile.
                        administrator.passwordChangedAt(),
                        clock.instant(),
                        AdministratorAuthentication.isPasskeyShown(authentication),
                        AdministratorAuthentication.isPasskeyPending(authentication)));
        // Under the account, so that all of its sessions can be found and ended.
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                administrator.id().toString());
    }

    private static void forget(@Nullable HttpSession session) {
        if (session != null) {
            session.removeAttribute(SIGN_IN);
        }
    }

    private static Optional<SignIn> signInOf(HttpSession session) {
        return session.getAttribute(SIGN_IN) instanceof SignIn signIn ? Optional.of(signIn) : Optional.empty();
    }

    private Optional<Authentication> authenticationOf(SignIn signIn) {
        Instant now = clock.instant();
        // One that is still to come was made while the clock was ahead, and must not last until then.
        if (signIn.at().plus(endsAfter).isBefore(now) || signIn.at().isAfter(now.plus(SignInThrottle.CLOCK_SKEW))) {
            return Optional.empty();
        }
        return accounts.findById(signIn.account())
                .filter(Account::enabled)
                .filter(account -> account.passwordChangedAt().equals(signIn.passwordChangedAt()))
                .filter(account -> account.hasPasskey() || !signIn.passkeyPending())
                .map(account -> AdministratorAuthentication.of(account, signIn.passkeyShown()))
                .filter(authentication ->
                        !AdministratorAuthentication.isPasskeyPending(authentication) || isFresh(signIn));
    }

    private boolean isFresh(SignIn signIn) {
        return clock.instant().isBefore(signIn.at().plus(PASSKEY_PENDING_ENDS_AFTER));
    }

    /**
     * What the session holds: types of the JDK alone, as later versions of the application read it back.
     *
     * @param passkeyPending whether a passkey was still to be shown; if its account has none any more, the session is over
     */
    private record SignIn(
            UUID account, Instant passwordChangedAt, Instant at, boolean passkeyShown, boolean passkeyPending)
            implements Serializable {}
}

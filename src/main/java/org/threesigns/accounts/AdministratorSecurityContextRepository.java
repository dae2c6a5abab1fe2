package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session whose it is and how they showed it, and nothing else: who that is and what they may do is read
 * from the account at each request. So a session ends at once when its account is closed or its password changes, a
 * changed role counts at once, and no class of a library has to be read back after an upgrade.
 */
@Component
class AdministratorSecurityContextRepository implements SecurityContextRepository {

    /** How long after the password a passkey may be shown. */
    static final Duration HALFWAY_ENDS_AFTER = PasskeyChallenges.LASTS;

    private static final String SIGN_IN = AdministratorSecurityContextRepository.class.getName();

    private final AccountRepository accounts;
    private final Duration endsAfter;
    private final Clock clock;

    @Autowired
    AdministratorSecurityContextRepository(
            AccountRepository accounts, @Value("${three-signs.administrators.session-ends-after}") Duration endsAfter) {
        this(accounts, endsAfter, Clock.systemUTC());
    }

    AdministratorSecurityContextRepository(AccountRepository accounts, Duration endsAfter, Clock clock) {
        this.accounts = accounts;
        this.endsAfter = endsAfter;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("deprecation") // The interface has no other method to say it; its successor calls this one.
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        HttpSession session = exchange.getRequest().getSession(false);
        if (session == null) {
            return new SecurityContextImpl();
        }
        Optional<Authentication> signedIn = kept(session).flatMap(this::stillGood);
        if (signedIn.isEmpty()) {
            session.invalidate();
        }
        return signedIn.map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Administrator administrator) {
            accounts.findById(administrator.id())
                    .ifPresent(account -> keep(account, authentication, request.getSession()));
        } else {
            forget(request.getSession(false));
        }
    }

    /** Signs in whoever has shown a passkey after the password: with a new session id and a new CSRF token. */
    void signIn(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
        renew(request, response);
        new CsrfAuthenticationStrategy(new AdminCsrfTokenRepository())
                .onAuthentication(authentication, request, response);
    }

    /**
     * Lets the session that this request belongs to live on, under a new id, after its account's password has changed:
     * all others of the account have ended with that.
     */
    public void renew(HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        saveContext(SecurityContextHolder.getContext(), request, response);
    }

    /**
     * Notes that a passkey of the account has just been shown, as it is when one is added: the session lives on under a
     * new id. Others of the account that have not shown one have to.
     */
    public void addPasskeyFactor(HttpServletRequest request, HttpServletResponse response) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before == null || !(before.getPrincipal() instanceof Administrator administrator)) {
            return;
        }
        List<FactorGrantedAuthority> factors = AdministratorAuthentication.factorsOf(before).stream()
                .filter(factor -> !AdministratorAuthentication.hasPasskeyFactor(List.of(factor)))
                .collect(Collectors.toCollection(ArrayList::new));
        factors.add(AdministratorAuthentication.passkeyFactor());
        accounts.findById(administrator.id()).ifPresent(account -> {
            SecurityContextHolder.setContext(new SecurityContextImpl(AdministratorAuthentication.of(account, factors)));
            renew(request, response);
        });
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && kept(session).isPresent();
    }

    private void keep(Account account, Authentication authentication, HttpSession session) {
        List<Factor> factors = AdministratorAuthentication.factorsOf(authentication).stream()
                .map(factor -> new Factor(factor.getAuthority(), factor.getIssuedAt()))
                .toList();
        session.setAttribute(
                SIGN_IN,
                new SignIn(
                        account.id(),
                        account.passwordChangedAt(),
                        clock.instant(),
                        List.copyOf(factors),
                        AdministratorAuthentication.isPasskeyPending(authentication)));
        // Under the account, so that all of its sessions can be found and ended.
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.id().toString());
    }

    private static void forget(@Nullable HttpSession session) {
        if (session != null) {
            session.removeAttribute(SIGN_IN);
        }
    }

    private static Optional<SignIn> kept(HttpSession session) {
        return session.getAttribute(SIGN_IN) instanceof SignIn signIn ? Optional.of(signIn) : Optional.empty();
    }

    private Optional<Authentication> stillGood(SignIn signIn) {
        if (signIn.at().plus(endsAfter).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return accounts.findById(signIn.account())
                .filter(Account::enabled)
                .filter(account -> account.passwordChangedAt().equals(signIn.passwordChangedAt()))
                .filter(account -> account.hasPasskey() || !signIn.halfway())
                .map(account -> AdministratorAuthentication.of(account, signIn.granted()))
                .filter(authentication ->
                        !AdministratorAuthentication.isPasskeyPending(authentication) || isFresh(signIn));
    }

    private boolean isFresh(SignIn signIn) {
        return clock.instant().isBefore(signIn.at().plus(HALFWAY_ENDS_AFTER));
    }

    /**
     * What is kept. Only types of the JDK inside: it is read back by later versions of the application.
     *
     * @param halfway whether a passkey was still to be shown; where there is none to show any more, the session is over
     */
    private record SignIn(UUID account, Instant passwordChangedAt, Instant at, List<Factor> factors, boolean halfway)
            implements Serializable {

        List<FactorGrantedAuthority> granted() {
            return factors.stream().map(Factor::granted).toList();
        }
    }

    private record Factor(String name, Instant shownAt) implements Serializable {

        FactorGrantedAuthority granted() {
            return FactorGrantedAuthority.withAuthority(name).issuedAt(shownAt).build();
        }
    }
}

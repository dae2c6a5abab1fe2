package org.threesigns.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.threesigns.startup.StartupLine;

/**
 * The administrator of a demo. The address that startup prints makes the account and signs in to it, once; the account has
 * no password, so there is no other way in.
 */
@Service
@Profile("demo")
@Order(1)
class DemoAccount implements StartupLine {

    private static final Username NAME = new Username("demo");

    private final AccountRepository accounts;
    private final AuditLog audit;
    private final Clock clock;
    private final OneTimeCode code = OneTimeCode.made(new SecureRandom());
    private final AtomicBoolean made = new AtomicBoolean();

    DemoAccount(AccountRepository accounts, AuditLog audit, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public String text(String site) {
        return "Administrators: %s%s/%s (signs you in, once)".formatted(site, DemoSignInController.PATH, code.value());
    }

    /** Makes the account; empty if the code is wrong or was used before. */
    Optional<Account> make(String given) {
        if (!isRight(given) || made.getAndSet(true)) {
            return Optional.empty();
        }
        Account account = accounts.save(new Account(NAME, null, Role.ADMINISTRATOR, clock));
        audit.record(AuditEvent.SIGNED_IN, account.username());
        return Optional.of(account);
    }

    private boolean isRight(String given) {
        return MessageDigest.isEqual(code.value().getBytes(US_ASCII), given.getBytes(US_ASCII));
    }
}

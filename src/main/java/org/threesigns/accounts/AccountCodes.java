package org.threesigns.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.threesigns.storage.Sha256;

/**
 * One-time codes that choose an account's password: at most one per account, stored as its hash until it is used or
 * replaced. A code has 100 random bits, so the hash needs no key.
 */
@Component
class AccountCodes {

    private final AccountCodeRepository codes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountCodes(AccountCodeRepository codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /** Makes a code in place of an earlier one. The account has to be new, or locked ({@link AccountRepository#lockAll}). */
    OneTimeCode make(UUID account, Duration lasts) {
        OneTimeCode code = OneTimeCode.made(random);
        codes.save(new AccountCode(account, hash(code), clock.instant().plus(lasts)));
        return code;
    }

    /** The account that a code is for; empty where the code is unknown, used or expired. */
    Optional<UUID> accountOf(OneTimeCode code) {
        return codes.findByCodeHashAndEndsAtAfter(hash(code), clock.instant()).map(AccountCode::accountId);
    }

    /** Uses the code up and returns whether it was valid; of many at once, one succeeds. */
    boolean use(OneTimeCode code) {
        return codes.use(hash(code), clock.instant()) == 1;
    }

    static byte[] hash(OneTimeCode code) {
        return Sha256.of(code.value().getBytes(StandardCharsets.UTF_8));
    }
}

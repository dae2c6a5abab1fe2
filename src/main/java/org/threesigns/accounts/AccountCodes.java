package org.threesigns.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The codes with which people choose the password of an account that has none: at most one an account, kept as its hash
 * until used or over. They are random (100 bits) and made by us alone, so the hash needs no key.
 */
@Component
class AccountCodes {

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    AccountCodes(JdbcClient database) {
        this(database, Clock.systemUTC());
    }

    AccountCodes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a new code for an account; an earlier one is over. Inside {@link Accounts#lock}, or for a new account. */
    SetUpCode make(UUID account, Duration lasts) {
        SetUpCode code = SetUpCode.made(random);
        database.sql("delete from account_code where account_id = ?")
                .param(account)
                .update();
        database.sql("insert into account_code (account_id, code_hash, ends_at) values (?, ?, ?)")
                .params(account, hash(code), now().plus(lasts))
                .update();
        return code;
    }

    /** Whose code this is; empty where it is nobody's, used or over. */
    Optional<UUID> accountOf(SetUpCode code) {
        return database.sql("select account_id from account_code where code_hash = ? and ends_at > ?")
                .params(hash(code), now())
                .query(UUID.class)
                .optional();
    }

    /** Uses the code up; inside a transaction, only one of many can. */
    boolean use(SetUpCode code) {
        return database.sql("delete from account_code where code_hash = ? and ends_at > ?")
                        .params(hash(code), now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(SetUpCode code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.value().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }
}

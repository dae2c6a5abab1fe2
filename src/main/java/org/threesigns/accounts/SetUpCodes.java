package org.threesigns.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threesigns.storage.ApplicationSecret;

/** Keeps the one set-up code, as a code over it, until it has been used. */
@Component
class SetUpCodes {

    /** Of several copies that start together, the first issues the code; a later start may issue a new one. */
    static final Duration STARTING_TOGETHER = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final ApplicationSecret secret;
    private final Clock clock;

    SetUpCodes(JdbcClient database, ApplicationSecret secret, Clock clock) {
        this.database = database;
        this.secret = secret;
        this.clock = clock;
    }

    /** Makes this the code that counts, unless one was issued moments ago; says whether it is. */
    boolean issue(OneTimeCode code) {
        return replaceUnlessRecent(code) || add(code);
    }

    /** Makes this the code that counts, whatever was issued before, and whenever: the clock may have been ahead. */
    void set(OneTimeCode code) {
        while (!replace(code)) {
            if (add(code)) {
                return;
            }
        }
    }

    boolean isRight(OneTimeCode code) {
        return database.sql("select code_hash from set_up_code where id = 1")
                .query((row, number) -> row.getBytes("code_hash"))
                .optional()
                .filter(kept -> MessageDigest.isEqual(kept, hash(code)))
                .isPresent();
    }

    /** Uses the code up; inside a transaction, only one of many can. */
    boolean use(OneTimeCode code) {
        return database.sql("delete from set_up_code where id = 1 and code_hash = ?")
                        .param(hash(code))
                        .update()
                == 1;
    }

    /** One that was issued in the future is not recent: the clock was ahead then. */
    private boolean replaceUnlessRecent(OneTimeCode code) {
        OffsetDateTime now = now();
        return database.sql("""
                        update set_up_code set code_hash = ?, issued_at = ?
                        where id = 1 and (issued_at < ? or issued_at > ?)""")
                        .params(hash(code), now, now.minus(STARTING_TOGETHER), now.plus(STARTING_TOGETHER))
                        .update()
                == 1;
    }

    private boolean replace(OneTimeCode code) {
        return database.sql("update set_up_code set code_hash = ?, issued_at = ? where id = 1")
                        .params(hash(code), now())
                        .update()
                == 1;
    }

    private boolean add(OneTimeCode code) {
        try {
            database.sql("insert into set_up_code (id, code_hash, issued_at) values (1, ?, ?)")
                    .params(hash(code), now())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private byte[] hash(OneTimeCode code) {
        return secret.hmac("set-up-code", code.value().getBytes(StandardCharsets.UTF_8));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package org.threesigns.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threesigns.startup.InvalidSettingException;

/**
 * The one secret of this installation, the same for every copy of the application on one database.
 *
 * <p>It is the property {@code three-signs.secret}, or else made at the first start and kept in the database. It
 * leaves this class only as codes made with it, under a key of their own for each purpose, so that a code made for one
 * purpose says nothing about any other. Keys are derived as HKDF does (RFC 5869, one block of output).
 */
@Component
public class ApplicationSecret {

    private static final String HMAC = "HmacSHA256";
    private static final int MADE_BYTES = 32;
    private static final int GIVEN_CHARACTERS = 32;
    private static final byte[] SALT = "three-signs".getBytes(StandardCharsets.UTF_8);

    private final byte[] master;

    /** With the keys of the purposes that were asked for so far; only ever copied. */
    private final Map<String, Mac> ofPurposes = new ConcurrentHashMap<>();

    @Autowired
    public ApplicationSecret(JdbcClient database, @Value("${three-signs.secret:}") String given) {
        this(given.isEmpty() ? kept(database) : checked(given));
    }

    public ApplicationSecret(byte[] material) {
        this.master = code(SALT, material);
    }

    /**
     * The code of a message under the key of a purpose.
     *
     * @param purpose what the code is for, such as {@code "form-stamp"}; never taken from a request
     * @return 32 bytes
     */
    public byte[] hmac(String purpose, byte[] message) {
        Mac keyed = ofPurposes.computeIfAbsent(
                purpose, name -> keyed(code(master, (name + '\u0001').getBytes(StandardCharsets.UTF_8))));
        try {
            return ((Mac) keyed.clone()).doFinal(message);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own " + HMAC + " can be copied.", e);
        }
    }

    private static byte[] code(byte[] key, byte[] message) {
        return keyed(key).doFinal(message);
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC + ".", e);
        }
    }

    private static byte[] checked(String given) {
        if (given.strip().length() < GIVEN_CHARACTERS) {
            throw new InvalidSettingException(
                    "three-signs.secret has " + given.strip().length() + " characters, and needs at least "
                            + GIVEN_CHARACTERS + ".",
                    "Give it at least " + GIVEN_CHARACTERS + " random characters, for example from"
                            + " \"openssl rand -base64 32\", the same for every copy of the application;"
                            + " or leave it out, and one is made and kept in the database.");
        }
        return given.strip().getBytes(StandardCharsets.UTF_8);
    }

    /** The kept secret. Of several copies at a first start, the primary key lets one make it. */
    private static byte[] kept(JdbcClient database) {
        return find(database).orElseGet(() -> {
            byte[] made = new byte[MADE_BYTES];
            new SecureRandom().nextBytes(made);
            try {
                database.sql("insert into application_secret (name, content) values ('application', ?)")
                        .param(made)
                        .update();
            } catch (DuplicateKeyException e) {
                // Another copy was first; its secret is ours.
            }
            return find(database)
                    .orElseThrow(() -> new IllegalStateException("The application's secret was not kept."));
        });
    }

    private static Optional<byte[]> find(JdbcClient database) {
        return database.sql("select content from application_secret where name = 'application'")
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }
}

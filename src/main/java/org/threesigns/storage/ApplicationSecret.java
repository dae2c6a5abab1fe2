package org.threesigns.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.startup.StartupException;

/**
 * The secret of this installation, the same for all servers on one database.
 *
 * <p>It is the property {@code three-signs.secret}, or is generated at the first start and stored in the database. It leaves
 * this class only as message authentication codes, with a separate key for each purpose, so that a code for one purpose reveals
 * nothing about another. Keys are derived as in HKDF (RFC 5869, one block of output).
 */
public class ApplicationSecret {

    private static final String HMAC = "HmacSHA256";
    private static final int GENERATED_BYTES = 32;
    private static final int FEWEST_CHARACTERS = 32;
    private static final byte[] SALT = "three-signs".getBytes(StandardCharsets.UTF_8);

    private final byte[] master;

    /** With the keys of the purposes used so far. A {@link Mac} has state, so each use works on a copy. */
    private final Map<String, Mac> macsByPurpose = new ConcurrentHashMap<>();

    public ApplicationSecret(byte[] material) {
        this.master = code(SALT, material);
    }

    /**
     * That which the host chose, or else the one in the database, where it is made at the first start.
     *
     * @param given empty for the one in the database
     * @throws StartupException if it is too short
     */
    public static ApplicationSecret of(JdbcClient database, String given) {
        return new ApplicationSecret(given.isEmpty() ? stored(database) : checked(given));
    }

    /**
     * The code of a message under the key of a purpose.
     *
     * @param purpose what the code is for, such as {@code "form-stamp"}; never taken from a request
     * @return 32 bytes
     */
    public byte[] hmac(String purpose, byte[] message) {
        Mac keyed = macsByPurpose.computeIfAbsent(
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
        if (given.strip().length() < FEWEST_CHARACTERS) {
            throw new StartupException(
                    "three-signs.secret has " + given.strip().length() + " characters, and needs at least "
                            + FEWEST_CHARACTERS + ".",
                    "Give it at least " + FEWEST_CHARACTERS + " random characters, for example from"
                            + " \"openssl rand -base64 32\", the same for every copy of the application;"
                            + " or leave it out, and one is made and kept in the database.");
        }
        return given.strip().getBytes(StandardCharsets.UTF_8);
    }

    /** The stored secret. If several servers start for the first time at once, the primary key lets one generate it. */
    private static byte[] stored(JdbcClient database) {
        return find(database).orElseGet(() -> {
            byte[] made = new byte[GENERATED_BYTES];
            new SecureRandom().nextBytes(made);
            try {
                database.sql("insert into application_secret (name, content) values ('application', ?)")
                        .param(made)
                        .update();
            } catch (DuplicateKeyException e) {
                // Another server was first; its secret is used.
            }
            return find(database)
                    .orElseThrow(() -> new IllegalStateException("The application's secret was not stored."));
        });
    }

    private static Optional<byte[]> find(JdbcClient database) {
        return database.sql("select content from application_secret where name = 'application'")
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }
}

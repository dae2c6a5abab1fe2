package org.threesigns.accounts;

import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * The passkeys of all accounts, for Spring Security to check against. Whoever adds, uses or removes one does so in a
 * transaction that holds its account ({@link Accounts#lock(UUID)}): a passkey that is removed while somebody signs in
 * with it must not come back by being stored once more.
 */
@Component
class Passkeys implements UserCredentialRepository {

    /** How many an account may have. */
    static final int MOST = 10;

    private static final String RECORD = """
            select account_id, name, credential_id, public_key, attestation, transports, signature_count,
                user_verified, backup_eligible, backed_up, added_on, last_used_on from admin_passkey
            """;

    private final JdbcClient database;

    Passkeys(JdbcClient database) {
        this.database = database;
    }

    /** The passkeys of an account, the oldest first. */
    List<PasskeySummary> of(UUID account) {
        return database.sql("""
                        select id, name, added_on, last_used_on from admin_passkey
                        where account_id = ? order by added_on, name""")
                .param(account)
                .query((row, number) -> new PasskeySummary(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("added_on", LocalDate.class),
                        row.getObject("last_used_on", LocalDate.class)))
                .list();
    }

    boolean delete(UUID account, UUID id) {
        return database.sql("delete from admin_passkey where account_id = ? and id = ?")
                        .params(account, id)
                        .update()
                == 1;
    }

    /** Takes all passkeys of an account away; says how many. */
    int deleteAll(UUID account) {
        return database.sql("delete from admin_passkey where account_id = ?")
                .param(account)
                .update();
    }

    @Override
    public void delete(Bytes credentialId) {
        database.sql("delete from admin_passkey where credential_id = ?")
                .param(credentialId.getBytes())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return database.sql(RECORD + "where credential_id = ?")
                .param(credentialId.getBytes())
                .query(Passkeys::credential)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return PasskeyOwners.accountOf(handle)
                .map(account -> database.sql(RECORD + "where account_id = ? order by added_on, name")
                        .param(account)
                        .query(Passkeys::credential)
                        .list())
                .orElseGet(List::of);
    }

    /** @throws MaliciousCounterValueException where it is known, and its counter has not gone on since it was last used */
    @Override
    public void save(CredentialRecord passkey) {
        CredentialRecord known = findByCredentialId(passkey.getCredentialId());
        if (known == null) {
            add(passkey);
        } else {
            use(passkey, known.getSignatureCount());
        }
    }

    private void add(CredentialRecord passkey) {
        database.sql("""
                        insert into admin_passkey
                            (id, account_id, name, credential_id, public_key, attestation, transports, signature_count,
                             user_verified, backup_eligible, backed_up, added_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        PasskeyOwners.accountOf(passkey.getUserEntityUserId()).orElseThrow(),
                        passkey.getLabel(),
                        passkey.getCredentialId().getBytes(),
                        passkey.getPublicKey().getBytes(),
                        Optional.ofNullable(passkey.getAttestationObject())
                                .orElseThrow()
                                .getBytes(),
                        words(passkey.getTransports()),
                        passkey.getSignatureCount(),
                        passkey.isUvInitialized(),
                        passkey.isBackupEligible(),
                        passkey.isBackupState(),
                        day(passkey.getCreated()))
                .update();
    }

    /**
     * Spring Security compares the counter with that of the day the passkey was added. Here it is compared with the last
     * one seen: of a passkey and its copy, the one that lags behind is found out. Many passkeys count nothing and stay 0.
     */
    private void use(CredentialRecord passkey, long lastSeen) {
        long count = passkey.getSignatureCount();
        boolean counts = count > 0 || lastSeen > 0;
        if (counts && count <= lastSeen) {
            throw new MaliciousCounterValueException("The counter of a passkey went back.", lastSeen, count);
        }
        database.sql("update admin_passkey set signature_count = ?, last_used_on = ? where credential_id = ?")
                .params(
                        count,
                        day(passkey.getLastUsed()),
                        passkey.getCredentialId().getBytes())
                .update();
    }

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        LocalDate addedOn = row.getObject("added_on", LocalDate.class);
        LocalDate lastUsedOn = row.getObject("last_used_on", LocalDate.class);
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .userEntityUserId(PasskeyOwners.handleOf(row.getObject("account_id", UUID.class)))
                .label(row.getString("name"))
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .transports(transports(row.getString("transports")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .created(startOf(addedOn))
                .lastUsed(startOf(lastUsedOn == null ? addedOn : lastUsedOn))
                .build();
    }

    private static String words(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Set<AuthenticatorTransport> transports(String words) {
        return Arrays.stream(words.split(",", -1))
                .filter(word -> !word.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

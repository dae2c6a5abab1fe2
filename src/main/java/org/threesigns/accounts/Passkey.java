package org.threesigns.accounts;

import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** A passkey of an account: what Spring Security needs to check it, its name, and days instead of times. */
@Entity
@Table(name = "admin_passkey")
class Passkey {

    @Id
    private UUID id;

    private UUID accountId;
    private String name;
    private byte[] credentialId;
    private byte[] publicKey;
    private byte[] attestation;
    private String transports;
    private long signatureCount;
    private boolean userVerified;
    private boolean backupEligible;
    private boolean backedUp;
    private LocalDate addedOn;
    private @Nullable LocalDate lastUsedOn;

    /** For JPA, which fills every field. */
    protected Passkey() {}

    /** A passkey as it was registered. */
    Passkey(UUID accountId, CredentialRecord registered) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.name = registered.getLabel();
        this.credentialId = registered.getCredentialId().getBytes();
        this.publicKey = registered.getPublicKey().getBytes();
        this.attestation =
                Objects.requireNonNull(registered.getAttestationObject()).getBytes();
        this.transports = registered.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
        this.signatureCount = registered.getSignatureCount();
        this.userVerified = registered.isUvInitialized();
        this.backupEligible = registered.isBackupEligible();
        this.backedUp = registered.isBackupState();
        this.addedOn = dayOf(registered.getCreated());
    }

    UUID id() {
        return id;
    }

    /** What its owner calls it. */
    String name() {
        return name;
    }

    /** The day it was added, in UTC. */
    LocalDate addedOn() {
        return addedOn;
    }

    /** The day it was last used to sign in, in UTC; null before the first time. */
    @Nullable
    LocalDate lastUsedOn() {
        return lastUsedOn;
    }

    /**
     * Records a use. Spring Security compares the counter with that of the day the passkey was added; here it is compared
     * with the last one seen, so that of a passkey and its copy, the one that lags behind is found out. Many passkeys
     * count nothing and stay at 0.
     *
     * @throws MaliciousCounterValueException if the counter has not increased since the last use
     */
    Passkey use(CredentialRecord used) {
        long count = used.getSignatureCount();
        boolean counts = count > 0 || signatureCount > 0;
        if (counts && count <= signatureCount) {
            throw new MaliciousCounterValueException("The counter of a passkey went back.", signatureCount, count);
        }
        signatureCount = count;
        lastUsedOn = dayOf(used.getLastUsed());
        return this;
    }

    CredentialRecord toCredentialRecord() {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .userEntityUserId(PasskeyUserRepository.handleOf(accountId))
                .label(name)
                .credentialId(new Bytes(credentialId))
                .publicKey(new ImmutablePublicKeyCose(publicKey))
                .attestationObject(new Bytes(attestation))
                .transports(transports())
                .signatureCount(signatureCount)
                .uvInitialized(userVerified)
                .backupEligible(backupEligible)
                .backupState(backedUp)
                .created(startOf(addedOn))
                .lastUsed(startOf(lastUsedOn == null ? addedOn : lastUsedOn))
                .build();
    }

    private Set<AuthenticatorTransport> transports() {
        return Arrays.stream(transports.split(",", -1))
                .filter(transport -> !transport.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

package org.threesigns.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** An account that can sign in. It has no password until its owner has chosen one. */
@Entity
@Table(name = "admin_account")
class Account {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String username;

    private @Nullable String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean enabled;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant passwordChangedAt;

    @Formula("(select count(*) from admin_passkey p where p.account_id = id)")
    private int passkeys;

    /** For JPA, which fills every field. */
    protected Account() {}

    /** A new, open account. */
    Account(Username username, @Nullable String passwordHash, Role role, Clock clock) {
        this(UUID.randomUUID(), username, passwordHash, role, true, now(clock));
    }

    Account(
            UUID id,
            Username username,
            @Nullable String passwordHash,
            Role role,
            boolean enabled,
            Instant passwordChangedAt) {
        this.id = id;
        this.username = username.value();
        this.passwordHash = passwordHash;
        this.role = role;
        this.enabled = enabled;
        this.createdAt = passwordChangedAt;
        this.passwordChangedAt = passwordChangedAt;
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    boolean enabled() {
        return enabled;
    }

    /** When the password was last chosen, changed or removed; sessions from before are over. */
    Instant passwordChangedAt() {
        return passwordChangedAt;
    }

    /** How many passkeys the account had when it was read. */
    int passkeys() {
        return passkeys;
    }

    /** Whether its owner has to show a passkey after the password. */
    boolean hasPasskey() {
        return passkeys > 0;
    }

    /** Whether its owner could sign in now and manage the accounts. */
    boolean canAdminister() {
        return enabled && role == Role.ADMINISTRATOR && passwordHash != null;
    }

    void setRole(Role role) {
        this.role = role;
    }

    void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** Sets or removes the password, which ends every session of the account. */
    void setPasswordHash(@Nullable String hash, Clock clock) {
        passwordHash = hash;
        passwordChangedAt = now(clock);
    }

    Administrator toAdministrator() {
        return new Administrator(id, username, role, passwordChangedAt);
    }

    /** As precise as both databases keep it, since it is compared with what a session holds. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package org.threesigns.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The hash of the code that chooses an account's next password: at most one per account. */
@Entity
@Table(name = "account_code")
class AccountCode {

    @Id
    private UUID accountId;

    @Column(nullable = false)
    private byte[] codeHash;

    @Column(nullable = false)
    private Instant endsAt;

    /** For JPA, which fills every field. */
    protected AccountCode() {}

    AccountCode(UUID accountId, byte[] codeHash, Instant endsAt) {
        this.accountId = accountId;
        this.codeHash = codeHash;
        this.endsAt = endsAt;
    }

    UUID accountId() {
        return accountId;
    }
}

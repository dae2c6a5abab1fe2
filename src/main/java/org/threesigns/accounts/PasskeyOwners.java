package org.threesigns.accounts;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Accounts as passkeys know them. The handle that is written into a passkey is the account's id: random, so it tells a
 * finder nothing, and there already, so nothing more has to be kept.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private static final int HANDLE_BYTES = 2 * Long.BYTES;

    private final Accounts accounts;

    PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handleOf(UUID account) {
        return new Bytes(ByteBuffer.allocate(HANDLE_BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static Optional<UUID> accountOf(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return bytes.remaining() == HANDLE_BYTES
                ? Optional.of(new UUID(bytes.getLong(), bytes.getLong()))
                : Optional.empty();
    }

    static PublicKeyCredentialUserEntity entity(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handleOf(account.id()))
                .name(account.username().value())
                .displayName(account.username().value())
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return accountOf(handle)
                .flatMap(accounts::find)
                .map(PasskeyOwners::entity)
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return Username.parse(username)
                .flatMap(accounts::find)
                .map(PasskeyOwners::entity)
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("Accounts are not made by their passkeys.");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Accounts are not deleted by their passkeys.");
    }
}

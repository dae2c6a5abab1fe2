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
 * Accounts as WebAuthn's users. The user handle that is written into a passkey is the account's id: it is random, so it
 * tells a finder nothing.
 */
@Component
class PasskeyUserRepository implements PublicKeyCredentialUserEntityRepository {

    private static final int HANDLE_BYTES = 2 * Long.BYTES;

    private final AccountRepository accounts;

    PasskeyUserRepository(AccountRepository accounts) {
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

    static PublicKeyCredentialUserEntity userOf(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handleOf(account.id()))
                .name(account.username())
                .displayName(account.username())
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return accountOf(handle)
                .flatMap(accounts::findById)
                .map(PasskeyUserRepository::userOf)
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return accounts.findByUsername(username)
                .map(PasskeyUserRepository::userOf)
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("Accounts are not made by their passkeys.");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Accounts are not deleted by their passkeys.");
    }
}

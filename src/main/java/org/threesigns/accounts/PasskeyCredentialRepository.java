package org.threesigns.accounts;

import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The passkeys of all accounts, for Spring Security to check against. */
@Component
class PasskeyCredentialRepository implements UserCredentialRepository {

    private final PasskeyRepository passkeys;

    PasskeyCredentialRepository(PasskeyRepository passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return passkeys.findByCredentialId(credentialId.getBytes())
                .map(Passkey::toCredentialRecord)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return PasskeyUserRepository.accountOf(handle).stream()
                .flatMap(account -> passkeys.findByAccountIdOrderByAddedOnAscNameAsc(account).stream())
                .map(Passkey::toCredentialRecord)
                .toList();
    }

    /** @throws MaliciousCounterValueException if it is known and its counter has not increased since the last use */
    @Override
    public void save(CredentialRecord credential) {
        UUID account = PasskeyUserRepository.accountOf(credential.getUserEntityUserId())
                .orElseThrow();
        Passkey passkey = passkeys.findByCredentialId(
                        credential.getCredentialId().getBytes())
                .map(known -> known.use(credential))
                .orElseGet(() -> new Passkey(account, credential));
        passkeys.saveAndFlush(passkey);
    }

    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("Passkeys are deleted with the account they belong to at hand.");
    }
}

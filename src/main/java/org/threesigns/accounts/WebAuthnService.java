package org.threesigns.accounts;

import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser is asked to do with a passkey, and whether what it answers is right: WebAuthn, by Spring Security's
 * support of it. Questions and answers are the JSON that the standard names. Answers are checked inside a transaction
 * that holds the account (see {@link PasskeyRepository}).
 */
@Component
class WebAuthnService {

    private static final Logger LOG = LoggerFactory.getLogger(WebAuthnService.class);
    private static final String NAME_OF_THE_SITE = "Three Signs";
    private static final int LONGEST_CREDENTIAL_ID = 1023;

    /** A passkey that can tell its owner by finger, face or number is asked to; a key that can only be touched may do. */
    private static final UserVerificationRequirement VERIFICATION = UserVerificationRequirement.PREFERRED;

    private final AdministratorSite site;
    private final PasskeyCredentialRepository passkeys;
    private final Supplier<WebAuthnRelyingPartyOperations> operations;
    private final Supplier<JsonMapper> json = SingletonSupplier.of(
            () -> JsonMapper.builder().addModule(new WebauthnJacksonModule()).build());

    WebAuthnService(AdministratorSite site, PasskeyUserRepository users, PasskeyCredentialRepository passkeys) {
        this.site = site;
        this.passkeys = passkeys;
        // Made when first needed: it takes a moment that no start should wait for, and the port must be known.
        this.operations = SingletonSupplier.of(
                () -> new Webauthn4JRelyingPartyOperations(users, passkeys, relyingParty(), site.origins()));
    }

    /** What the browser is asked, to make a passkey for an account. */
    String creationOptions(Account account, Bytes challenge) {
        return json.get().writeValueAsString(creation(account, challenge));
    }

    /** What the browser is asked, to show one of an account's passkeys. */
    String requestOptions(Account account, Bytes challenge) {
        return json.get().writeValueAsString(request(account, challenge));
    }

    /**
     * Adds the passkey that a browser has made.
     *
     * @throws FormRefusedException where it belongs to an account already, or the answer is not right
     */
    void register(Account account, Bytes challenge, String name, String answer) {
        check(() -> {
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    json.get().readValue(answer, new TypeReference<>() {});
            if (made.getRawId().getBytes().length > LONGEST_CREDENTIAL_ID) {
                throw new FormRefusedException(FormProblem.PASSKEY_NOT_ACCEPTED);
            }
            if (passkeys.findByCredentialId(made.getRawId()) != null) {
                throw new FormRefusedException(FormProblem.PASSKEY_ALREADY_ADDED);
            }
            operations
                    .get()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation(account, challenge), new RelyingPartyPublicKey(made, name)));
        });
    }

    /**
     * Checks that a browser has shown a passkey of this very account.
     *
     * @throws FormRefusedException where it has not
     */
    void authenticate(Account account, Bytes challenge, String answer) {
        check(() -> {
            PublicKeyCredential<AuthenticatorAssertionResponse> shown =
                    json.get().readValue(answer, new TypeReference<>() {});
            CredentialRecord known = passkeys.findByCredentialId(shown.getRawId());
            // Asked here once more: of an account without a passkey, the library would take anybody's.
            if (known == null || !known.getUserEntityUserId().equals(PasskeyUserRepository.handleOf(account.id()))) {
                throw new FormRefusedException(FormProblem.PASSKEY_NOT_ACCEPTED);
            }
            operations.get().authenticate(new RelyingPartyAuthenticationRequest(request(account, challenge), shown));
        });
    }

    private static void check(Runnable ceremony) {
        try {
            ceremony.run();
        } catch (FormRefusedException | DataAccessException e) {
            throw e;
        } catch (MaliciousCounterValueException e) {
            throw new FormRefusedException(FormProblem.PASSKEY_COPIED, e);
        } catch (RuntimeException e) {
            // Whatever is wrong with an answer, the libraries say so by one exception or another. Its name helps a host
            // whose setting is wrong (BadOriginException); its message may quote what was sent.
            LOG.info("A passkey was not accepted ({}).", e.getClass().getSimpleName());
            throw new FormRefusedException(FormProblem.PASSKEY_NOT_ACCEPTED, e);
        }
    }

    private PublicKeyCredentialCreationOptions creation(Account account, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(relyingParty())
                .user(PasskeyUserRepository.userOf(account))
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(PasskeyChallenges.LASTS)
                .excludeCredentials(descriptors(account))
                // The name is known by then: a key need not remember it, nor be given a number first.
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(VERIFICATION)
                        .residentKey(ResidentKeyRequirement.DISCOURAGED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
                .build();
    }

    private PublicKeyCredentialRequestOptions request(Account account, Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(site.host())
                .challenge(challenge)
                .timeout(PasskeyChallenges.LASTS)
                .allowCredentials(descriptors(account))
                .userVerification(VERIFICATION)
                .build();
    }

    private List<PublicKeyCredentialDescriptor> descriptors(Account account) {
        return passkeys.findByUserId(PasskeyUserRepository.handleOf(account.id())).stream()
                .map(passkey -> PublicKeyCredentialDescriptor.builder()
                        .id(passkey.getCredentialId())
                        .transports(passkey.getTransports())
                        .build())
                .toList();
    }

    private PublicKeyCredentialRpEntity relyingParty() {
        return PublicKeyCredentialRpEntity.builder()
                .id(site.host())
                .name(NAME_OF_THE_SITE)
                .build();
    }
}

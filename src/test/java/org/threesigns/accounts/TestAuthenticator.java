package org.threesigns.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A security key and its browser in a few lines: answers WebAuthn's questions as they do, at any origin, with any
 * counter. Layouts: W3C Web Authentication, "Authenticator Data" and "None Attestation Statement Format"; RFC 9052 for
 * the key.
 */
class TestAuthenticator {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int USER_PRESENT = 1;
    private static final int CARRIES_A_KEY = 1 << 6;
    private static final int COORDINATE_BYTES = 32;

    private final byte[] credentialId = new byte[32];
    private final KeyPair keys = newKeys();
    private int counter = 1;

    TestAuthenticator() {
        new SecureRandom().nextBytes(credentialId);
    }

    TestAuthenticator withCounter(int next) {
        counter = next;
        return this;
    }

    byte[] credentialId() {
        return credentialId.clone();
    }

    /** What a browser sends when it has made this passkey. */
    String make(String options, String origin) {
        JsonNode question = JSON.readTree(options);
        byte[] data = concat(
                authenticatorData(question.at("/rp/id").asString(), USER_PRESENT | CARRIES_A_KEY),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array(),
                credentialId,
                coseKey());
        byte[] attestation =
                concat(hex("a3"), text("fmt"), text("none"), text("attStmt"), hex("a0"), text("authData"), bytes(data));
        return answer(Map.of(
                "clientDataJSON", base64(clientData("webauthn.create", question, origin)),
                "attestationObject", base64(attestation),
                "transports", new String[] {"usb"}));
    }

    /** What a browser sends when it was shown this passkey. */
    String show(String options, String origin) {
        JsonNode question = JSON.readTree(options);
        byte[] data = authenticatorData(question.at("/rpId").asString(), USER_PRESENT);
        byte[] client = clientData("webauthn.get", question, origin);
        return answer(Map.of(
                "clientDataJSON", base64(client),
                "authenticatorData", base64(data),
                "signature", base64(sign(concat(data, sha256(client))))));
    }

    private String answer(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id", base64(credentialId),
                "rawId", base64(credentialId),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
    }

    private byte[] authenticatorData(String site, int flags) {
        return ByteBuffer.allocate(37)
                .put(sha256(site.getBytes(UTF_8)))
                .put((byte) flags)
                .putInt(counter == 0 ? 0 : counter++)
                .array();
    }

    private static byte[] clientData(String type, JsonNode question, String origin) {
        return JSON.writeValueAsBytes(Map.of(
                "type",
                type,
                "challenge",
                question.get("challenge").asString(),
                "origin",
                origin,
                "crossOrigin",
                false));
    }

    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return concat(
                hex("a5010203262001215820"),
                coordinate(key.getW().getAffineX()),
                hex("225820"),
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] unsigned = new byte[COORDINATE_BYTES];
        int length = Math.min(signed.length, COORDINATE_BYTES);
        System.arraycopy(signed, signed.length - length, unsigned, COORDINATE_BYTES - length, length);
        return unsigned;
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A short text in CBOR. */
    private static byte[] text(String text) {
        return concat(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(UTF_8));
    }

    /** Up to 65,535 bytes in CBOR. */
    private static byte[] bytes(byte[] bytes) {
        return concat(
                hex("59"), ByteBuffer.allocate(2).putShort((short) bytes.length).array(), bytes);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

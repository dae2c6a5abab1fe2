package org.threesigns.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash under which keys are stored and files are known. A key needs no salt, because it has enough random bits. */
public final class Sha256 {

    private Sha256() {}

    /** The hash of these parts, one after the other. */
    public static byte[] of(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** For what is hashed while it is read. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package org.threesigns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine, made for one test, and what a client needs to trust it. */
public record SelfSignedCertificate(Path keyStore, String password) {

    private static final String ALIAS = "site";

    /** To open a key store takes a tenth of a second. */
    private static final Map<Path, SSLContext> TRUSTED = new ConcurrentHashMap<>();

    /** The one of this folder; the JDK's own tool makes it at first. */
    public static SelfSignedCertificate in(Path folder) {
        var certificate = new SelfSignedCertificate(folder.resolve("key.p12"), "of-a-key-that-lasts-one-test");
        if (Files.notExists(certificate.keyStore)) {
            certificate.make();
        }
        return certificate;
    }

    private void make() {
        String command =
                "keytool -genkeypair -alias %s -keyalg EC -dname CN=localhost -validity 2 -keystore %s -storepass %s"
                        + " -ext san=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1";
        String[] words = command.formatted(ALIAS, keyStore, password).split(" ", -1);
        words[0] = Path.of(System.getProperty("java.home"), "bin", words[0]).toString();
        try {
            Process keytool =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What lets a client trust this certificate and no other. */
    public SSLContext trusted() {
        return TRUSTED.computeIfAbsent(keyStore, file -> context());
    }

    private SSLContext context() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, store().getCertificate(ALIAS));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the certificate and its key in the form that other servers read. */
    public void writePem(Path certificate, Path key) throws IOException {
        try {
            Files.writeString(
                    certificate,
                    pem("CERTIFICATE", store().getCertificate(ALIAS).getEncoded()));
            Files.writeString(
                    key,
                    pem(
                            "PRIVATE KEY",
                            store().getKey(ALIAS, password.toCharArray()).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(content));
    }
}

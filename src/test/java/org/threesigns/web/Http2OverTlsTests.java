package org.threesigns.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a client that would rather speak HTTP/2 gets to speak. */
class Http2OverTlsTests {

    private static final String PASSWORD = "certificate";

    @TempDir
    private static Path folder;

    @Nested
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = "spring.datasource.url=jdbc:h2:mem:http2;DB_CLOSE_DELAY=-1")
    class WhereTlsIsOn {

        @DynamicPropertySource
        static void certificate(DynamicPropertyRegistry settings) {
            settings.add("server.ssl.key-store", () -> selfSigned().toString());
            settings.add("server.ssl.key-store-password", () -> PASSWORD);
        }

        @Test
        void pagesAndFilesComeOverHttp2(@LocalServerPort int port) throws Exception {
            HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
            for (String path : new String[] {"/en", "/en/check/three-signs", "/assets/app.css", "/admin/set-up"}) {
                HttpResponse<String> answer = get(client, "https://localhost:" + port + path);

                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.version()).as(path).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                        .isPresent();
            }
        }

        @Test
        void aTextIsPackedThereToo(@LocalServerPort int port) throws Exception {
            HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
            for (String path : new String[] {"/en", "/assets/app.css"}) {
                HttpResponse<Void> answer = client.send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.discarding());

                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.headers().firstValue("Content-Encoding"))
                        .as(path)
                        .contains("gzip");
            }
        }

        @Test
        void whoeverSpeaksHttp11IsAnsweredInIt(@LocalServerPort int port) throws Exception {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(trusting())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

            assertThat(get(client, "https://localhost:" + port + "/en").version())
                    .isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Nested
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = "spring.datasource.url=jdbc:h2:mem:http1;DB_CLOSE_DELAY=-1")
    class WhereItIsOff {

        private final int port;

        @Autowired
        WhereItIsOff(@LocalServerPort int port) {
            this.port = port;
        }

        /** The JDK's client asks for an upgrade to h2c with its first request. */
        @Test
        void anUpgradeIsNotGiven() throws Exception {
            HttpResponse<String> answer = get(HttpClient.newHttpClient(), "http://localhost:" + port + "/en");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    /** Made by the JDK's own tool, once. */
    private static Path selfSigned() {
        Path store = folder.resolve("certificate.p12");
        if (Files.exists(store)) {
            return store;
        }
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        try {
            Process process = new ProcessBuilder(
                            keytool,
                            "-genkeypair",
                            "-alias",
                            "site",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(selfSigned())) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("site", store.getCertificate("site"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}

package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.threesigns.SelfSignedCertificate;
import org.threesigns.database.OnH2;

/** What a client that would rather speak HTTP/2 gets to speak. */
class Http2OverTlsTests {

    @TempDir
    private static Path folder;

    @Nested
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = "spring.datasource.url=jdbc:h2:mem:http2;DB_CLOSE_DELAY=-1")
    class WhereTlsIsOn {

        @DynamicPropertySource
        static void encrypt(DynamicPropertyRegistry settings) {
            var certificate = SelfSignedCertificate.in(folder);
            settings.add("server.ssl.key-store", certificate.keyStore()::toString);
            settings.add("server.ssl.key-store-password", certificate::password);
        }

        @Test
        void pagesAndFilesComeOverHttp2(@LocalServerPort int port) throws Exception {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(SelfSignedCertificate.in(folder).trusted())
                    .build();
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
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(SelfSignedCertificate.in(folder).trusted())
                    .build();
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
                    .sslContext(SelfSignedCertificate.in(folder).trusted())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

            assertThat(get(client, "https://localhost:" + port + "/en").version())
                    .isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Nested
    @OnH2
    @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
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
}

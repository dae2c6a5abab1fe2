package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.threesigns.SelfSignedCertificate;

/**
 * What comes over real TLS, with a certificate of its own. The headers are held to what the MDN HTTP Observatory asks for
 * its best grade, A+.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:https;DB_CLOSE_DELAY=-1")
class HttpsTests {

    private static final Duration HALF_A_YEAR = Duration.ofDays(183);

    @TempDir
    private static Path folder;

    private final int port;

    @Autowired
    HttpsTests(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void encrypt(DynamicPropertyRegistry properties) {
        var certificate = SelfSignedCertificate.in(folder);
        properties.add("server.ssl.key-store", certificate.keyStore()::toString);
        properties.add("server.ssl.key-store-password", certificate::password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en",
                "/es/method",
                "/en/privacy",
                "/en/check/three-signs",
                "/en/result/deleted",
                "/en/result/AAAAAAAAAAAAAAAAAAAAAAAA",
                "/en/nothing-here",
                "/admin/sign-in",
                "/admin/set-up",
                "/admin",
                "/livez"
            })
    void everyPageHasWhatTheBestGradeNeeds(String path) {
        HttpHeaders headers = get(path).headers();

        assertThat(only(headers, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "http:", "data:", "*");
        assertThat(only(headers, "Strict-Transport-Security"))
                .matches(age -> Long.parseLong(age.replaceAll("max-age=(\\d+).*", "$1")) >= HALF_A_YEAR.toSeconds());
        assertThat(only(headers, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(only(headers, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(only(headers, "Referrer-Policy")).isIn("no-referrer", "same-origin");
        assertThat(only(headers, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(only(headers, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(headers.map()).doesNotContainKeys("access-control-allow-origin", "server", "x-powered-by");
        assertThat(headers.allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/check/three-signs"})
    void noPageNamesAScriptOrAStyleOfAnybodyElse(String path) {
        assertThat(get(path).body())
                .containsPattern("<script src=\"/assets/")
                .doesNotContainPattern("(?:src|<link[^>]*href)=\"(?:https?:)?//");
    }

    @Test
    void anAdministratorsFormTokenIsInACookieThatOnlyThisHostCanSet() {
        assertThat(get("/admin/set-up").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-three-signs-form=");
    }

    private static String only(HttpHeaders headers, String name) {
        List<String> values = headers.allValues(name);
        assertThat(values).as(name).hasSize(1);
        return values.get(0);
    }

    private HttpResponse<String> get(String path) {
        try {
            return HttpClient.newBuilder()
                    .sslContext(SelfSignedCertificate.in(folder).trusted())
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

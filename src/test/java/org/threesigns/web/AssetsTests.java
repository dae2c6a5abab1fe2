package org.threesigns.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The files of the pages as they go over the wire, each in the form that a client can read. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:assets;DB_CLOSE_DELAY=-1")
@Import(AssetsTests.FirstLink.class)
class AssetsTests {

    private static final Path SOURCES = Path.of("src/main/resources/static/assets");
    private static final String FOR_GOOD = "max-age=31536000, public, immutable";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI site;

    private final FirstLink firstLink;

    @Autowired
    AssetsTests(@LocalServerPort int port, FirstLink firstLink) {
        this.site = URI.create("http://localhost:" + port);
        this.firstLink = firstLink;
    }

    /** What a visitor would get who comes the moment that the server listens. */
    @TestComponent
    static class FirstLink {

        private final ResourceUrlProvider addresses;
        private String address = "";

        FirstLink(ResourceUrlProvider addresses) {
            this.addresses = addresses;
        }

        @EventListener
        void look(WebServerInitializedEvent listening) {
            address = String.valueOf(addresses.getForLookupPath("/assets/app.css"));
        }
    }

    @Test
    void haveTheirHashInLinksAsSoonAsTheServerListens() {
        assertThat(firstLink.address).matches("/assets/app-[0-9a-f]{32}\\.css");
    }

    @ParameterizedTest
    @CsvSource({
        "app.css, /en, text/css",
        "app.js, /en, text/javascript",
        "admin.css, /admin/set-up, text/css",
    })
    void everyFormOfATextHoldsTheSame(String name, String page, String type) throws Exception {
        String address = addressOn(page, name);
        HttpResponse<byte[]> plain = get(address, "identity");
        HttpResponse<byte[]> gzip = get(address, "gzip, deflate");
        HttpResponse<byte[]> brotli = get(address, "gzip, deflate, br, zstd");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(gzip.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(unzipped(gzip.body())).isEqualTo(plain.body());
        assertThat(gzip.body()).hasSizeLessThan(plain.body().length / 2);
        if (Brotli4jLoader.isAvailable()) {
            assertThat(brotli.headers().allValues("Content-Encoding")).containsExactly("br");
            assertThat(unbrotlied(brotli.body())).isEqualTo(plain.body());
            assertThat(brotli.body()).hasSizeLessThan(gzip.body().length);
        } else {
            assertThat(brotli.body()).isEqualTo(gzip.body());
        }
        for (HttpResponse<byte[]> form : List.of(plain, gzip, brotli)) {
            assertThat(form.statusCode()).isEqualTo(200);
            assertThat(form.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
            assertThat(form.headers().firstValue("Cache-Control")).contains(FOR_GOOD);
            assertThat(String.join(", ", form.headers().allValues("Vary"))).isEqualToIgnoringCase("Accept-Encoding");
            assertThat(form.headers().firstValueAsLong("Content-Length")).hasValue(form.body().length);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | br, gzip",
                "GZIP | gzip",
                "br;q=0.1, gzip;q=0.9 | br, gzip",
                "br;q=0, gzip;q=1.0 | gzip",
                "br ; q=0.000 | ''",
                "deflate, x-gzip, brown | ''",
                "* | ''",
                "'' | ''"
            })
    void theSmallestFormIsGivenOfThoseThatAreAccepted(String accepted, String best) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Encoding", accepted);

        assertThat(ContentEncodingResolver.best(request)).isEqualTo(best);
    }

    /** What is kept in memory for one client must not go to another. */
    @Test
    void aClientThatRefusesAFormDoesNotGetItAfterOneThatAcceptsIt() throws Exception {
        String address = addressOn("/en", "app.css");
        get(address, "gzip, br");

        assertThat(get(address, "gzip, br;q=0").headers().firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(get(address, "gzip;q=0, br;q=0").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"figtree.woff2", "icon.svg"})
    void whatWouldGainNothingIsTheSameForEverybody(String name) throws Exception {
        String address = addressOn("/en", name);
        for (String accepted : List.of("identity", "gzip, deflate, br")) {
            HttpResponse<byte[]> file = get(address, accepted);

            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(file.headers().firstValue("Cache-Control")).contains(FOR_GOOD);
            assertThat(file.body()).isEqualTo(Files.readAllBytes(SOURCES.resolve(name)));
        }
    }

    /** Under another address a browser would fetch the font twice. */
    @Test
    void theStylesheetNamesTheFontAsThePageDoes() throws Exception {
        String sheet = new String(get(addressOn("/en", "app.css"), "identity").body(), UTF_8);

        assertThat(sheet).contains("url(\"" + addressOn("/en", "figtree.woff2").replaceFirst(".*/", "") + "\")");
    }

    @Test
    void whatIsServedHoldsNoCommentOfOurs() throws Exception {
        for (String name : List.of("app.css", "app.js")) {
            assertThat(Files.readString(SOURCES.resolve(name))).contains("/*");
            assertThat(new String(get(addressOn("/en", name), "identity").body(), UTF_8))
                    .isNotBlank()
                    .doesNotContain("/*", " // ", "\n ", "\n\n");
        }
    }

    /** Such a comment would be sent to everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"app.js", "numbers.js", "passkey.js", "preview.js"})
    void noLineOfAScriptEndsWithAComment(String name) throws Exception {
        assertThat(Files.readString(SOURCES.resolve(name))).doesNotContain(" // ");
    }

    private String addressOn(String page, String name) throws Exception {
        int dot = name.lastIndexOf('.');
        Pattern address = Pattern.compile(
                "\"(/assets/%s-[0-9a-f]{32}\\%s)\"".formatted(name.substring(0, dot), name.substring(dot)));
        Matcher found = address.matcher(new String(get(page, "identity").body(), UTF_8));
        assertThat(found.find()).as("%s on %s", name, page).isTrue();
        return found.group(1);
    }

    private HttpResponse<byte[]> get(String path, String accepted) throws Exception {
        return client.send(
                HttpRequest.newBuilder(site.resolve(path))
                        .header("Accept-Encoding", accepted)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static byte[] unzipped(byte[] packed) throws IOException {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return content.readAllBytes();
        }
    }

    private static byte[] unbrotlied(byte[] packed) throws IOException {
        return Decoder.decompress(packed).getDecompressedData();
    }
}

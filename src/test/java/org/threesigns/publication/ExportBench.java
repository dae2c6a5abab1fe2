package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Whether the export of responses needs the same memory however many rows there are: downloaded as an administrator
 * does, in a JVM that is given little. See {@code bench/statistics.md}.
 */
class ExportBench {

    private static final int FEW = 10_000;
    private static final int MEGABYTE = 1 << 20;
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    /** A peak: what a collection left on the heap while the rows went out. */
    private record Download(long lines, long bytes, double seconds, long megabytes) {}

    @Test
    void needsTheSameMemoryForAnyNumberOfRows() throws Exception {
        long rows = Long.getLong("rows", 1_000_000);
        for (long published : List.of((long) FEW, rows)) {
            try (var site = new BenchSite()) {
                BenchRows.published(site, published);
                var download = download(site);
                System.out.printf(
                        "%s, heap of %d MB: %,d rows, %d MB, in %.1f s; collections left %d MB at most%n",
                        BenchSite.ENGINE,
                        Runtime.getRuntime().maxMemory() / MEGABYTE,
                        download.lines() - 1,
                        download.bytes() / MEGABYTE,
                        download.seconds(),
                        download.megabytes());
                assertThat(download.lines()).isEqualTo(published + 1);
            }
        }
    }

    private static Download download(BenchSite site) throws Exception {
        HttpClient browser = signedIn(site);
        System.gc();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .toList();
        long start = System.nanoTime();
        var answer = browser.send(
                request(site, "/admin/export/responses.csv?instrument=sim24").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        long lines = 0;
        long bytes = 0;
        long most = 0;
        try (InputStream in = answer.body()) {
            var buffer = new byte[MEGABYTE];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                lines += lines(buffer, read);
                most = Math.max(
                        most,
                        pools.stream()
                                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                                .sum());
            }
        }
        return new Download(lines, bytes, (System.nanoTime() - start) / 1e9, most / MEGABYTE);
    }

    private static long lines(byte[] buffer, int read) {
        long lines = 0;
        for (int at = 0; at < read; at++) {
            lines += buffer[at] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static HttpClient signedIn(BenchSite site) throws Exception {
        site.jdbc()
                .sql("""
                        insert into admin_account (id, username, password_hash, role, enabled, created_at, password_changed_at)
                        values (?, 'ann', ?, 'administrator', true, current_timestamp, current_timestamp)""")
                .params(UUID.randomUUID(), new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode("a long password"))
                .update();
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String form = browser.send(request(site, "/admin/sign-in").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        var token = FORM_TOKEN.matcher(form);
        assertThat(token.find()).isTrue();
        var signIn = request(site, "/admin/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=ann&password=a+long+password&_csrf=" + token.group(1)));
        assertThat(browser.send(signIn.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isBetween(300, 399);
        return browser;
    }

    private static HttpRequest.Builder request(BenchSite site, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + site.port() + path));
    }
}

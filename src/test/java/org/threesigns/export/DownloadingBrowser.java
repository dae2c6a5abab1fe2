package org.threesigns.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** An administrator's browser, signed in over a real connection, that reads files as they come. */
public final class DownloadingBrowser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final String EXPORT = "/admin/export/responses.csv?instrument=sim24";

    private static final int BUFFER = 16_384;

    static {
        // What is not read yet waits at the server, as on a slow line, and not in a large buffer of this machine.
        System.setProperty("jdk.httpclient.receiveBufferSize", Integer.toString(BUFFER));
    }

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI site;

    /** Adds an administrator of its own to the database. */
    public DownloadingBrowser(JdbcClient database, int port) throws IOException, InterruptedException {
        site = URI.create("http://localhost:" + port);
        String name = "ann" + UUID.randomUUID().toString().substring(0, 8);
        database.sql("""
                        insert into admin_account (id, username, password_hash, role, enabled, created_at, password_changed_at)
                        values (?, ?, ?, 'administrator', true, current_timestamp, current_timestamp)""")
                .params(
                        UUID.randomUUID(),
                        name,
                        new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode("a long password"))
                .update();
        signIn(name);
    }

    private void signIn(String name) throws IOException, InterruptedException {
        String form = client.send(request("/admin/sign-in").build(), BodyHandlers.ofString())
                .body();
        var token = FORM_TOKEN.matcher(form);
        if (!token.find()) {
            throw new AssertionError("There is no form to sign in");
        }
        var answer = client.send(
                request("/admin/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=%s&password=a+long+password&_csrf=%s".formatted(name, token.group(1))))
                        .build(),
                BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 3) {
            throw new AssertionError("Sign-in: " + answer.statusCode());
        }
    }

    /** Begins to read the responses. */
    public HttpResponse<InputStream> export() throws IOException, InterruptedException {
        return client.send(request(EXPORT).build(), BodyHandlers.ofInputStream());
    }

    /** Begins to read the responses, and leaves as a browser does that is closed. */
    public void exportAndLeave() throws IOException {
        String cookie = cookies.getCookieStore().getCookies().stream()
                .map(each -> each.getName() + "=" + each.getValue())
                .collect(joining("; "));
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(BUFFER);
            socket.connect(new InetSocketAddress("localhost", site.getPort()));
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n"
                            .formatted(EXPORT, cookie)
                            .getBytes(US_ASCII));
            socket.getInputStream().readNBytes(BUFFER);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path));
    }
}

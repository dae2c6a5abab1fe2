package org.threesigns.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The most powerful reader that the pages know: the first administrator, who downloads whatever there is. */
final class Administrator {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final String PASSWORD = "seven lamps under a bridge";

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI site;

    Administrator(int port, String setUpCode) throws IOException {
        site = URI.create("http://localhost:" + port);
        fillIn(
                "/admin/set-up",
                Map.of("code", setUpCode, "username", "ada", "password", PASSWORD, "repeated", PASSWORD));
        fillIn("/admin/sign-in", Map.of("username", "ada", "password", PASSWORD));
    }

    /** Every page and every file that says something about respondents, by its address. */
    Map<String, String> everything() throws IOException {
        var all = new TreeMap<String, String>();
        for (String path : new String[] {
            "/admin",
            "/admin/items",
            "/admin/reliability",
            "/admin/months",
            "/admin/percentiles",
            "/admin/audit",
            "/admin/aggregates.csv",
            "/admin/aggregates.json",
            "/admin/export/responses.csv"
        }) {
            var answer = send(HttpRequest.newBuilder(site.resolve(path)));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            all.put(path, answer.body());
        }
        return all;
    }

    private void fillIn(String page, Map<String, String> fields) throws IOException {
        var form = new TreeMap<>(fields);
        var token = FORM_TOKEN.matcher(
                send(HttpRequest.newBuilder(site.resolve(page))).body());
        assertThat(token.find()).as("a form on %s", page).isTrue();
        form.put("_csrf", token.group(1));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        var answer = send(HttpRequest.newBuilder(site.resolve(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(page).isEqualTo(302);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

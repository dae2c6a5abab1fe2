package org.threesigns.durability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An administrator's browser: it keeps cookies, and to it all copies are one site, as behind a load balancer. */
public final class AdministratorsBrowser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final String NAME = "ada";
    private static final String PASSWORD = "kettle violin orbit mustard";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public void setUp(int port, String code) throws IOException, InterruptedException {
        fillIn(
                port,
                "/admin/set-up",
                Map.of("code", code, "username", NAME, "password", PASSWORD, "repeated", PASSWORD));
    }

    public void signIn(int port) throws IOException, InterruptedException {
        fillIn(port, "/admin/sign-in", Map.of("username", NAME, "password", PASSWORD));
    }

    public HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(port, path)).build(), BodyHandlers.ofString());
    }

    private void fillIn(int port, String path, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher token = FORM_TOKEN.matcher(get(port, path).body());
        if (!token.find()) {
            throw new AssertionError("There is no form on " + path);
        }
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", token.group(1));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address(port, path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 3) {
            throw new AssertionError("%s: %d%n%s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    private static URI address(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }
}

package org.threesigns.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Keeps cookies and sends forms as a browser does, over a real connection, and follows no redirect. */
public class TestBrowser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private static final Pattern PASSKEY_OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");

    private final HttpClient client;
    private final URI site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> cookiesAsSent = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public TestBrowser(int port) {
        this(URI.create("http://localhost:" + port), HttpClient.newHttpClient());
    }

    /** @param site where the site is, without a path */
    public TestBrowser(URI site, HttpClient client) {
        this.site = site;
        this.client = client;
    }

    public TestBrowser withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    TestBrowser withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return postAs("application/x-www-form-urlencoded", path, encoded(form));
    }

    /** Sends what no form of ours would. */
    HttpResponse<String> postAs(String contentType, String path, String body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Opens a page, fills its form in and sends it, with the token that the page holds. */
    public HttpResponse<String> fillIn(String page, Map<String, String> fields) {
        return fillIn(page, fields, page);
    }

    /** As {@link #fillIn(String, Map)}, for a form that is sent to another address than its page's. */
    public HttpResponse<String> fillIn(String page, Map<String, String> fields, String action) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("_csrf", formToken(page));
        return post(action, form);
    }

    HttpResponse<String> signIn(String name, String password) {
        return fillIn("/admin/sign-in", Map.of("username", name, "password", password));
    }

    /** The token in the forms of a page. */
    String formToken(String page) {
        return formTokenOn(get(page));
    }

    static String formTokenOn(HttpResponse<String> page) {
        return FORM_TOKEN
                .matcher(page.body())
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow(() -> new AssertionError("There is no form on " + page.uri()));
    }

    /** What a page asks a browser's passkeys, as JSON. */
    static String passkeyOptionsOn(HttpResponse<String> page) {
        return PASSKEY_OPTIONS
                .matcher(page.body())
                .results()
                .findFirst()
                .map((MatchResult found) -> HtmlUtils.htmlUnescape(found.group(1)))
                .orElseThrow(() -> new AssertionError("No passkey is asked for on " + page.uri()));
    }

    /** The value of a cookie that was kept. */
    String cookie(String name) {
        return Optional.ofNullable(cookies.get(name))
                .orElseThrow(() -> new AssertionError("No cookie " + name + " among " + cookies.keySet()));
    }

    /** A cookie that was kept, with its attributes as the server sent it. */
    String cookieAsSent(String name) {
        cookie(name);
        return name + cookiesAsSent.get(name);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        request.uri(URI.create(site + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        int equals = setCookie.indexOf('=');
        String name = setCookie.substring(0, equals);
        cookiesAsSent.put(name, setCookie.substring(equals));
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, setCookie.substring(equals + 1).split(";", 2)[0]);
        }
    }
}

package org.threesigns.respondent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a browser, as far as the server can tell. Every call is one or more real requests. */
public final class Respondent {

    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");
    public static final String QUESTIONNAIRE = "/en/check/three-signs";
    private static final String SET_ASIDE = "-";
    private static final JsonMapper JSON = new JsonMapper();

    private final URI site;
    private final Map<String, String> tellTales;
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Respondent(int port) {
        this(port, Map.of());
    }

    /** @param tellTales headers that every request carries */
    public Respondent(int port, Map<String, String> tellTales) {
        this.tellTales = tellTales;
        this.site = URI.create("http://localhost:" + port);
    }

    /** A form that was filled in, with what the server hid in it; it may be sent more than once. */
    public record Form(Map<String, String> fields) {

        /** What was chosen for each question. */
        public Map<String, String> answers() {
            var answers = new LinkedHashMap<>(fields);
            answers.keySet().removeIf(name -> name.startsWith("_"));
            return answers;
        }
    }

    /** Opens the questionnaire and answers every question as chance has it. */
    public Form fillIn(RandomGenerator random) throws IOException {
        var page = get(QUESTIONNAIRE);
        require(page, 200);
        var fields = hiddenOn(page.body());
        var choices = new LinkedHashMap<String, List<String>>();
        for (var input : inputs(page.body())) {
            String value = input.getOrDefault("value", "");
            if ("radio".equals(input.get("type")) && !value.equals(SET_ASIDE)) {
                choices.computeIfAbsent(input.getOrDefault("name", ""), key -> new ArrayList<>())
                        .add(value);
            }
        }
        choices.forEach((name, values) -> fields.put(name, values.get(random.nextInt(values.size()))));
        return new Form(fields);
    }

    /**
     * Sends a form.
     *
     * @return the address of the result once the server has acknowledged it, or nothing with a 503
     */
    public Optional<String> send(Form form) throws IOException {
        return resultOf(post(QUESTIONNAIRE, form.fields()));
    }

    /** What an answer to a form says: the address of the result, or nothing with a 503. */
    public static Optional<String> resultOf(HttpResponse<String> answer) {
        if (answer.statusCode() == 503) {
            return Optional.empty();
        }
        require(answer, 303);
        return answer.headers().firstValue("Location");
    }

    /** The answers that the server has for a result; none where it says that there is no such result. */
    public Optional<Map<String, String>> answersAt(String result) throws IOException {
        var file = get(result + "/result.json");
        if (file.statusCode() == 404) {
            return Optional.empty();
        }
        require(file, 200);
        var answers = new LinkedHashMap<String, String>();
        for (JsonNode question : JSON.readTree(file.body()).get("answers")) {
            if (question.hasNonNull("answer")) {
                answers.put(
                        question.get("item").stringValue(),
                        question.get("answer").stringValue());
            }
        }
        return Optional.of(answers);
    }

    /** What is chosen on a page that shows the form. */
    public static Map<String, String> chosenOn(String page) {
        var answers = new LinkedHashMap<String, String>();
        for (var input : inputs(page)) {
            if ("radio".equals(input.get("type")) && input.containsKey("checked")) {
                answers.put(input.getOrDefault("name", ""), input.getOrDefault("value", ""));
            }
        }
        return answers;
    }

    /** A form that came back with its answers, ready to be sent again. */
    public static Form formOn(String page) {
        var fields = hiddenOn(page);
        fields.putAll(chosenOn(page));
        return new Form(fields);
    }

    private static Map<String, String> hiddenOn(String page) {
        var fields = new LinkedHashMap<String, String>();
        for (var input : inputs(page)) {
            if ("hidden".equals(input.get("type"))) {
                fields.put(input.getOrDefault("name", ""), input.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    /** Whether the server acknowledged that the result is gone; false with a 503. */
    public boolean delete(String result) throws IOException {
        var answer = post(result + "/delete", Map.of("really", "for-good"));
        if (answer.statusCode() == 503) {
            return false;
        }
        require(answer, 303);
        return true;
    }

    public HttpResponse<String> get(String path) throws IOException {
        return exchange(HttpRequest.newBuilder(site.resolve(path)));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException {
        String body = fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return exchange(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        tellTales.forEach(request::header);
        try {
            return browser.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Anything else is a fault of the server, not of the line. */
    private static void require(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError("%s %s: %d instead of %d%n%s"
                    .formatted(
                            response.request().method(),
                            response.uri(),
                            response.statusCode(),
                            status,
                            response.body().replaceAll("(?s).*?<h2", "<h2").replaceAll("(?s)<section.*", "")));
        }
    }

    private static List<Map<String, String>> inputs(String page) {
        var inputs = new ArrayList<Map<String, String>>();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            var attributes = new LinkedHashMap<String, String>();
            Matcher attribute = ATTRIBUTE.matcher(input.group(1));
            while (attribute.find()) {
                attributes.put(
                        attribute.group(1),
                        Optional.ofNullable(attribute.group(2)).orElse(""));
            }
            inputs.add(attributes);
        }
        return inputs;
    }
}

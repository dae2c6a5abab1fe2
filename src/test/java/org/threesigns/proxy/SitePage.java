package org.threesigns.proxy;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** What a browser would find in an answer: where it leads, and the form to send. */
record SitePage(HttpResponse<String> answer) {

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("\\s(?:action|formaction|data-address)=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("<(?:input|textarea) ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");
    private static final String SET_ASIDE = "-";

    /** Where its links, files and its redirect lead, as whole addresses. */
    Stream<URI> links() {
        return Stream.concat(
                written(LINK), answer.headers().firstValue("Location").stream().map(answer.uri()::resolve));
    }

    /** Where its forms are sent. */
    Stream<URI> forms() {
        return written(FORM);
    }

    private Stream<URI> written(Pattern attribute) {
        return attribute
                .matcher(html())
                .results()
                .map(address -> answer.uri().resolve(HtmlUtils.htmlUnescape(address.group(1))));
    }

    private String html() {
        boolean page = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        return page ? answer.body() : "";
    }

    /** What the redirect says, word for word. */
    String location() {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError("No redirect: " + answer));
    }

    /** The fields of a form with one answer to each question: what is chosen, or the first. */
    Map<String, String> filledIn() {
        var form = new LinkedHashMap<String, String>();
        INPUT.matcher(html()).results().map(SitePage::attributes).forEach(input -> fillIn(form, input));
        return form;
    }

    private static void fillIn(Map<String, String> form, Map<String, String> input) {
        String name = input.getOrDefault("name", "");
        String value = input.getOrDefault("value", "");
        if ("hidden".equals(input.get("type"))) {
            form.put(name, value);
        } else if ("radio".equals(input.get("type")) && !value.equals(SET_ASIDE)) {
            form.merge(name, value, (first, next) -> input.containsKey("checked") ? next : first);
        }
    }

    private static Map<String, String> attributes(MatchResult tag) {
        return ATTRIBUTE
                .matcher(tag.group(1))
                .results()
                .collect(toMap(
                        attribute -> attribute.group(1),
                        attribute -> HtmlUtils.htmlUnescape(
                                Optional.ofNullable(attribute.group(2)).orElse("")),
                        (first, second) -> first));
    }
}

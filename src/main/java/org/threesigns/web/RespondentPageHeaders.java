package org.threesigns.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What may be kept of a respondent's page, and what its links and forms may tell about where they were followed.
 *
 * <p><b>Caching.</b> Nothing is stored unless it is known to be the same for everybody: the pages of the site, and
 * whatever sets its own {@code Cache-Control} (static files do). A page added later is therefore private until
 * somebody decides otherwise.
 *
 * <p><b>Referrer.</b> The address of a result is its only key. The result, its answers, its pages to read and to print, its data, and a
 * shared result hold no form, so they tell no one where a link was followed. The pages below a result do hold forms, and with
 * {@code no-referrer} a browser would send {@code Origin: null} with them; {@code same-origin} keeps a true
 * {@code Origin} there, and still tells other sites nothing at all: the address with the key in it only ever goes back
 * to the site that just served it.
 *
 * <p><b>Search engines.</b> The questionnaire, every result and every share ask them to list nothing, files that have no
 * page to say so in included. They can only hear that where {@code robots.txt} lets them look.
 */
class RespondentPageHeaders implements HeaderWriter {

    static final String SAME_ORIGIN = "same-origin";
    static final String NO_REFERRER = "no-referrer";

    /** Ten minutes: the start page is shown at once on the way back, and a corrected word arrives soon. */
    private static final String SHORT = "public, max-age=600";

    /** The form of a language tag, so that {@code /livez} is not taken for a language. */
    private static final String LANGUAGE = "/{lang:[a-z]{2,3}(?:-[A-Za-z0-9]+)*}";

    private static final RequestMatcher SAME_FOR_EVERYBODY = anyOf(
            LANGUAGE,
            LANGUAGE + "/start/{instrument}",
            LANGUAGE + "/method",
            LANGUAGE + "/method/{instrument}",
            LANGUAGE + "/privacy",
            LANGUAGE + "/support",
            LANGUAGE + "/support/{instrument}");

    private static final RequestMatcher ADDRESS_IS_A_KEY_AND_NO_FORM = anyOf(
            "/{lang}/result/{token}",
            "/{lang}/result/{token}/answers",
            "/{lang}/result/{token}/ideas",
            "/{lang}/result/{token}/plan",
            "/{lang}/result/{token}/sources",
            "/{lang}/result/{token}/keep",
            "/{lang}/result/{token}/everything",
            "/{lang}/result/{token}/sheet",
            "/{lang}/result/{token}/result.json",
            "/{lang}/shared/{key}/**");

    private static final RequestMatcher NOT_TO_BE_LISTED =
            anyOf("/{lang}/check/**", "/{lang}/result/**", "/{lang}/shared/**");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                "Referrer-Policy", ADDRESS_IS_A_KEY_AND_NO_FORM.matches(request) ? NO_REFERRER : SAME_ORIGIN);
        if (NOT_TO_BE_LISTED.matches(request)) {
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)
                && response.getStatus() != HttpStatus.NOT_MODIFIED.value()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, mayBeKept(request, response) ? SHORT : "no-store");
        }
    }

    private static boolean mayBeKept(HttpServletRequest request, HttpServletResponse response) {
        return response.getStatus() == HttpStatus.OK.value() && SAME_FOR_EVERYBODY.matches(request);
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                .toList());
    }
}

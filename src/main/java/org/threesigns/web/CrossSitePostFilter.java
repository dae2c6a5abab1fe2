package org.threesigns.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a post with 403 if the browser says that another site sent it.
 *
 * <p>Browsers say so in {@code Sec-Fetch-Site}, which decides where it is there: they know which site a page is of, whatever
 * proxies do to the address. Older ones, and those that use HTTP, send {@code Origin} alone, which is compared with where the
 * request went. A request with neither passes: old browsers and privacy tools send none, and {@code Origin: null} is what a
 * page without a referrer sends. A post here carries no authority, so this loses nothing, and nobody's answers are refused
 * for a header that their browser does not send.
 */
class CrossSitePostFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> FOREIGN_SITES = Set.of("cross-site", "same-site");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (saysItIsForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean saysItIsForeign(HttpServletRequest request) {
        List<String> sites = values(request, "Sec-Fetch-Site")
                .map(site -> site.toLowerCase(Locale.ROOT))
                .toList();
        if (!Collections.disjoint(sites, FOREIGN_SITES)) {
            return true;
        }
        return Collections.disjoint(sites, OWN_SITES) && comesFromElsewhere(request);
    }

    private static boolean comesFromElsewhere(HttpServletRequest request) {
        Optional<RequestOrigin> own = Optional.of(RequestOrigin.of(request));
        return values(request, HttpHeaders.ORIGIN)
                .filter(origin -> !origin.equals("null"))
                .anyMatch(origin -> !RequestOrigin.parse(origin).equals(own));
    }

    /**
     * Every value of a header. Repeated lines and comma-separated lists count one by one, so that none hides behind
     * another.
     */
    private static Stream<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}

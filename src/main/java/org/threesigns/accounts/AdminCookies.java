package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What the cookies of administrators' sessions and forms have in common. */
final class AdminCookies {

    /** A browser takes a cookie of such a name only with Secure, for the whole host and from that very host. */
    static final String HTTPS_PREFIX = "__Host-";

    private static final RequestMatcher ADMINISTRATION = PathPatternRequestMatcher.pathPattern("/admin/**");

    private AdminCookies() {}

    static boolean isForAdministrators(HttpServletRequest request) {
        return ADMINISTRATION.matches(request);
    }
}

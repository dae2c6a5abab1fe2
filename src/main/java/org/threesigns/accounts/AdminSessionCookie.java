package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie of an administrator's session: {@code __Host-} and Secure under HTTPS, a plain name under HTTP, where
 * browsers refuse the other. Outside of {@code /admin} there is no session, whatever a cookie says.
 */
@Component
class AdminSessionCookie implements CookieSerializer {

    /** A browser takes a cookie of such a name only with Secure, for the whole host and from that very host. */
    static final String HTTPS_PREFIX = "__Host-";

    static final String NAME = "three-signs-session";

    private static final RequestMatcher ADMINISTRATION = PathPatternRequestMatcher.pathPattern("/admin/**");

    private final CookieSerializer overHttps = cookie(HTTPS_PREFIX + NAME, true);
    private final CookieSerializer overHttp = cookie(NAME, false);

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return ADMINISTRATION.matches(request) ? cookieFor(request).readCookieValues(request) : List.of();
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        if (ADMINISTRATION.matches(value.getRequest())) {
            cookieFor(value.getRequest()).writeCookieValue(value);
        }
    }

    private CookieSerializer cookieFor(HttpServletRequest request) {
        return request.isSecure() ? overHttps : overHttp;
    }

    private static CookieSerializer cookie(String name, boolean secure) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Strict");
        cookie.setCookiePath("/");
        return cookie;
    }
}
